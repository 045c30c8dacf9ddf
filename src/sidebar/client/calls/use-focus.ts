/** Moves the focus to a part of the page that is only about to be shown. */
import { useEffect, useRef } from 'preact/hooks';
import { putFocus } from '../parts/put-focus';

/** Puts the focus on the element with an id once it is there: the button that led to it is gone by then. */
export function useFocus(): (id: string) => void {
  const wanted = useRef('');
  useEffect(() => {
    const element = wanted.current && document.getElementById(wanted.current);
    if (!element) return;
    wanted.current = '';
    putFocus(element);
  });
  return (id) => {
    wanted.current = id;
  };
}

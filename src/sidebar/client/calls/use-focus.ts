/** Moves the focus to a part of the page that is only about to be shown. */
import { useEffect, useRef } from 'preact/hooks';
import { putFocus } from '../parts/put-focus';

/** Puts the focus on the element with an id once it is there: the button that led to it is gone by then. What stands in it is `selected` to be written over. */
export function useFocus(): (id: string, selected?: 'selected') => void {
  const wanted = useRef({ id: '', isSelected: false });
  useEffect(() => {
    const { id, isSelected } = wanted.current;
    const element = id && document.getElementById(id);
    if (!element) return;
    wanted.current = { id: '', isSelected: false };
    putFocus(element);
    if (isSelected && element instanceof HTMLInputElement) element.select();
  });
  return (id, selected) => {
    wanted.current = { id, isSelected: selected !== undefined };
  };
}

/** Moves the focus to a part of the page that is only about to be shown. */
import { useEffect, useRef } from 'preact/hooks';

/** Puts the focus on the element with an id once it is there: the button that led to it is gone by then. */
export function useFocus(): (id: string) => void {
  const wanted = useRef('');
  useEffect(() => {
    const element = wanted.current && document.getElementById(wanted.current);
    if (!element) return;
    wanted.current = '';
    unfold(element);
    element.focus();
  });
  return (id) => {
    wanted.current = id;
  };
}

/** What is folded away takes no focus. */
function unfold(element: Element): void {
  for (let fold = element.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
    fold.open = true;
}

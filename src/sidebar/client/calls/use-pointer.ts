/** The moment at which the pointer comes over the page from the sheet beside it: no event tells that another sheet was opened there. */
import { useEffect, useRef } from 'preact/hooks';

/** Whoever comes back so soon has hardly been to another sheet, in ms. */
const FRESH = 3_000;

/** Does something each time the pointer has come in, though not at once after the last time. A page that rests does nothing. */
export function usePointer(came: () => void): void {
  // The listener outlives renders, so it reads what is current from here.
  const now = useRef(came);
  now.current = came;
  useEffect(() => {
    let at = Date.now();
    const come = (): void => {
      if (document.hidden || Date.now() - at < FRESH) return;
      at = Date.now();
      now.current();
    };
    const { documentElement } = document;
    documentElement.addEventListener('pointerenter', come);
    return () => documentElement.removeEventListener('pointerenter', come);
  }, []);
}

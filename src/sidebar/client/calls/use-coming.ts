/** The moments at which a person comes back: to the page from another tab, with the focus or with the pointer from the sheet beside it. A page that rests does nothing. */
import { useEffect, useRef } from 'preact/hooks';

/** Whoever comes back so soon has missed nothing, and has hardly been to another sheet, in ms. */
const FRESH = 3_000;

/** Does something each time the person comes back to the page. */
export function useReturn(back: () => void): void {
  useComing(back, [
    [window, 'focus'],
    [document, 'visibilitychange'],
  ]);
}

/** Does something each time the pointer has come over the page: no event tells that another sheet was opened beside it. */
export function usePointer(came: () => void): void {
  useComing(came, [[document.documentElement, 'pointerenter']]);
}

/** Does something at each of these events, though not at once after the last time, nor while nobody sees the page. */
function useComing(came: () => void, events: readonly (readonly [at: EventTarget, name: string])[]): void {
  // The listeners outlive renders, so they read what is current from here.
  const now = useRef(came);
  now.current = came;
  useEffect(() => {
    let at = Date.now();
    const come = (): void => {
      if (document.hidden || Date.now() - at < FRESH) return;
      at = Date.now();
      now.current();
    };
    for (const [target, name] of events) target.addEventListener(name, come);
    return () => {
      for (const [target, name] of events) target.removeEventListener(name, come);
    };
  }, []);
}

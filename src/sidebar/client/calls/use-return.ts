/** The moment at which a person comes back to the page: from the sheet beside it, or from another tab. */
import { useEffect, useRef } from 'preact/hooks';

/** Whoever comes back so soon has missed nothing, and has not been to another sheet, in ms. */
const FRESH = 3_000;

/** Does something each time the person comes back, though not at once after the last time. */
export function useReturn(back: () => void): void {
  // The listeners outlive renders, so they read what is current from here.
  const now = useRef(back);
  now.current = back;
  useEffect(() => {
    let at = Date.now();
    const come = () => {
      if (document.hidden || Date.now() - at < FRESH) return;
      at = Date.now();
      now.current();
    };
    window.addEventListener('focus', come);
    document.addEventListener('visibilitychange', come);
    return () => {
      window.removeEventListener('focus', come);
      document.removeEventListener('visibilitychange', come);
    };
  }, []);
}

/** Parts that stay in sight while the page is scrolled: whatever gets the focus must not end up behind them. */
import { useEffect, useRef } from 'preact/hooks';

/** Tells the page how high an element is, as a property of its style: in the person's own font nobody can guess it. */
export function useTellHeight<T extends HTMLElement>(name: `--${string}`): { current: T | null } {
  const element = useRef<T>(null);
  useEffect(() => {
    const { current } = element;
    if (!current) return;
    const { style } = document.documentElement;
    const tell = (): void => style.setProperty(name, `${current.offsetHeight}px`);
    // At once: what comes on view with it may have the focus before anything is observed.
    tell();
    const watch = new ResizeObserver(tell);
    watch.observe(current);
    return () => {
      watch.disconnect();
      style.removeProperty(name);
    };
  }, []);
  return element;
}

/** The bar that stays at the bottom of the page, and room for it: whatever gets the focus is scrolled to above it. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** The bar. It is as high as its buttons in the person's own font, so the page is told its height instead of guessing it. */
export function Foot({ children }: { readonly children: ComponentChildren }) {
  const bar = useRef<HTMLElement>(null);
  useEffect(() => {
    const { current } = bar;
    if (!current) return;
    const { style } = document.documentElement;
    const watch = new ResizeObserver(() => style.setProperty('--bar', `${current.offsetHeight}px`));
    watch.observe(current);
    return () => {
      watch.disconnect();
      style.removeProperty('--bar');
    };
  }, []);
  return (
    <footer class="bar stack" ref={bar}>
      {children}
    </footer>
  );
}

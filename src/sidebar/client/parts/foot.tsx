/** The bar that stays at the bottom of the page, and room for it: whatever gets the focus is scrolled to above it. */
import type { ComponentChildren } from 'preact';
import { useTellHeight } from './tell-height';

/** The bar. */
export function Foot({ children }: { readonly children: ComponentChildren }) {
  const bar = useTellHeight<HTMLElement>('--bar');
  return (
    <footer class="bar stack" ref={bar}>
      {children}
    </footer>
  );
}

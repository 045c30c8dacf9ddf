/** The note of the cell under the pointer, on a card beside it, as Sheets shows it. */
import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** As wide and high at most, in CSS pixels; the style says the same. */
const WIDTH = 280;
const HEIGHT = 220;

/** A note, and where its card stands. */
interface Pointed {
  readonly text: string;
  readonly left: number;
  readonly top: number;
}

/** The card for a grid; nothing while the pointer is over no note. What scrolls or changes under a resting pointer is looked at again. */
export function NoteCard({ grid }: { readonly grid: RefObject<HTMLElement | null> }) {
  const [pointed, setPointed] = useState<Pointed>();
  useEffect(() => {
    const { current } = grid;
    if (!current) return;
    let pointer: MouseEvent | undefined;
    const over = (event: MouseEvent): void => {
      pointer = event;
      setPointed(noteAt(event.target));
    };
    const leave = (): void => {
      pointer = undefined;
      setPointed(undefined);
    };
    const again = (): void =>
      setPointed(pointer && noteAt(document.elementFromPoint(pointer.clientX, pointer.clientY)));
    current.addEventListener('mouseover', over);
    current.addEventListener('mouseleave', leave);
    current.addEventListener('scroll', again, { capture: true });
    new MutationObserver(again).observe(current, { subtree: true, attributeFilter: ['aria-description'] });
  }, []);
  if (!pointed) return null;
  const { text, left, top } = pointed;
  return (
    <div class="note-card" role="tooltip" style={{ left: `${left}px`, top: `${top}px` }}>
      {text}
    </div>
  );
}

/** At the right of its cell; where the grid ends there, below it. */
function noteAt(target: EventTarget | null): Pointed | undefined {
  const cell = target instanceof Element ? target.closest('.noted') : null;
  const text = cell?.getAttribute('aria-description');
  const edge = cell?.closest('.grid')?.getBoundingClientRect();
  if (!cell || !text || !edge) return undefined;
  const { left, right, top, bottom } = cell.getBoundingClientRect();
  const isBeside = right + WIDTH <= edge.right;
  const beside = isBeside ? { left: right, top } : { left: Math.min(left, edge.right - WIDTH), top: bottom };
  return { text, left: beside.left, top: Math.max(0, Math.min(beside.top, edge.bottom - HEIGHT)) };
}

/** What a press opens is seen, and what was pressed stays under the pointer: with no room below it, it opens above, like a menu at the foot of a window. */
import { useLayoutEffect, useRef } from 'preact/hooks';

/** What opens is of this class, within the part; the button says whether it is expanded. */
const OPENING = '.opening';

/** What goes onto the element of such a part. */
export type Room = ReturnType<typeof useRoom>;

/** For a part with a button that opens more of it. `view` changes with what is open; '' is for nothing. */
export function useRoom(view: string) {
  const ref = useRef<HTMLDivElement>(null);
  /** Where the button was as something in the part was pressed. */
  const before = useRef<number | undefined>(undefined);
  useLayoutEffect(() => {
    const part = ref.current;
    if (!part || before.current === undefined) return;
    const wasAbove = part.classList.contains('above');
    part.classList.toggle('above', view !== '' && (wasAbove || !hasRoomBelow(part)));
    window.scrollBy(0, topOf(part) - before.current);
    before.current = undefined;
  }, [view]);
  const onClickCapture = (): void => {
    before.current = ref.current ? topOf(ref.current) : undefined;
  };
  return { ref, onClickCapture };
}

function topOf(part: HTMLElement): number {
  return part.querySelector('[aria-expanded]')?.getBoundingClientRect().top ?? 0;
}

/** Whether all that has opened can be seen, or more of it than there would be above. */
function hasRoomBelow(part: HTMLElement): boolean {
  const opened = part.querySelector(OPENING)?.getBoundingClientRect();
  const foot = document.querySelector('footer')?.getBoundingClientRect().top ?? Number.POSITIVE_INFINITY;
  const end = Math.min(foot, window.innerHeight);
  return !opened || opened.bottom <= end || end - opened.top >= topOf(part);
}

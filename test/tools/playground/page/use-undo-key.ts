/** Ctrl+Z anywhere on the page but where a text is being written, which has an undo of its own. */
import { useEffect } from 'preact/hooks';

/** Calls `undo` at each press. */
export function useUndoKey(undo: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z';
      if (!isUndo || isWriting(event.target)) return;
      event.preventDefault();
      undo();
    };
    // Before the grid, which would undo behind the playground's back.
    addEventListener('keydown', onKeyDown, true);
    return () => removeEventListener('keydown', onKeyDown, true);
  }, [undo]);
}

/** The grid keeps a field of its own for what is typed next: it holds nothing to undo until a cell is edited. */
function isWriting(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input, textarea') && !target.matches('.jss_textarea');
}

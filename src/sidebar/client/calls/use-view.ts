/** What has just happened is in view: the top of another sheet, the end of a run. */
import { useEffect } from 'preact/hooks';
import { newlyEnded, type State } from '../model/state';

/** Scrolls there, once for each; not under the fingers of who is writing. */
export function useView(state: State): void {
  const sheet = state.start?.sheetId;
  const ended = newlyEnded(state);
  useEffect(() => window.scrollTo(0, 0), [sheet]);
  useEffect(() => {
    const isWriting = document.activeElement?.matches('input, textarea, select') ?? false;
    if (ended !== '' && !isWriting) document.getElementById('run')?.scrollIntoView({ block: 'nearest' });
  }, [ended]);
}

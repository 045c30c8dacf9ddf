/** Trying one row, for the part of the page that shows the result. */
import { useEffect, useReducer, useRef } from 'preact/hooks';
import type { Draft } from '../../protocol';
import { type State, savedIn } from '../model/state';
import type { Fault } from './call';
import { TrialKeeper } from './trial-keeper';
import type { Shown } from './trying';

/** The trial of the enrichment on view, as the page shows it. */
export interface Trial extends Shown {
  /** What was tried; undefined where nothing was. */
  readonly draft: Draft | undefined;
  readonly start: (sheetId: number, draft: Draft) => void;
  /** Shows a fault that was found without asking. */
  readonly fail: (fault: Fault) => void;
  /** What was refused is being mended. */
  readonly clear: () => void;
  /** Closes it for good, or that of another enrichment. */
  readonly close: (id?: string) => void;
  readonly wrote: (row: number) => void;
  /** The edits on view are discarded. */
  readonly discarded: () => void;
  /** The new enrichment on view was saved under this id. */
  readonly savedAs: (id: string) => void;
}

/** One trial at a time of each enrichment; another sheet has others. It outlives a Save and the page, since it may have been paid for. */
export function useTrial(state: State): Trial {
  const { start, current } = state;
  const [, changed] = useReducer((n: number) => n + 1, 0);
  const held = useRef<TrialKeeper | undefined>(undefined);
  held.current ??= new TrialKeeper(() => changed(undefined));
  const trials = held.current;
  useEffect(() => () => trials.clear(), [start?.sheetId]);
  useEffect(() => {
    if (start) trials.takeUp(start);
  }, [start]);
  return {
    ...trials.shown(current),
    draft: trials.draft(current),
    start: (sheetId, draft) => trials.start(current, sheetId, draft),
    fail: (fault) => trials.fail(current, fault),
    clear: () => trials.mended(current),
    close: (id = current) => trials.close(id),
    wrote: (row) => trials.wrote(current, row),
    discarded: () => trials.discarded(current, savedIn(state)),
    savedAs: (id) => trials.savedAs(id),
  };
}

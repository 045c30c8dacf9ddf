/** What is told of the runs that a sheet has had, as plain data: the page gets it as it is, so everything in it is JSON. */
import type { Failure } from './report-types';

/** A run that has ended, in a line. What its receipt does not tell any more is '' or 0, and null for its cost. */
export interface PastRun {
  /** The enrichment, and what it is called. */
  readonly id: string;
  readonly name: string;
  readonly run: string;
  /** In ms since 1970; where there is no receipt, when the first of its rows was written. */
  readonly startedAt: number;
  readonly rows: number;
  /** Rows that were answered; null where nothing says so any more. */
  readonly answered: number | null;
  /** In USD. */
  readonly cost: number | null;
  /** How it ended, in the receipt's words, where it did not end by itself. */
  readonly note: string;
  /** Rows in which nobody has written since. */
  readonly left: number;
}

/** The runs of a sheet, the newest first; `more` of them are older, and only in the sheet of receipts. */
export interface PastRuns {
  readonly runs: readonly PastRun[];
  readonly more: number;
}

/** How many rows of a run were cleared, and how many were kept, by why. */
export interface Undone {
  readonly cleared: number;
  /** In so many of those rows a cell stays that somebody has changed since. Missing for none. */
  readonly partly?: number;
  /** Somebody has changed them since. */
  readonly kept: number;
  /** Another run, or a try, has written there since. */
  readonly later: number;
  /** The answer that stands there is an earlier run's. */
  readonly earlier: number;
}

/** What is left of a run on its sheet: what Undo would clear and keep, and which rows were not answered, by reason. */
export interface RunLeft {
  readonly undoable: Undone;
  readonly unanswered: readonly Failure[];
}

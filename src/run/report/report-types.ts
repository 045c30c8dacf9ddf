/** What is told of a run, as plain data: the page gets it as it is, so everything in it is JSON. */
import type { Counts, NotAsked, Reason } from '../record/counts';

/** A failed row: where it is (from 1), what its first cell shows, and the fingerprint that finds it again when it has moved. */
export interface FailedRow {
  readonly at: number;
  readonly label: string;
  readonly print: string;
}

/** Rows that failed for the same reason. */
export interface Failure extends Reason {
  /** 20 of them at most; missing where the record of a run tells of them: they are read when somebody wants to see them. */
  readonly rows?: readonly FailedRow[];
}

/** What a run came to. Money in USD; `balanceAfter` is null where Linkup did not tell. */
export interface RunReceipt {
  /** Questions that were asked. */
  readonly asked: number;
  /** Rows that were answered. */
  readonly answered: number;
  /** By Linkup's price list. */
  readonly cost: number;
  readonly balanceAfter: number | null;
}

/** What a run may be billed by now, and the most that was agreed to, in USD. */
export interface Spending {
  /** The same for all runs that draw on one cap: each of them tells of all. */
  readonly pool: string;
  /** Whether there are others. */
  readonly shared: boolean;
  readonly asked: number;
  readonly cap: number;
}

/** A run as it stands, or the last one that ended. Times in ms since 1970, 0 where there is none. */
export interface Report {
  /** The enrichment. */
  readonly id: string;
  readonly run: string;
  /** Who pays for it, where that is somebody else: theirs is only looked at, and can be stopped. '' for the person's own. */
  readonly by: string;
  readonly state: 'working' | 'paused' | 'stopping' | 'ended';
  /** Why it waits for a person and how it goes on, in a sentence; '' otherwise. */
  readonly paused: string;
  /** The problem's code while it is paused; '' otherwise. */
  readonly code: string;
  /** What has kept it from going on for a while, in a sentence; '' otherwise. It goes on by itself once that has passed. */
  readonly heldUp: string;
  readonly counts: Counts;
  readonly failures: readonly Failure[];
  /** Rows that were chosen and let go unasked: no row of it any more. Null where there are none. */
  readonly notAsked: NotAsked | null;
  /** Somebody stopped it, or has asked for that; it may have asked everything before. */
  readonly stopped: boolean;
  readonly startedAt: number;
  /** 0 while it goes on. */
  readonly endedAt: number;
  /** How long the rest of the run typically takes, in ms; 0 where that is unknown. */
  readonly expectedMs: number;
  /** When the trigger looks next by itself. */
  readonly nextCheckAt: number;
  /** Whether it goes on by itself with the sheet closed: a trigger of the person's, or of the colleague who started it. */
  readonly goesOn: boolean;
  readonly receipt: RunReceipt | null;
  /** Of one that goes on and is the person's own: what others agreed to is with them. */
  readonly spending: Spending | null;
  /** Which step it is at, or what each has asked, found and cost once it has ended; '' where there is one step. */
  readonly steps: string;
  /** Rows that were left out, for the enrichment is not for them (“Only if”). */
  readonly unmet: number;
  /** Rows that wait for others to have what they are asked with: at most so many are asked yet. */
  readonly later: number;
  /** Rows that were left out, for what they waited for found nothing or failed. */
  readonly unfed: number;
  readonly canUndo: boolean;
  /** It replaced what rows held, typed values too: Undo empties these cells, and brings nothing back. */
  readonly overwrote: boolean;
}

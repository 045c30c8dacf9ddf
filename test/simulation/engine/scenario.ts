/** What a seed decides, as plain data: it can be printed, shrunk and played again. */
import type { OnKill } from '../../doubles/google/errors';
import type { Kind } from './enrichments';

/** When something happens: before a call counted from the first press of Enrich, or at the n-th moment of a name. */
export type Moment = { readonly call: number } | { readonly before: string; readonly nth: number };

/** Something that happens; `salt` decides its details when the time has come. */
export interface Happening {
  readonly kind: string;
  readonly when: Moment;
  readonly salt: number;
}

/** One sheet: the Thing and Year of each row, and the enrichments on it. */
export interface SheetPlan {
  readonly rows: readonly (readonly [thing: string, year: string])[];
  readonly enrichments: readonly Kind[];
}

/** How Linkup behaves; what is not said is as in the double. */
export interface LinkupPlan {
  readonly queueLimit: number;
  readonly responseOrder?: 'input' | 'shuffled';
  readonly completionOrder?: 'independent' | 'submission' | 'reverse';
  readonly atomicity?: 'all' | 'each' | 'drop';
  readonly shortage?: 'reject' | 'partial';
  readonly echo?: 'full' | 'minimal';
  readonly echoToDate?: 'none' | 'utc day';
  readonly creditCheck?: 'submit' | 'completion';
  readonly listLagMs?: number;
  /** Share of tasks that fail. */
  readonly failureRate?: number;
  /** Every so many-th task never ends. */
  readonly stuckEvery?: number;
  readonly retentionMs?: number;
  /** Questions longer than this are invalid. */
  readonly maxQueryLength?: number;
  readonly neighbours?: {
    readonly slots: number;
    readonly everyMs: number | null;
    readonly perListRead: number;
  };
  /** US dollars. */
  readonly balance?: number;
}

/** A whole simulation. */
export interface Scenario {
  readonly seed: number;
  readonly sheets: readonly SheetPlan[];
  readonly linkup: LinkupPlan;
  /** What becomes of buffered writes when Google kills a script, where the kill does not say. */
  readonly onKill: OnKill;
  /** Google's triggers fire up to so many milliseconds late. */
  readonly jitterMs: number;
  /** How far Linkup's clock is ahead of Google's, in ms. */
  readonly skewMs: number;
  /** Whether people agree to half of what a run can cost. */
  readonly halfCap: boolean;
  /** Whether the colleague has a key of their own, or the owner's. */
  readonly ownKey: boolean;
  readonly happenings: readonly Happening[];
  /** Whether people press Enrich once more after the end: it must cost nothing that was paid for. */
  readonly again: boolean;
}

/** What there is to know of one row: plain data, the same for the page and the engine. */
import type { Standing } from '../../enrichment/selection';
import type { Source } from '../../linkup/sources';

/**
 * What a row's question has cost. paid: it was answered · free: it failed, or nothing was found · copied: filled from another row's
 * answer · open: billed when its answer comes · perhaps: it may have been billed · tried: paid for as a try, or copied by a run of
 * which nothing is kept · none: nothing was asked.
 */
export type Bill = 'paid' | 'free' | 'copied' | 'open' | 'perhaps' | 'tried' | 'none';

/** The run that left a row as it is. */
export interface RunOfRow {
  /** In ms since 1970; 0 where it is not known. */
  readonly startedAt: number;
  /** '' where it is not known. */
  readonly by: string;
  /** What its enrichment was called then. */
  readonly name: string;
}

/** One row, as its hidden cells tell it. */
export interface AboutRow {
  /** From 1, at the moment of reading. */
  readonly row: number;
  /** What it asks now; '' where it cannot be asked. */
  readonly question: string;
  /** Why it cannot be asked, in words; '' where it can. */
  readonly leftOut: string;
  readonly standing: Standing;
  /** The Status cell as it reads. */
  readonly status: string;
  /** What of its answer came back empty, by name; '' where nothing did. */
  readonly empty: string;
  /** The names of the cells that a person typed or changed, where the others are the machine's; '' otherwise. */
  readonly byHand: string;
  /** When it came to stand so, in ms since 1970: of an answer, when that came. 0 where nothing is known of it. */
  readonly since: number;
  readonly bill: Bill;
  /** Of one question, by Linkup's price list of today, in USD; 0 where it asked something else then. */
  readonly price: number;
  /** Null where the row names none, or one of which nothing is kept. */
  readonly run: RunOfRow | null;
  /** As its Sources column has them. */
  readonly sources: readonly Source[];
}

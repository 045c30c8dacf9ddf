/** What crosses to the page about prices. */
import type { CountedScope } from '../run/press/choice-types';

/** An offer, as data. Money in USD. */
export interface Offered {
  /** Rows to be asked. */
  readonly rows: number;
  /** Billed questions. */
  readonly questions: number;
  /** Duplicates that are asked along for nothing: rows less questions. */
  readonly shared: number;
  /** Rows filled from answers that are here already, for nothing. */
  readonly copies: number;
  /** Further rows, not among the chosen ones, that ask the same: filled along, for nothing. */
  readonly along: number;
  /** Rows left out, each with the reason in words. */
  readonly skipped: readonly { readonly reason: string; readonly rows: number }[];
  /** Rows to be asked that were perhaps asked, and may be billed a second time. */
  readonly again: number;
  /** Rows to be asked whose present content would be overwritten. */
  readonly replaced: number;
  /** What a yes would mean besides the price, in sentences: may be billed a second time, is replaced and not kept, may be hidden. */
  readonly stakes: readonly string[];
  /** A filter is on, and the rows it hides are asked too. */
  readonly filtered: boolean;
  /** Of one question. */
  readonly price: number;
  /** What the first step costs, where it finds something for all; `total` is the most. */
  readonly least: number;
  readonly total: number;
  readonly balance: number;
  /** How many rows each choice would ask or fill, as counted in the same reading. */
  readonly others: { readonly [scope in CountedScope]: number };
}

/** What is left of a colleague's run. Money in USD. */
export interface Rest {
  /** Whose run it is: to be sent back with a yes. */
  readonly agreement: string;
  /** Not asked yet: billed to whoever goes on. */
  readonly questions: number;
  /** Asked with the colleague's key, and without an answer so far. */
  readonly underWay: number;
  /** The names of the enrichments whose answers the rest waits for, which is not taken over; '' for none. */
  readonly waitsFor: string;
  /** Of one question. */
  readonly price: number;
  readonly total: number;
  readonly balance: number;
}

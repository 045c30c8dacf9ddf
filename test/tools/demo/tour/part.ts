/** What a part of the tour is: something that the add-on does, played in a document of its own, and what came of it. */
import type { World, WorldOptions } from '../../../world/world';

/** Longer than any run of a part, in hours: an end for one that hangs. */
export const LONGEST_HOURS = 2;

/** Opens a document with a table in its first sheet; a test opens one whose add-on is broken, or whose Linkup lies. */
export type Opener = (table: readonly (readonly string[])[], options?: WorldOptions) => Promise<World>;

/** One part. */
export interface Part {
  readonly name: string;
  /** Plays it as a person would. Whatever it throws means that the add-on did not do it. */
  readonly play: (open: Opener) => Promise<Played>;
}

/** What came of a part: read from the sheet, the data set and Linkup's bill, and from nothing that the add-on says it spent. */
export interface Played {
  /** Rows that were to be answered. */
  readonly rows: number;
  /** Those of them that are. */
  readonly done: number;
  /** Every answer that is not what the data set says, in words. */
  readonly wrong: readonly string[];
  /** USD on Linkup's bill. */
  readonly billedUsd: number;
  /** What that must be, by Linkup's price list. */
  readonly costsUsd: number;
  /** USD on the same bill for what had to be there before. */
  readonly beforeUsd?: number;
  /** What else is not as it must be, in words. */
  readonly amiss: readonly string[];
  /** What the add-on did, in a sentence. */
  readonly did: string;
}

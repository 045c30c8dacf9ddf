/**
 * How far a run is between two windows, for whoever looks on: what Linkup has answered, on the sheet or not. Kept beside the record,
 * which has to wait for a window; nothing is decided by it.
 */
import { integer, moment, type Parser, readStored, record } from '../../enrichment/parse';
import { asProblem } from '../../enrichment/problem';
import type { Properties, Store } from '../../platform/properties';
import { type Counts, counts } from './counts';

/** A run as whoever works on it knows it. */
export interface SoFar {
  /** When it was told, by Google's clock in ms. */
  readonly at: number;
  readonly counts: Counts;
  /** How long each row took since the first answers came, in ms; 0 while that cannot be told. */
  readonly msPerRow: number;
}

/** Nobody waits for a row longer than a day. */
const LONGEST = 24 * 3_600_000;

const soFar: Parser<SoFar> = record<SoFar>({ at: moment, counts, msPerRow: integer(0, LONGEST) });

const PREFIX = 'linkup.far.';

/** What was told last of a run; undefined where nothing was, or it cannot be read. */
export function soFarOf(properties: Properties, run: string): SoFar | undefined {
  const json = properties[PREFIX + run];
  return json === undefined ? undefined : readStored(soFar, json);
}

/** Tells how far a run is. False where that could not be kept: it is no reason to stop. */
export function tellSoFar(documents: Store, run: string, told: SoFar): boolean {
  try {
    documents.set(PREFIX + run, JSON.stringify(told));
    return true;
  } catch (thrown) {
    console.error(String(asProblem(thrown)));
    return false;
  }
}

/** Forgets it, of a run that has ended. */
export function forgetSoFar(documents: Store, run: string): void {
  documents.remove(PREFIX + run);
}

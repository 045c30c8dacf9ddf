/**
 * How far a run is between two windows, for whoever looks on: what Linkup has answered, on the sheet or not. Kept beside the record,
 * which has to wait for a window; nothing is decided by it.
 */
import { integer, maybe, moment, type Parser, readStored, record } from '../../enrichment/parse';
import { orLog } from '../../enrichment/problem';
import type { Properties, Store } from '../../platform/properties';
import { type Counts, counts } from './counts';

/** A run as whoever works on it knows it. */
export interface SoFar {
  /** When it was told, by Google's clock in ms. */
  readonly at: number;
  readonly counts: Counts;
  /** Which step it was at; missing for the first. */
  readonly step?: number;
  /** How long each row took since the first answers came, in ms; 0 while that cannot be told. */
  readonly msPerRow: number;
}

/** Nobody waits for a row longer than a day. */
const LONGEST = 24 * 3_600_000;

const soFar: Parser<SoFar> = record<SoFar>({
  at: moment,
  counts,
  step: maybe(integer(1, 100)),
  msPerRow: integer(0, LONGEST),
});

const PREFIX = 'linkup.far.';

/** Beside it: when somebody last looked. */
const LOOKED = '.looked';

/** So long whoever works tells after somebody has looked, and when a look says so anew, in ms. */
const TELLING = 60_000;
const TELLING_AGAIN = 30_000;

/** What was told last of a run; undefined where nothing was, or it cannot be read. */
export function soFarOf(properties: Properties, run: string): SoFar | undefined {
  const json = properties[PREFIX + run];
  return json === undefined ? undefined : readStored(soFar, json);
}

/** Tells how far a run is. False where that could not be kept: it is no reason to stop. */
export function tellSoFar(documents: Store, run: string, told: SoFar): boolean {
  return orLog(() => documents.set(PREFIX + run, JSON.stringify(told)));
}

/** Notes that somebody looks on, so that it is told. A store that is full keeps nobody from looking. */
export function noteLook(documents: Store, run: string, now: number): void {
  if (isSince(documents.get(PREFIX + run + LOOKED), now, TELLING_AGAIN)) return;
  orLog(() => documents.set(PREFIX + run + LOOKED, String(now)));
}

/** Whether somebody looks on, in a set of the document's properties. */
export function isLookedAt(properties: Properties, run: string, now: number): boolean {
  return isSince(properties[PREFIX + run + LOOKED], now, TELLING);
}

function isSince(noted: string | undefined, now: number, ms: number): boolean {
  const at = Number(noted);
  return at <= now && now - at < ms;
}

/** Forgets it, of a run that has ended. */
export function forgetSoFar(documents: Store, run: string): void {
  documents.remove(PREFIX + run);
  documents.remove(PREFIX + run + LOOKED);
}

/** Forgets what is left of runs that are not on record any more: somebody may look at the moment at which a run ends. */
export function forgetOldLooks(
  documents: Store,
  properties: Properties,
  isLive: (run: string) => boolean,
): void {
  for (const key of Object.keys(properties)) {
    const run = key.startsWith(PREFIX) ? key.slice(PREFIX.length).replace(LOOKED, '') : '';
    if (run !== '' && !isLive(run)) documents.remove(key);
  }
}

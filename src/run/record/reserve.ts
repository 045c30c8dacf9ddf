/**
 * Room kept from the start of a run for what it must still be able to note when the document is full: that it is paused and why,
 * that it is writing, that it shall stop. Given up when it is needed; only POSTs are never noted in it.
 */
import { Problem } from '../../enrichment/problem';
import type { Properties, Store } from '../../platform/properties';

const PREFIX = 'linkup.reserve.';

/** Enough for a mark, two requests, and a run's record with the longest reasons. In characters. */
const SIZE = 4_000;

/** What keeps room for a run, to be stored with it. */
export function roomFor(run: string): Readonly<Record<string, string>> {
  return { [PREFIX + run]: '.'.repeat(SIZE) };
}

/** Keeps room for a run again. Throws `storage-full` where there is none: then nothing should be begun. */
export function keepRoom(documents: Store, run: string): void {
  documents.setAll(roomFor(run));
}

/** Notes something about a run; where there is no room, the kept one is given up for it. Throws `storage-full`. */
export function noteWithRoom(documents: Store, run: string, note: () => void): void {
  try {
    note();
  } catch (thrown) {
    const isFull = thrown instanceof Problem && thrown.code === 'storage-full';
    if (!isFull || documents.get(PREFIX + run) === undefined) throw thrown;
    giveUpRoom(documents, run);
    note();
  }
}

/** The run has ended, or needs the room. */
export function giveUpRoom(documents: Store, run: string): void {
  documents.remove(PREFIX + run);
}

/** Gives up what was kept for runs whose record is gone. */
export function giveUpRooms(
  documents: Store,
  properties: Properties,
  isLive: (run: string) => boolean,
): void {
  for (const key of Object.keys(properties)) {
    const run = key.slice(PREFIX.length);
    if (key.startsWith(PREFIX) && !isLive(run)) giveUpRoom(documents, run);
  }
}

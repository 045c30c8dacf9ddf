/**
 * Requests: what people want of a run that may be in the hands of an execution at this moment. A record has one writer, the holder
 * of the lock; whoever wants something leaves it under a key of its own, and the holder obeys at its next cycle.
 */
import type { Store } from '../../platform/properties';

/** stop: ask nothing more · end: wait for nothing more · disconnect: the person's key is gone. */
export type Want = 'stop' | 'end' | 'disconnect';

const PREFIX = 'linkup.want.';

/** How the first edition noted that a run should stop. */
const OLD_STOP = 'linkup.stop.';

/** Leaves a request. Throws `storage-full`. */
export function request(documents: Store, run: string, what: Want, value = 'yes'): void {
  documents.set(`${PREFIX}${run}.${what}`, value);
}

/** What was asked for, or undefined. */
export function requested(
  properties: Readonly<Record<string, string>>,
  run: string,
  what: Want,
): string | undefined {
  const old = what === 'stop' ? properties[OLD_STOP + run] : undefined;
  return properties[`${PREFIX}${run}.${what}`] ?? old;
}

/** Takes a request back that was obeyed. */
export function obeyed(documents: Store, run: string, what: Want): void {
  documents.remove(`${PREFIX}${run}.${what}`);
}

/** Forgets what was asked of a run that has ended. */
export function forgetRequests(documents: Store, run: string): void {
  const own = `${PREFIX}${run}.`;
  for (const key of Object.keys(documents.all())) {
    if (key.startsWith(own) || key === OLD_STOP + run) documents.remove(key);
  }
}

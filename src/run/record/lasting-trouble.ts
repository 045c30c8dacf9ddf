/** When trouble that may pass has lasted so long that a person should hear of it. */
import type { Trouble } from './run';

/** How many looks in a row must fail, and for how long, before anybody is told; in ms. */
const TELL_AFTER = { times: 5, ms: 10 * 60_000 };

/** Whether trouble has lasted long enough for a person to be told. */
export function isTold({ since, times }: Trouble, now: number): boolean {
  return times >= TELL_AFTER.times && now - since >= TELL_AFTER.ms;
}

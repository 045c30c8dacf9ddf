/** Arming: the trigger that moves runs forward with nobody at the sheet. */
import { asProblem } from '../../enrichment/problem';
import type { Services } from '../services';

/** Without a trigger a run still works while somebody looks, and its report says so: that is no reason to fail. */
export function arm({ triggers }: Services): void {
  try {
    triggers.arm();
  } catch (thrown) {
    console.error(String(asProblem(thrown)));
  }
}

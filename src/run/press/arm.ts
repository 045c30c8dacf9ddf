/** Arming: the trigger that moves runs forward with nobody at the sheet. */
import { asProblem, type Problem } from '../../enrichment/problem';
import type { Often } from '../../platform/triggers';
import type { Services } from '../services';

/** Why there is no trigger, if there is none. A run still works while somebody looks, and its report says so: that is no reason to fail. */
export function arm({ triggers }: Services, often?: Often): Problem | undefined {
  try {
    triggers.arm(often);
    return undefined;
  } catch (thrown) {
    const problem = asProblem(thrown);
    console.error(String(problem));
    return problem;
  }
}

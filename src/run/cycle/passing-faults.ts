/** Trouble that passes: kept in the run's record from look to look, told to nobody at first, and never a reason to stop looking at once. */
import type { Problem } from '../../enrichment/problem';
import { isTold } from '../record/lasting-trouble';
import type { Run, Trouble } from '../record/run';
import { faultOf } from './faults';
import { pausedBy } from './pausing';

/** When it is no longer likely to pass: Linkup keeps answers about so long. In ms. */
const GIVE_UP = 24 * 3_600_000;

/** The run after a look: with what went wrong in it, or without trouble where nothing did. */
export function troubled(run: Run, problem: Problem | undefined, now: number): Run {
  const { trouble, ...calm } = run;
  if (!problem) return calm;
  const { code, subject } = problem;
  const kept = { code, subject, since: trouble?.since ?? now, times: (trouble?.times ?? 0) + 1 };
  return isHopeless(kept, problem, now) ? pausedBy(calm, problem) : { ...calm, trouble: kept };
}

/** A bug is no weather: once it has been seen often enough, the run waits for a person. */
function isHopeless(trouble: Trouble, problem: Problem, now: number): boolean {
  return now - trouble.since > GIVE_UP || (faultOf(problem) === 'bug' && isTold(trouble, now));
}

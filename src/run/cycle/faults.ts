/** Faults: the one place that decides what becomes of a Problem. The stages themselves only do their work. */
import { Problem } from '../../enrichment/problem';
import { pausedStatus } from '../../enrichment/words';
import { reactionTo } from '../../linkup/errors';
import type { Job } from '../rows/job';
import type { Execution } from './execution';
import { isOwnFault, pausedBy } from './pausing';
import { tellWaiting } from './waiting';

/** Faults in a row after which an execution leaves the rest to the next one. */
const MAX_FAULTS = 5;

/** Does a step; a Problem becomes a pause, a back-off, or another try, and touches only the run it belongs to. */
export function attempt(execution: Execution, step: () => void, job?: Job): void {
  try {
    step();
  } catch (thrown) {
    if (!(thrown instanceof Problem)) throw thrown;
    react(execution, thrown, job);
  }
}

/** What a problem means: for the run that it belongs to, for all of them, or only for the time being. */
export function react(execution: Execution, problem: Problem, job?: Job): void {
  const reaction = reactionTo(problem);
  const own = isOwnFault(problem);
  if (reaction === 'stop' || own) {
    for (const each of job && own ? [job] : execution.jobs) pauseJob(execution, each, problem);
  } else if (reaction !== 'wait' && reaction !== 'fix' && execution.pace.fault() >= MAX_FAULTS) {
    execution.givenUp = true;
  }
}

/** The waiting rows say why; a trigger has no other way to tell. */
function pauseJob(execution: Execution, job: Job, problem: Problem): void {
  if (job.run.paused) return;
  job.run = pausedBy(job.run, problem);
  if (problem.code === 'cannot-write' || problem.code === 'columns-missing') return;
  execution.marks.leave(job.run);
  attempt(execution, () => tellWaiting(job, execution.flush, pausedStatus(problem)), job);
}

/** Faults: the one place that decides what becomes of a Problem. The stages themselves only do their work. */
import { PASSING } from '../../enrichment/passing';
import { asProblem, type Problem, type ProblemCode } from '../../enrichment/problem';
import { pausedStatus } from '../../enrichment/words';
import { saveRun } from '../record/run';
import type { Job } from '../rows/job';
import type { Execution } from './execution';
import { pausedBy } from './pausing';
import { tellWaiting } from './waiting-rows';

/**
 * passing: time may heal it, and nobody is told at first · row: it ends with its reason · run: its run waits for a person ·
 * person: all runs of this key do · bug: none of the others, so the log has it, and it counts like one that passes.
 */
export type Fault = 'passing' | 'row' | 'run' | 'person' | 'bug';

const FAULTS: Partial<Record<ProblemCode, Fault>> = {
  'queue-full': 'row',
  'invalid-question': 'row',
  'no-key': 'person',
  'bad-key': 'person',
  'no-credits': 'person',
  'budget-reached': 'person',
  forbidden: 'person',
  'no-permission': 'person',
  'address-blocked': 'person',
  'type-not-enabled': 'person',
  unexpected: 'bug',
};

/** Which of the five a problem is. What is not listed is said in its own words to whoever can mend it, and is about one run. */
export function faultOf({ code }: Problem): Fault {
  return PASSING.includes(code) ? 'passing' : (FAULTS[code] ?? 'run');
}

/** Faults in a row after which an execution leaves the rest to the next one; where nobody is looking, it does so sooner. */
const MAX_FAULTS = 5;
const MAX_UNSEEN_FAULTS = 2;

/** Does a step; what goes wrong touches only the run it belongs to, if it belongs to one. */
export function attempt(execution: Execution, step: () => void, job?: Job): void {
  try {
    step();
  } catch (thrown) {
    logBug(thrown);
    react(execution, asProblem(thrown), ...(job ? [job] : []));
  }
}

/** What a problem means: for the runs that it belongs to, for all of them where none are named, or only for the time being. */
export function react(execution: Execution, problem: Problem, ...jobs: Job[]): void {
  if (problem.code === 'out-of-time') {
    execution.givenUp = true;
    return;
  }
  const fault = faultOf(problem);
  if (fault === 'row') return;
  if (fault === 'person' || fault === 'run') {
    for (const each of fault === 'run' && jobs.length > 0 ? jobs : [...execution.jobs])
      pauseJob(execution, each, problem);
    return;
  }
  if (jobs.length === 0) execution.note(problem);
  for (const job of jobs) execution.note(problem, job);
  const most = execution.unseen ? MAX_UNSEEN_FAULTS : MAX_FAULTS;
  if (execution.pace.fault() >= most) execution.givenUp = true;
}

/** A foreseen problem needs no line in the log, anything else all that is known of it. */
export function logBug(thrown: unknown): void {
  if (faultOf(asProblem(thrown)) !== 'bug') return;
  console.error(thrown instanceof Error ? (thrown.stack ?? String(thrown)) : String(thrown));
}

/** Problems that say the sheet itself cannot be written: then nothing is said on it either. */
const UNWRITABLE: readonly ProblemCode[] = [
  'columns-missing',
  'unknown-column',
  'ambiguous-column',
  'now-protected',
  'merged-outputs',
];

/** The waiting rows say why; a trigger has no other way to tell. */
function pauseJob(execution: Execution, job: Job, problem: Problem): void {
  if (job.run.paused) return;
  job.run = pausedBy(job.run, problem);
  // On record at once: whoever looks on is told, and this execution may stay for answers that are under way, or for other runs.
  attempt(execution, () => saveRun(execution.services.documents, job.run), job);
  if (UNWRITABLE.includes(problem.code)) return;
  const tell = (): void => {
    execution.marks.leave(job.run);
    tellWaiting(job, execution.flush, pausedStatus(problem));
  };
  attempt(execution, tell, job);
}

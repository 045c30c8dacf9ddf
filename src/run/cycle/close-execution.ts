/** The end of an execution: what is known is written, and what the next one must know is kept. */
import { type Run, saveRun } from '../record/run';
import { tallied } from '../report/tally';
import type { Job } from '../rows/job';
import { onlyWaits, restsWithOthers } from './earlier';
import type { Execution } from './execution';
import { attempt } from './faults';
import { graceEnd } from './judge-posts';
import { LONGEST, nextLook } from './next-look';
import { troubled } from './passing-faults';
import { isIdle } from './pausing';
import { write } from './write';

/** Leaves nothing behind that dies with the execution, unless the document is in other hands. */
export function close(execution: Execution): void {
  if (execution.isOutOfDate) return;
  execution.last = true;
  for (const job of execution.jobs) attempt(execution, () => write(execution, job), job);
  attempt(execution, () => execution.outstanding.confirm(execution.jobs));
  for (const job of execution.jobs) {
    job.run = kept(execution, job);
    attempt(execution, () => saveRun(execution.services.documents, job.run));
  }
  if (execution.jobs.length > 0 && !execution.isOurs()) return;
  attempt(execution, () => execution.marks.close());
}

/** The run with what this look came to, and when the next one is. */
function kept(execution: Execution, job: Job): Run {
  const now = execution.services.clock.now();
  job.run = tallied(job);
  const { next, ...run } = troubled(execution.collector.kept(job), execution.faultOf(job), now);
  const moved = execution.movedAt ?? run.moved ?? run.startedAt;
  job.run = { ...run, moved, looked: now };
  if (isIdle(job) || restsWithOthers(execution, job)) return job.run;
  // Whoever is before it is looked after anyway: the rows that it waits for are taken then.
  const look = onlyWaits(job) ? now + LONGEST : nextLook(job, now);
  return { ...job.run, next: Math.min(look, doubtEnds(execution, job, now)) };
}

/** When it can first be told what became of a POST in doubt: the longer one waits, the less does absence from Linkup's list prove. */
function doubtEnds({ outstanding }: Execution, job: Job, now: number): number {
  const ends = outstanding
    .of(job.run.id)
    .filter((post) => !outstanding.isKnown(post))
    .map(graceEnd);
  return Math.min(...ends.filter((end) => end > now));
}

/** The stage that submits: the free places of Linkup's queue are shared among the runs, and each POST is heeded. */
import type { Job } from '../rows/job';
import type { Execution } from './execution';
import { react } from './faults';
import { readAnew } from './reading';
import { look } from './settling';
import { isAboutMoney, type Submitted } from './submit';
import { CAPPED, releaseReserved } from './waiting';

/** A POST that did not go through, in whatever way. */
type NotSent = Extract<Submitted, { kind: 'too much' | 'refused' | 'unknown' }>;

/** Sends what there is a place for. A run that does not know what became of its last questions sends no more. */
export function submit(execution: Execution, job: Job): void {
  const { quota, submitter, services } = execution;
  if (job.unsettled().length > 0 || job.run.stopping || job.run.paused || !quota || execution.isLate) return;
  const slots = slotsFor(execution, job);
  if (slots > 0) heed(execution, job, submitter.submit(job, slots, services.clock.now()));
}

/** Free places are shared among the runs that have something to ask, so that a long one does not starve a short one. */
function slotsFor({ quota, jobs }: Execution, job: Job): number {
  const free = quota ? quota.limit - quota.inFlight : 0;
  const waiting = jobs.slice(jobs.indexOf(job)).filter((other) => other.reserved().length > 0);
  return Math.ceil(Math.max(0, free) / Math.max(1, waiting.length));
}

function heed(execution: Execution, job: Job, submitted: Submitted): void {
  execution.refused.delete(job.run.id);
  if (submitted.kind === 'sent') {
    execution.progress = true;
    execution.pace.recovered();
    takeSlots(execution, submitted.questions);
  } else if (submitted.kind === 'cap reached') {
    execution.marks.leave(job.run);
    releaseReserved(job, execution.flush, CAPPED);
  } else if (submitted.kind === 'moved') {
    execution.progress = true;
    readAnew(execution, job);
  } else if (submitted.kind !== 'nothing to send') {
    notSent(execution, job, submitted);
  }
}

function notSent(execution: Execution, job: Job, submitted: NotSent): void {
  if (submitted.kind !== 'unknown') execution.refused.add(job.run.id);
  look(execution, job);
  if (submitted.kind === 'too much') execution.progress = true;
  // Money that questions in flight have bound may come free: only when none is left is it really used up.
  else if (!isAboutMoney(submitted.problem) || job.awaited.size === 0)
    react(execution, submitted.problem, job);
}

function takeSlots(execution: Execution, questions: number): void {
  const { quota } = execution;
  if (quota) execution.quota = { ...quota, inFlight: quota.inFlight + questions };
}

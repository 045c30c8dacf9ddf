/** The stage that submits: the free places of Linkup's queue are shared among the runs, and each POST is heeded. */
import { Problem } from '../../enrichment/problem';
import { MAX_BATCH } from '../../linkup/client';
import { isQuick } from '../../linkup/durations';
import { isTurnWanted, requested } from '../record/requests';
import type { Job } from '../rows/job';
import type { Execution } from './execution';
import { attempt, react } from './faults';
import { readAnew } from './read-anew';
import { settle } from './settle-posts';
import { isAboutMoney, type Submitted } from './submit';
import { CAPPED, releaseReserved } from './waiting-rows';

/** A POST that did not go through, in whatever way. */
type NotSent = Extract<Submitted, { kind: 'too much' | 'refused' | 'refused alike' | 'unclear' }>;

/** Places that are worth a POST of their own while questions are under way, where answers take seconds, and where they take longer. */
const WORTH = { quick: 20, slow: 10 };

/** And the share of the queue that always is. */
const SHARE = 1 / 5;

/** So long after a POST whatever is free is worth another one, in ms. */
const LONGEST_WAIT = 10_000;

/** Most POSTs of a run in one cycle: whoever wants something of it is not kept waiting. */
const MOST_POSTS = 5;

/** Sends what there is a place for, in as many POSTs as that takes. What became of an earlier POST need not be known for that. */
export function submit(execution: Execution, job: Job): void {
  // Nobody is helped by questions whose answers come in faster than they can be listed.
  const most = execution.collector.isBehind ? 1 : MOST_POSTS;
  let posts = 0;
  do posts += 1;
  while (submitSome(execution, job) && posts < most && !isWanted(execution, job));
}

/** Whether somebody wants the run stopped, or the document, since the cycle began. */
function isWanted({ services }: Execution, { run }: Job): boolean {
  const properties = services.documents.all();
  return (
    requested(properties, run.id, 'stop') !== undefined || isTurnWanted(properties, services.clock.now())
  );
}

/** Sends one POST. True where it went through, and more may follow. */
function submitSome(execution: Execution, job: Job): boolean {
  const { quota, submitter, outstanding } = execution;
  if (job.run.stopping || job.run.paused || !quota || execution.isLate) return false;
  const slots = slotsFor(execution, job);
  if (slots > 0 && outstanding.isFull) outstanding.confirm(execution.jobs);
  if (!isWorthAPost(execution, job, slots)) return false;
  const submitted = submitter.submit(job, slots);
  heed(execution, job, submitted);
  return submitted.kind === 'sent' && submitted.questions === MAX_BATCH && slotsFor(execution, job) > 0;
}

/** A few places alone wait for more of them, not for long, and not where that is all there is to ask. */
function isWorthAPost({ quota, services, posts }: Execution, job: Job, slots: number): boolean {
  if (slots === 0 || job.awaited.size === 0) return slots > 0;
  const since = services.clock.now() - (posts.get(job.run.id) ?? 0);
  const worth = isQuick(job.enrichment) ? WORTH.quick : WORTH.slow;
  return (
    since >= LONGEST_WAIT || slots >= Math.min(worth, (quota?.limit ?? 0) * SHARE, job.reserved().length)
  );
}

/** Free places are shared among the runs that have something to ask, so that a long one does not starve a short one. */
function slotsFor({ quota, jobs }: Execution, job: Job): number {
  const free = quota ? quota.limit - quota.inFlight : 0;
  const waiting = jobs.slice(jobs.indexOf(job)).filter((other) => other.reserved().length > 0);
  return Math.ceil(Math.max(0, free) / Math.max(1, waiting.length));
}

function heed(execution: Execution, job: Job, submitted: Submitted): void {
  if (submitted.kind === 'sent') {
    execution.posts.set(job.run.id, execution.services.clock.now());
    execution.progress = true;
    execution.pace.recovered();
    takeSlots(execution, submitted.questions);
  } else if (submitted.kind === 'cap reached') {
    execution.marks.leave(job.run);
    releaseReserved(job, execution.flush, CAPPED);
  } else if (submitted.kind === 'unrecognised') {
    react(execution, new Problem('unrecognised', job.run.name), job);
  } else if (submitted.kind === 'moved') {
    execution.progress = true;
    readAnew(execution, job);
  } else if (submitted.kind !== 'nothing to send') {
    notSent(execution, job, submitted);
  }
}

function notSent(execution: Execution, job: Job, submitted: NotSent): void {
  attempt(execution, () => settle(execution));
  if (submitted.kind === 'too much') execution.progress = true;
  else if (submitted.kind === 'refused alike')
    react(execution, new Problem('refused-alike', submitted.problem.subject), job);
  // Money that questions in flight have bound may come free: only when none is left is it really used up.
  else if (!isAboutMoney(submitted.problem) || job.awaited.size === 0)
    react(execution, submitted.problem, job);
}

function takeSlots(execution: Execution, questions: number): void {
  const { quota } = execution;
  if (quota) execution.quota = { ...quota, inFlight: quota.inFlight + questions };
}

/** What is noted with a run of questions that were sent: their tasks, that nobody knows them, or that Linkup will not take them. */
import type { Problem } from '../../enrichment/problem';
import { MAX_BATCH } from '../../linkup/client';
import type { Task } from '../../linkup/types';
import type { Post } from '../record/posts';
import type { Job } from '../rows/job';
import type { Chosen } from '../rows/queue';
import { stretchOf } from './judge-posts';

/** Where a question has its place. */
type Numbered = Pick<Chosen, 'fingerprint' | 'ordinal'>;

/** Long enough to tell reasons apart, short enough to be kept with the run. */
const REASON_LENGTH = 200;

/** What was taken may be more the next time, up to a whole batch. */
export function widen(job: Job): void {
  const { limit, refusals, ...run } = job.run;
  job.run = limit !== undefined && 2 * limit < MAX_BATCH ? { ...run, limit: 2 * limit } : run;
}

/** Counts how often in a row a run was refused for one reason. */
export function refusedAgain(job: Job, subject: string): number {
  const before = job.run.refusals;
  const reason = subject.slice(0, REASON_LENGTH);
  const times = before?.reason === reason ? before.times + 1 : 1;
  job.run = { ...job.run, refusals: { reason, times } };
  return times;
}

/** Notes the id of a task that was created for a question; without a task the question stays in doubt. */
export function noteCreated(job: Job, { fingerprint, ordinal }: Numbered, task: Task | undefined): void {
  if (!task) return;
  const about = { run: job.run.id, fingerprint, ordinal, at: Date.parse(task.createdAt) };
  job.created.set(fingerprint, { taskId: task.id, about });
  job.awaited.set(task.id, { about, vouched: true, isFresh: true });
}

/** Ends a question of which nobody will ever know whether it was asked. Its time is that from which a later look in the list begins. */
export function notePerhapsAsked(job: Job, { fingerprint, ordinal }: Numbered, post: Post): void {
  const about = { run: job.run.id, fingerprint, ordinal, at: stretchOf(post).since };
  job.ended.set(fingerprint, { outcome: { state: 'perhaps asked' }, about });
}

/** Ends questions that Linkup refuses on their own: that is the row's matter. At `now`, by Google's clock in ms. */
export function noteRefused(job: Job, questions: readonly Numbered[], problem: Problem, now: number): void {
  for (const { fingerprint, ordinal } of questions) {
    const about = { run: job.run.id, fingerprint, ordinal, at: now };
    job.ended.set(fingerprint, { outcome: { state: 'failed', reason: reasonOf(problem) }, about });
  }
}

function reasonOf(problem: Problem): string {
  return `Linkup cannot take this question: ${problem.subject || 'no reason given'}. Change the row and ask again.`;
}

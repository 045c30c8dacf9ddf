/** Overdue tasks, looked up by id: they may have ended out of sight, or vanished. All of them at once, for they vanish together. */
import { asProblem } from '../../enrichment/problem';
import type { Linkup } from '../../linkup/client';
import { isQuick } from '../../linkup/durations';
import { mayBeTooLarge } from '../../linkup/pages';
import type { Task } from '../../linkup/types';
import type { Awaited } from '../rows/awaiting';
import type { Job } from '../rows/job';
import { noteEnd, noteTask } from './list-ended';

/** How long a task may be in flight before it is looked up by id, in ms: well beyond the documented latencies. */
const OVERDUE = { search: 10 * 60_000, fetch: 10 * 60_000, research: 45 * 60_000 };

/** Longest between two looks at what is overdue, in ms. */
const LONGEST = 3_600_000;

/** How long before it is given up, in ms. Linkup documents no longest time in its queue; its retention is no number either. */
const GIVE_UP = 24 * 3_600_000;

/** Why a row has no answer although Linkup has one. */
const TOO_LARGE =
  'Its answer is larger than the 50 MB that Google lets an add-on receive; it was fetched, and is billed. Ask for less of the page, such as fields without its HTML: a retry of the same is billed again.';

/** The balance tells whether Linkup can be reached at all. */
type Means = Pick<Linkup, 'get' | 'balance'>;

/** What of a job decides whether its tasks are overdue. */
type Kind = Pick<Job, 'asked' | 'run'>;

/** Whether a task is in flight for longer than its kind ever takes. */
export function isOverdue(job: Kind, { about }: Awaited, now: number): boolean {
  return now - about.at > OVERDUE[job.asked.type];
}

/** Whether it is time to look a task up again: each time at twice its age, hourly in the end. Times in ms. */
export function isToBeLookedUp(job: Kind, awaited: Awaited, now: number): boolean {
  const { lookedUp } = job.run;
  if (!isOverdue(job, awaited, now)) return false;
  if (lookedUp === undefined || lookedUp > now || !isOverdue(job, awaited, lookedUp)) return true;
  return now - lookedUp >= Math.min(lookedUp - awaited.about.at, LONGEST);
}

/**
 * Looks up all that is overdue, oldest first, where it is time to for any of it. Where there is no time for all of them, the next
 * execution begins anew: what is gone by then is not among them any more.
 */
export function lookUpOverdue(jobs: readonly Job[], linkup: Means, now: number, isTime: () => boolean): void {
  const due = jobs.filter((job) => [...job.awaited.values()].some((each) => isToBeLookedUp(job, each, now)));
  const overdue = due
    .flatMap((job) => [...job.awaited].map(([id, awaited]) => ({ job, id, awaited })))
    .filter(({ job, awaited }) => isOverdue(job, awaited, now))
    .sort((a, b) => a.awaited.about.at - b.awaited.about.at);
  for (const { job, id } of overdue) {
    if (!isTime()) return;
    lookUp(job, linkup, id, now);
  }
  for (const job of due) job.run = { ...job.run, lookedUp: now };
}

/** Age at which a task whose kind takes seconds was overtaken by its fellows, in ms, and how many of them are looked up at once. */
const OVERTAKEN = 60_000;
const MOST_OVERTAKEN = 5;

/** Looks up the oldest searches that others have overtaken: where very many end at once, one may slip from page to page and be shown on none. */
export function lookUpOvertaken(
  jobs: readonly Job[],
  linkup: Means,
  now: number,
  isTime: () => boolean,
): void {
  const overtaken = jobs
    .filter(({ asked }) => isQuick(asked) && asked.type !== 'fetch')
    .flatMap((job) => [...job.awaited].map(([id, { about }]) => ({ job, id, at: about.at })))
    .filter(({ at }) => now - at > OVERTAKEN)
    .sort((a, b) => a.at - b.at);
  for (const { job, id } of overtaken.slice(0, MOST_OVERTAKEN)) {
    const task = isTime() ? linkup.get(id) : undefined;
    if (task?.status === 'completed' || task?.status === 'failed') noteTask(job, task, now);
  }
}

/** Notes the end of an overdue task, if it has one, or if Linkup has forgotten it. */
function lookUp(job: Job, linkup: Means, id: string, now: number): void {
  const awaited = job.awaited.get(id);
  if (!awaited) return;
  const task = taskIn(job, linkup, id);
  if (task === 'too large') {
    if (isSecondLook(job, awaited)) noteEnd(job, id, { state: 'failed', reason: TOO_LARGE }, now);
  } else if (task && (task.status === 'completed' || task.status === 'failed')) noteTask(job, task, now);
  else if (!task || now - awaited.about.at > GIVE_UP) noteEnd(job, id, { state: 'expired' }, now);
}

/** Once may be chance: whether the task was overdue at the last look too, so that this is the second. */
function isSecondLook(job: Kind, awaited: Awaited): boolean {
  const { lookedUp } = job.run;
  return lookedUp !== undefined && isOverdue(job, awaited, lookedUp);
}

/** The task; or that nothing gets through of a fetched page, though Linkup can be reached. Throws where it cannot. */
function taskIn({ asked }: Job, linkup: Means, id: string): Task | 'too large' | undefined {
  try {
    return linkup.get(id);
  } catch (thrown) {
    if (asked.type !== 'fetch' || !mayBeTooLarge(asProblem(thrown))) throw thrown;
    linkup.balance();
    return 'too large';
  }
}

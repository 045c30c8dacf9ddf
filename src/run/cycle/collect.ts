/** Collecting: one list of what finished lately tells about everything in flight, in whatever run. */
import { questionOf } from '../../enrichment/question';
import { answerOf } from '../../linkup/answers';
import type { Linkup } from '../../linkup/client';
import { failureOf } from '../../linkup/failures';
import { type Listing, Pages, type Piece } from '../../linkup/pages';
import { sameSubject } from '../../linkup/subject';
import type { Quota, Task } from '../../linkup/types';
import type { Awaited, Job } from '../rows/job';
import type { Outcome } from '../rows/patching';

/** Linkup's clock and Google's may differ by this much, in ms; a list is read this much further back. */
const SKEW = 60_000;

/** Most pages read in one look; what is further back is looked up by id. */
const MAX_PAGES = 50;

/** Remembers how far back the last look went, so that the next one need not go further. */
export class Collector {
  private watermark = Number.POSITIVE_INFINITY;
  private known = new Set<string>();

  private readonly pages: Pages;

  constructor(linkup: Linkup) {
    this.pages = new Pages(linkup);
  }

  /** The latest time that Linkup's own clock was seen at, in ms; undefined before the first look. */
  seenAt: number | undefined;

  /**
   * Notes every awaited task that has ended in its job; says how many did, and what the queue has free. A look that is cut short, for
   * there is no more time, begins as far back the next time.
   */
  collect(jobs: readonly Job[], now: number, isTime: () => boolean): { ended: number; quota: Quota } {
    const watermark = Math.min(this.watermark, this.earliestUnknown(jobs, now));
    let ended = 0;
    let newest = watermark;
    for (let offset = 0, page = 1; ; page++) {
      const listed = this.pages.read(offset, ENDED, awaitsPages(jobs));
      for (const task of listed.tasks) {
        ended += noteIn(jobs, task, now) ? 1 : 0;
        newest = Math.max(newest, Date.parse(task.updatedAt));
      }
      const isDone = reachesBack(listed, watermark) || awaitedCount(jobs) === 0;
      if (page === 1) this.noteTime(listed.tasks);
      if (isDone) {
        this.watermark = newest - SKEW;
        this.known = new Set(jobs.flatMap(({ awaited }) => [...awaited.keys()]));
      }
      if (isDone || page >= MAX_PAGES || !isTime()) return { ended, quota: listed.quota };
      offset = listed.next ?? 0;
    }
  }

  private noteTime(tasks: readonly Task[]): void {
    const [newest] = tasks;
    if (newest) this.seenAt = Math.max(this.seenAt ?? 0, Date.parse(newest.updatedAt));
  }

  /** A task that was not awaited at the last look may have ended before it. */
  private earliestUnknown(jobs: readonly Job[], now: number): number {
    const since = jobs.flatMap(({ awaited }) =>
      [...awaited].flatMap(([id, { about }]) => (this.known.has(id) ? [] : [about.at])),
    );
    return Math.min(now, ...since) - SKEW;
  }
}

const ENDED: Listing = { sortBy: 'updatedAt', statuses: ['completed', 'failed'] };

function awaitsPages(jobs: readonly Job[]): boolean {
  return jobs.some(({ enrichment, awaited }) => enrichment.type === 'fetch' && awaited.size > 0);
}

/** Whether nothing older is of interest on further pages. */
function reachesBack({ tasks, next }: Piece, watermark: number): boolean {
  const oldest = Date.parse(tasks[tasks.length - 1]?.updatedAt ?? '');
  return next === undefined || oldest < watermark;
}

function awaitedCount(jobs: readonly Job[]): number {
  return jobs.reduce((sum, job) => sum + job.awaited.size, 0);
}

function noteIn(jobs: readonly Job[], task: Task, now: number): boolean {
  const job = jobs.find(({ awaited }) => awaited.has(task.id));
  if (!job) return false;
  noteTask(job, task, now);
  return true;
}

/** Notes the end of a task for the question it answers; an id that a person pasted beside another question does not count there. */
function noteTask(job: Job, task: Task, now: number): void {
  const awaited = job.awaited.get(task.id);
  if (!awaited) return;
  const { fingerprint } = awaited.about;
  const text = awaited.vouched ? undefined : job.textOf(fingerprint);
  if (text === undefined || sameSubject(task, questionOf(job.enrichment, text))) {
    noteEnd(job, task.id, outcomeOf(job, task), now);
    return;
  }
  job.disown(task.id, fingerprint);
  noteTask(job, task, now);
}

/** Notes how an awaited task ended, to be written soon. */
export function noteEnd(job: Job, taskId: string, outcome: Outcome, now: number): void {
  const awaited = job.awaited.get(taskId);
  if (!awaited) return;
  job.awaited.delete(taskId);
  job.ended.set(awaited.about.fingerprint, { outcome, about: { ...awaited.about, at: now }, since: now });
}

/** What a finished task means for its rows. */
export function outcomeOf(job: Job, task: Task): Outcome {
  if (task.status === 'completed') return { state: 'done', ...answerOf(job.enrichment, task.output) };
  const failure = failureOf(task.error);
  return failure.kind === 'not found' ? { state: 'not found' } : { state: 'failed', reason: failure.reason };
}

/** How long a task may be in flight before it is looked up by id, in ms: well beyond the documented latencies. */
const OVERDUE = { search: 10 * 60_000, fetch: 10 * 60_000, research: 45 * 60_000 };

/** Whether a task is in flight for longer than its kind ever takes. */
export function isOverdue(job: Job, { about }: Awaited, now: number): boolean {
  return now - about.at > OVERDUE[job.enrichment.type];
}

/** How long before it is given up, in ms. Linkup documents no longest time in its queue; its retention is no number either. */
const GIVE_UP = 24 * 3_600_000;

/** Overdue tasks looked up at a time: a few that are still there, and many that are gone, for those vanish together. */
const MOST_THERE = 2;
const MOST_GONE = 50;

/** Looks up overdue tasks by id, each minute others: they may have ended out of sight, or vanished. True when one was asked for. */
export function lookUpOverdue(jobs: readonly Job[], linkup: Linkup, now: number): boolean {
  const overdue = jobs
    .flatMap((job) => [...job.awaited].map(([id, awaited]) => ({ job, id, awaited })))
    .filter(({ job, awaited }) => isOverdue(job, awaited, now))
    .sort((a, b) => a.awaited.about.at - b.awaited.about.at);
  const turn = Math.floor(now / 60_000) % Math.max(1, overdue.length);
  let there = 0;
  for (const { job, id } of [...overdue.slice(turn), ...overdue.slice(0, turn)].slice(0, MOST_GONE)) {
    if (there >= MOST_THERE) break;
    there += isThere(job, linkup, id, now) ? 1 : 0;
  }
  return overdue.length > 0;
}

/** Whether Linkup still has an overdue task; notes its end if it has one. */
function isThere(job: Job, linkup: Linkup, id: string, now: number): boolean {
  const age = now - (job.awaited.get(id)?.about.at ?? now);
  const task = linkup.get(id);
  if (!task) noteEnd(job, id, { state: 'expired' }, now);
  else if (task.status === 'completed' || task.status === 'failed') noteTask(job, task, now);
  else if (age > GIVE_UP) noteEnd(job, id, { state: 'expired' }, now);
  return task !== undefined;
}

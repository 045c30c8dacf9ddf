/** Collecting: one list of what finished lately tells about everything in flight, in whatever run. */
import { questionOf } from '../../enrichment/question';
import { Ahead } from '../../linkup/ahead';
import { answerFor } from '../../linkup/answers';
import { type Next, nextOf, readOn } from '../../linkup/backlog';
import type { Linkup } from '../../linkup/client';
import { failureOf } from '../../linkup/failures';
import { type Listing, Pages, type Piece } from '../../linkup/pages';
import { sameSubject } from '../../linkup/subject';
import type { Quota, Task } from '../../linkup/types';
import type { Run } from '../record/run';
import type { Awaited } from '../rows/awaiting';
import type { Job } from '../rows/job';
import type { Outcome } from '../rows/outcome';
import { MANY, Shown } from './shown';

/** Linkup's clock and Google's may differ by this much, in ms: for tasks of which only Google's time is known. */
const SKEW = 60_000;

/** Linkup's machines may differ among themselves by this much, in ms: by so much two looks overlap. */
const APART = 2_000;

/** How often what may have slipped from page to page is looked for, in ms. */
const BETWEEN_DOUBTS = 60_000;

/** Most pages read in one look; what is further back is looked up by id. */
const MAX_PAGES = 50;

/** What a look came to. */
interface Collected {
  /** How many awaited tasks have ended. */
  readonly ended: number;
  readonly quota: Quota;
}

/** Remembers how far back the last look went, by Linkup's own time, so that the next one need not go further. */
export class Collector {
  private watermark = Number.POSITIVE_INFINITY;
  private known = new Set<string>();
  /** What the last whole look showed: what is new is counted against that. */
  private last: Shown = new Shown();
  private readonly pages: Pages;
  /** Whether more has ended than a few pages show: then it is followed from the oldest on, a page in each look. */
  isBehind = false;
  private readonly ahead: Ahead;
  private hasSeenMany = false;
  private doubtedAt = 0;

  constructor({ list, balance }: Pick<Linkup, 'list' | 'balance'>) {
    this.ahead = new Ahead({ list });
    this.pages = new Pages({ list: (query) => this.ahead.list(query), balance });
  }

  /** The latest time that Linkup's own clock was seen at, in ms; undefined before the first look. */
  seenAt: number | undefined;

  /**
   * Notes every awaited task that has ended in its job; says how many did, and what the queue has free. A look that is cut short, for
   * there is no more time, begins as far back the next time.
   */
  collect(jobs: readonly Job[], now: number, isTime: () => boolean): Collected {
    if (!this.isBehind || !this.mayFollow(jobs)) return this.look(jobs, now, isTime);
    const next = readOn(this.ahead, ENDED, this.last);
    return next ? this.follow(jobs, now, next) : this.look(jobs, now, isTime, false);
  }

  /** Whether one look took many pages, so that a task may have been shown on none; said once a minute. */
  mayHaveMissed(now: number): boolean {
    if (!this.hasSeenMany || now - this.doubtedAt < BETWEEN_DOUBTS) return false;
    this.doubtedAt = now;
    return true;
  }

  /** Asks Linkup already for what the next look begins with. Nothing is noted of it. */
  lookAhead(jobs: readonly Job[]): void {
    const follows = this.isBehind && this.mayFollow(jobs);
    this.ahead.ask(follows ? nextOf(ENDED, this.last) : this.pages.first(ENDED, awaitsPages(jobs)));
  }

  /** Notes the next page of what has ended, the oldest first. */
  private follow(jobs: readonly Job[], now: number, { tasks, quota, isMore }: Next): Collected {
    const ended = noteAll(jobs, tasks, now);
    const [newest] = tasks.slice(-1);
    this.last.follow(tasks);
    this.hasSeenMany = true;
    this.reached(jobs, this.watermark, newest && Date.parse(newest.updatedAt), this.last);
    this.isBehind = isMore;
    return { ended, quota };
  }

  /** From the newest on, as far back as needs be; or no further than the first page, where so much has ended that it had better be followed. */
  private look(jobs: readonly Job[], now: number, isTime: () => boolean, mayFollow = true): Collected {
    this.isBehind = false;
    const watermark = this.startOf(jobs, now);
    const shown = new Shown();
    let ended = 0;
    for (let offset = 0, page = 1; ; page++) {
      const listed = this.pages.read(offset, ENDED, awaitsPages(jobs));
      if (page === 1) this.noteTime(listed.tasks);
      shown.add(listed);
      this.hasSeenMany ||= offset >= MANY;
      ended += noteAll(jobs, listed.tasks, now);
      const { quota } = listed;
      this.isBehind = page === 1 && mayFollow && this.isToFollow(jobs, shown);
      if (this.isBehind) return { ended, quota };
      const isDone = this.isEnough(jobs, listed, watermark, shown) || page === MAX_PAGES;
      if (isDone) this.reached(jobs, watermark, this.seenAt, shown);
      if (isDone || !isTime()) return { ended, quota };
      offset = listed.next ?? 0;
    }
  }

  /** Whether so much has ended that looking from the newest on would show the same again and again. */
  private isToFollow(jobs: readonly Job[], shown: Shown): boolean {
    return awaitedCount(jobs) > 0 && this.mayFollow(jobs) && shown.isMuchSince(this.last);
  }

  /** Answers of pages may be too large for a whole page of the list; what was not awaited at the last look may stand before that. */
  private mayFollow(jobs: readonly Job[]): boolean {
    return !awaitsPages(jobs) && this.areSince(jobs);
  }

  /** Whether nothing that is of interest is on further pages. All of what is new was shown only where the last look saw all that is awaited. */
  private isEnough(jobs: readonly Job[], { tasks, next }: Piece, watermark: number, shown: Shown): boolean {
    if (awaitedCount(jobs) === 0) return true;
    const oldest = Date.parse(tasks[tasks.length - 1]?.updatedAt ?? '');
    return next === undefined || oldest < watermark || (shown.isAllSince(this.last) && this.areSince(jobs));
  }

  private areSince(jobs: readonly Job[]): boolean {
    return jobs.every(({ awaited }) => [...awaited].every((each) => this.isSince(each)));
  }

  /**
   * The run with how far the list was read for it, once all that the list told is on the sheet: what the next execution need not
   * read again. Where it awaits a task that has turned up since, the next one reads as far back as that.
   */
  kept({ run, awaited, ended }: Job): Run {
    if (!Number.isFinite(this.watermark)) return run;
    const isKnown = [...awaited].every((each) => this.isSince(each));
    const { seen, ...others } = run;
    if (!isKnown) return others;
    return ended.size === 0 ? { ...run, seen: this.watermark } : run;
  }

  /** Whether a task was awaited at the last look already, or did not exist: then that look did not pass it over. */
  private isSince([id, { about }]: readonly [id: string, Awaited]): boolean {
    return this.known.has(id) || about.at >= this.watermark;
  }

  /** All that ended before this is known, in ms of Linkup's time. */
  private startOf(jobs: readonly Job[], now: number): number {
    let start = Number.isFinite(this.watermark) ? this.watermark : now - SKEW;
    for (const { awaited, run } of jobs)
      for (const [id, each] of awaited)
        if (!this.known.has(id)) start = Math.min(start, mayHaveEnded(each, run, now));
    return start;
  }

  /** What ended since the newest of the first page will be on the next look's first page. */
  private reached(jobs: readonly Job[], before: number, upTo: number | undefined, shown: Shown): void {
    this.last = shown;
    this.watermark = upTo === undefined ? before : Math.max(before, upTo - APART);
    this.known = new Set(jobs.flatMap(({ awaited }) => [...awaited.keys()]));
  }

  private noteTime(tasks: readonly Task[]): void {
    const [newest] = tasks;
    if (newest) this.seenAt = Math.max(this.seenAt ?? 0, Date.parse(newest.updatedAt));
  }
}

/** From when on a task may have ended without this execution knowing: not before it was created, nor before its run's last look. */
function mayHaveEnded(
  { about: { at }, isFresh }: Awaited,
  { seen = 0, startedAt }: Run,
  now: number,
): number {
  if (isFresh) return at - APART;
  // The time of its run stands in for one that nobody knows: such a task was not awaited when its run last looked.
  return at === startedAt || seen > now + SKEW ? at - SKEW : Math.max(seen, at - SKEW);
}

const ENDED: Listing = { sortBy: 'updatedAt', statuses: ['completed', 'failed'] };

function awaitsPages(jobs: readonly Job[]): boolean {
  return jobs.some(({ asked, awaited }) => asked.type === 'fetch' && awaited.size > 0);
}

function awaitedCount(jobs: readonly Job[]): number {
  return jobs.reduce((sum, job) => sum + job.awaited.size, 0);
}

/** Notes the ends of those tasks that somebody waits for; says of how many. */
function noteAll(jobs: readonly Job[], tasks: readonly Task[], now: number): number {
  return tasks.filter((task) => noteIn(jobs, task, now)).length;
}

function noteIn(jobs: readonly Job[], task: Task, now: number): boolean {
  // Whoever waits for it is told: an id may stand in the ledgers of several enrichments.
  const waiting = jobs.filter(({ awaited }) => awaited.has(task.id));
  for (const job of waiting) noteTask(job, task, now);
  return waiting.length > 0;
}

/** Notes the end of a task for the question it answers; an id that a person pasted beside another question does not count there. */
export function noteTask(job: Job, task: Task, now: number): void {
  const awaited = job.awaited.get(task.id);
  if (!awaited) return;
  const { fingerprint } = awaited.about;
  const text = awaited.vouched ? undefined : job.textOf(fingerprint);
  if (text === undefined || sameSubject(task, questionOf(job.asked, text))) {
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
  job.ended.set(awaited.about.fingerprint, { outcome, about: { ...awaited.about, at: now } });
}

/** What a finished task means for its rows. */
function outcomeOf(job: Job, task: Task): Outcome {
  if (task.status === 'completed')
    return { state: 'done', ...answerFor(job.enrichment, job.asked, task.output) };
  const failure = failureOf(task.error);
  return failure.kind === 'not found' ? { state: 'not found' } : { state: 'failed', reason: failure.reason };
}

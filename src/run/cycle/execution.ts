/** One execution of the engine: the runs it advances, and the cycle that every caller repeats. */
import type { TaskType } from '../../enrichment/options';
import { asProblem, Problem } from '../../enrichment/problem';
import { STATUS } from '../../enrichment/status';
import { pausedStatus, sentenceFor } from '../../enrichment/words';
import type { Linkup } from '../../linkup/client';
import { reactionTo } from '../../linkup/errors';
import type { Quota } from '../../linkup/types';
import type { Agreements } from '../record/agreement';
import { enrichmentById, revisionOf } from '../record/enrichments';
import { keepLast } from '../record/last';
import { clearMark, leaveMark, type Run, removeRun, saveRun, stopRequested } from '../record/run';
import { Job } from '../rows/job';
import { realign } from '../rows/realign';
import type { Services } from '../services';
import { Collector, isOverdue, lookUpOverdue } from './collect';
import { abandon, CAPPED, isOver, releaseReserved, STOPPED, tellWaiting, writeReceipt } from './finish';
import { Pace } from './pace';
import { isIdle, isOwnFault, pausedBy } from './pausing';
import { findLost, hasForgotten, recover } from './recover';
import { settle } from './settle';
import { isAboutMoney, type Submitted, Submitter } from './submit';
import { dueNow, writeKnown } from './write';

/** Faults in a row after which an execution leaves the rest to the next one. */
const MAX_FAULTS = 5;

/** How an execution begins. */
interface Opening {
  readonly markFound: boolean;
  /** Take up runs again that paused for a reason a person may have mended. */
  readonly resume: boolean;
  /** Jobs that were read just now. */
  readonly known: readonly Job[];
}

/** A POST that did not go through, in whatever way. */
type NotSent = Extract<Submitted, { kind: 'too much' | 'refused' | 'unknown' }>;

export class Execution {
  readonly id: string;
  readonly pace: Pace;
  jobs: Job[] = [];
  private readonly linkup: Linkup;
  private readonly collector: Collector;
  private readonly submitter: Submitter;
  private refused = new Set<string>();
  private quota: Quota | undefined;
  private marked = false;
  private unrecovered = false;
  private progress = false;
  /** Once an execution is enough: what is overdue by minutes does not hurry. */
  private lookedUp = false;

  constructor(
    private readonly services: Services,
    private readonly agreements: Agreements,
    linkup: Linkup,
  ) {
    this.id = services.newId();
    this.pace = new Pace(services.clock);
    this.linkup = this.pace.slowed(linkup);
    this.collector = new Collector(this.linkup);
    this.submitter = new Submitter(this.linkup, this.id, agreements, (job) =>
      saveRun(services.documents, job.run),
    );
  }

  /** Reads the sheets of the runs that are not `known` yet; a run whose sheet or columns are gone is ended or paused instead. */
  open(runs: readonly Run[], { markFound, resume, known }: Opening): void {
    this.marked = markFound;
    for (const run of runs) {
      try {
        const job = known.find((each) => each.run.id === run.id) ?? this.jobFor(run);
        if (!job) continue;
        if (!known.includes(job)) realign(job, this.flush);
        if (job.run.reserving) {
          abandon(this.services, job);
          continue;
        }
        this.jobs.push(job);
        if (resume && run.paused) this.resume(job);
        if (markFound) this.attempt(() => this.recover(job), job);
      } catch (thrown) {
        this.pause(run, asProblem(thrown));
      }
    }
  }

  private resume(job: Job): void {
    const { paused, limit, ...going } = job.run;
    job.run = going;
    this.markBeforeWriting();
    this.attempt(() => tellWaiting(job, this.flush, STATUS.reserved), job);
  }

  private recover(job: Job): void {
    this.untilDone(() => recover(job, this.linkup, this.flush));
  }

  private jobFor(run: Run): Job | undefined {
    const sheet = this.services.workbook.sheetById(run.sheetId);
    const enrichment = enrichmentById(this.services.documents, run.enrichment);
    if (enrichment) this.agreements.check(run, revisionOf(enrichment));
    if (sheet && enrichment) return new Job(run, enrichment, sheet);
    // Nowhere to write to: nothing can be waited for.
    this.services.workbook.toast(sentenceFor('sheet-gone', run.name), 'Enrich with Linkup');
    removeRun(this.services.documents, run.id);
    return undefined;
  }

  /** List, submit, write, finish. True while another cycle of this execution would be of use. */
  cycle(last: boolean): boolean {
    this.progress = false;
    this.obeyStops();
    this.attempt(() => this.collect());
    for (const job of [...this.jobs]) this.attempt(() => this.ask(job), job);
    for (const job of [...this.jobs]) this.attempt(() => this.write(job, last), job);
    for (const job of [...this.jobs]) this.finishIfOver(job);
    return this.jobs.some((job) => !isIdle(job)) && !this.tooManyFaults;
  }

  /** Milliseconds to wait before the next cycle. */
  nextPause(): number {
    const types = this.jobs
      .filter(({ awaited }) => awaited.size > 0)
      .map(({ enrichment }) => enrichment.type);
    return this.pace.next(new Set<TaskType>(types), this.progress);
  }

  /** Whether only research or overdue tasks are in flight, with nothing to send: then a trigger looks once and leaves. */
  get onlySlow(): boolean {
    const now = this.services.clock.now();
    return this.jobs.every(
      (job) =>
        job.reserved().length === 0 &&
        (job.enrichment.type === 'research' ||
          [...job.awaited.values()].every((each) => isOverdue(job, each, now))),
    );
  }

  /** Keeps what the next execution must know. */
  close(): void {
    for (const job of this.jobs) this.attempt(() => this.write(job, true), job);
    for (const { run } of this.jobs) saveRun(this.services.documents, run);
    if (this.marked && !this.unrecovered) clearMark(this.services.documents);
  }

  private tooManyFaults = false;
  private readonly flush = (): void => this.services.workbook.flush();

  private obeyStops(): void {
    const properties = this.services.documents.all();
    for (const job of this.jobs) {
      if (!job.run.stopping && !stopRequested(properties, job.run.id)) continue;
      if (job.run.stopping && job.reserved().length === 0) continue;
      job.run = { ...job.run, stopping: true };
      this.markBeforeWriting();
      this.attempt(() => releaseReserved(job, this.flush, STOPPED), job);
    }
  }

  private collect(): void {
    const asking = this.jobs.some((job) => job.awaited.size > 0 || job.reserved().length > 0);
    if (!asking) return;
    const { ended, quota } = this.collector.collect(this.jobs, this.services.clock.now());
    this.pace.recovered();
    this.quota = quota;
    if (ended === 0 && !this.lookedUp) {
      this.lookedUp = lookUpOverdue(this.jobs, this.linkup, this.services.clock.now());
    }
    this.progress ||= ended > 0;
  }

  private ask(job: Job): void {
    if (job.unsettled().length > 0 && !this.settle(job)) return;
    if (job.run.stopping || job.run.paused || !this.quota) return;
    const slots = this.slotsFor(job);
    if (slots > 0) this.heed(job, this.submitter.submit(job, slots, this.services.clock.now()));
  }

  private settle(job: Job): boolean {
    const { clock } = this.services;
    const circumstances = {
      agreements: this.agreements,
      execution: this.id,
      now: clock.now(),
      refused: this.refused.has(job.run.id),
    };
    return settle(job, this.linkup, circumstances);
  }

  /** Free places are shared among the runs that have something to ask, so that a long one does not starve a short one. */
  private slotsFor(job: Job): number {
    const free = this.quota ? this.quota.limit - this.quota.inFlight : 0;
    const waiting = this.jobs.slice(this.jobs.indexOf(job)).filter((other) => other.reserved().length > 0);
    return Math.ceil(Math.max(0, free) / Math.max(1, waiting.length));
  }

  private heed(job: Job, submitted: Submitted): void {
    this.refused.delete(job.run.id);
    if (submitted.kind === 'sent') {
      this.progress = true;
      this.pace.recovered();
      this.takeSlots(submitted.questions);
    } else if (submitted.kind === 'cap reached') {
      this.markBeforeWriting();
      releaseReserved(job, this.flush, CAPPED);
    } else if (submitted.kind === 'moved') {
      this.progress = true;
      this.readAnew(job);
    } else if (submitted.kind !== 'nothing to send') {
      this.notSent(job, submitted);
    }
  }

  private notSent(job: Job, submitted: NotSent): void {
    if (submitted.kind !== 'unknown') this.refused.add(job.run.id);
    this.settle(job);
    if (submitted.kind === 'too much') this.progress = true;
    // Money that questions in flight have bound may come free: only when none is left is it really used up.
    else if (!isAboutMoney(submitted.problem) || job.awaited.size === 0) this.react(submitted.problem, job);
  }

  private takeSlots(questions: number): void {
    if (this.quota) this.quota = { ...this.quota, inFlight: this.quota.inFlight + questions };
  }

  private write(job: Job, force: boolean): void {
    const due = dueNow(job, this.services.clock.now(), force);
    if (due.length === 0) return;
    this.markBeforeWriting();
    this.untilDone(() => writeKnown(job, this.flush, due));
    this.progress = true;
  }

  /** Does what must succeed before the mark may be cleared. */
  private untilDone(step: () => void): void {
    const before = this.unrecovered;
    this.unrecovered = true;
    step();
    this.unrecovered = before;
  }

  private markBeforeWriting(): void {
    if (this.marked) return;
    leaveMark(this.services.documents, this.id);
    this.marked = true;
  }

  private finishIfOver(job: Job): void {
    if (job.run.paused && job.reserved().length > 0) return;
    if (!isOver(job)) return;
    this.lookOnceMore(job);
    if (!isOver(job)) return;
    const { workbook, clock, documents } = this.services;
    const note = job.run.stopping ? 'Stopped' : '';
    const spent = this.agreements.of(job.run) ?? { asked: 0, price: 0 };
    const receipt = writeReceipt(job, spent, workbook, clock.now(), () => this.linkup.balance(), note);
    keepLast(documents, job.run, receipt);
    removeRun(documents, job.run.id);
    this.agreements.forget(job.run.agreement);
    this.jobs = this.jobs.filter((other) => other !== job);
  }

  /** Before the receipt the whole table is read again: rows that were parted from their answers meanwhile get them back. */
  private lookOnceMore(job: Job): void {
    this.attempt(() => {
      this.readAnew(job);
      if (hasForgotten(job)) findLost(job, this.linkup);
    }, job);
  }

  /** Reads the whole table, and puts ledgers and rows together again. */
  private readAnew(job: Job): void {
    job.load();
    this.markBeforeWriting();
    realign(job, this.flush);
  }

  /** Does a step; a Problem becomes a pause, a back-off, or another try, and touches only the run it belongs to. */
  private attempt(step: () => void, job?: Job): void {
    try {
      step();
    } catch (thrown) {
      if (!(thrown instanceof Problem)) throw thrown;
      this.react(thrown, job);
    }
  }

  private react(problem: Problem, job?: Job): void {
    const reaction = reactionTo(problem);
    const own = isOwnFault(problem);
    if (reaction === 'stop' || own) {
      for (const each of job && own ? [job] : this.jobs) this.pauseJob(each, problem);
    } else if (reaction !== 'wait' && reaction !== 'fix' && this.pace.fault() >= MAX_FAULTS) {
      this.tooManyFaults = true;
    }
  }

  /** The waiting rows say why; a trigger has no other way to tell. */
  private pauseJob(job: Job, problem: Problem): void {
    if (job.run.paused) return;
    job.run = pausedBy(job.run, problem);
    if (problem.code === 'cannot-write' || problem.code === 'columns-missing') return;
    this.markBeforeWriting();
    this.attempt(() => tellWaiting(job, this.flush, pausedStatus(problem)), job);
  }

  private pause(run: Run, problem: Problem): void {
    saveRun(this.services.documents, pausedBy(run, problem));
  }
}

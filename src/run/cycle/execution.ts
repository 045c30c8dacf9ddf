/** What one execution of the engine works with, and what it has found out so far. */
import type { Problem } from '../../enrichment/problem';
import type { Linkup } from '../../linkup/client';
import type { Quota } from '../../linkup/types';
import type { Properties } from '../../platform/properties';
import type { Row } from '../../sheet/table';
import type { Agreements } from '../record/agreement';
import type { Counts } from '../record/counts';
import { learnEcho } from '../record/echoes';
import { IdKeeper } from '../record/kept-ids';
import type { Mark } from '../record/marks';
import type { Post } from '../record/posts';
import type { Job } from '../rows/job';
import type { Services } from '../services';
import type { Turn } from '../turn';
import { Marks } from './clear-marks';
import { Landed } from './landed';
import { Collector } from './list-ended';
import { Outstanding } from './open-posts';
import { Pace } from './pace';
import { Refusals } from './refused-columns';
import { Submitter } from './submit';

/** How old a time of Linkup's may be that is noted with a POST, in ms. */
const TIME_EVERY = 5_000;

/** What is on record as an execution begins. */
export interface Found {
  readonly marks: readonly Mark[];
  readonly posts: readonly Post[];
  /** Whether a run is under way, with whatever key. */
  readonly isLive: (run: string) => boolean;
}

/** What an execution has told whoever looks on of one run. */
export interface Told {
  /** The rows as last read, and what their ledgers come to: counted anew where they were read anew. */
  readonly rows: readonly Row[];
  readonly onSheet: Counts;
  /** What was told last, or stands in the record. */
  readonly counts: Counts | undefined;
  /** How many rows had ended when the first ones had, and when that was, by Google's clock in ms. */
  readonly first?: { readonly ended: number; readonly at: number };
  /** Whether it could not be kept: then no more is tried. */
  readonly isDeaf?: boolean;
}

/** Shared by the stages of a cycle; dies with the execution. */
export class Execution {
  readonly pace: Pace;
  /** Its list requests are a second apart. */
  readonly linkup: Linkup;
  readonly collector: Collector;
  readonly submitter: Submitter;
  readonly marks: Marks;
  /** Answers that others wait for. */
  readonly landed = new Landed();
  /** Runs that wait for answers which were moved since their own rows were last read. */
  readonly disturbed = new Set<string>();
  jobs: Job[] = [];
  /** What Linkup's queue has free, as last told. */
  quota: Quota | undefined;
  readonly outstanding: Outstanding;
  readonly ids: IdKeeper;
  /** When it last looked for the tasks of questions in doubt, by Google's clock in ms. */
  lookedAt: number | undefined;
  /** Whether this cycle has changed anything: then the next look is soon. */
  progress = false;
  /** Whether this cycle is the last: then everything that is known is written. */
  last = false;
  /** Too much went wrong in a row, the time is up, or somebody waits for the document: the rest is left to the next execution. */
  givenUp = false;
  /** Others have had the document since it was read: what is known here may be wrong by now, and nothing more is written. */
  isOutOfDate = false;
  /** Whether it has written cells since it was last seen that the document was in nobody else's hands. */
  hasWritten = false;
  /** The document's properties as they were read right before this cycle, if they were. */
  properties: Properties | undefined;
  /** When anything last changed, by Google's clock in ms. */
  movedAt: number | undefined;
  /** When it began; by run, when it last wrote, and when it last sent questions. By Google's clock in ms. */
  readonly openedAt: number;
  readonly windows = new Map<string, number>();
  readonly posts = new Map<string, number>();
  /** What whoever looks on was told, by run. */
  readonly told = new Map<string, Told>();
  /** What went wrong in this cycle though it may pass, by run; `*` for all of them. */
  private readonly faults = new Map<string, Problem>();
  /** Whether the account's echoes are known to be in a form that is recognised. */
  private hasLearnt = false;
  private readonly refusals = new Map<string, Refusals>();
  private time: number | undefined;
  private timeAt = Number.NEGATIVE_INFINITY;

  /** Left behind by earlier executions: marks by those that died, and POSTs whose outcome is not on the sheet. */
  constructor(
    readonly services: Services,
    readonly agreements: Agreements,
    linkup: Linkup,
    { marks, posts, isLive }: Found,
    readonly turn: Turn,
    /** No request begins after this, by Google's clock in ms: it may take a minute and more. */
    readonly deadline: number,
    /** Nobody is looking: then there is no hurry to try again. */
    readonly unseen: boolean,
  ) {
    this.openedAt = services.clock.now();
    this.pace = new Pace(services.clock);
    this.linkup = this.pace.slowed(linkup, deadline);
    this.collector = new Collector(this.linkup);
    const isAtWork = (id: string): boolean => this.jobs.some(({ run }) => run.id === id);
    this.outstanding = new Outstanding(services.documents, agreements, posts, isLive, isAtWork, () =>
      this.isOurs(),
    );
    this.ids = new IdKeeper(services.user, (post) => this.outstanding.isOpen(post), isAtWork);
    this.submitter = new Submitter({
      linkup: this.linkup,
      outstanding: this.outstanding,
      agreements,
      ids: this.ids,
      now: () => services.clock.now(),
      newId: turn.newId,
      linkupTime: () => this.linkupTime(linkup) ?? this.collector.seenAt,
      learn: (inKnownForm) => this.learn(inKnownForm),
    });
    this.marks = new Marks(services.documents, marks);
  }

  /** Begins a cycle: what went wrong in the last one may have passed. */
  begin(last: boolean, properties?: Properties): void {
    this.progress = false;
    this.last = last;
    this.properties = properties;
    this.faults.clear();
  }

  /** Whether the document is still in the hands of this execution: asked before what must not be written in anybody else's turn. */
  isOurs(properties?: Properties): boolean {
    if (!this.isOutOfDate && this.turn.isMine(properties)) this.confirm();
    else this.isOutOfDate = true;
    return !this.isOutOfDate;
  }

  /** Nobody else has had the document so far: what was written stands. */
  confirm(): void {
    this.isOutOfDate = false;
    this.hasWritten = false;
  }

  /** What Linkup's clock said last, at most some seconds ago: each time costs a call, and an earlier one only makes a look in its list go further back. */
  private linkupTime(linkup: Linkup): number | undefined {
    const now = this.services.clock.now();
    if (now - this.timeAt >= TIME_EVERY) {
      this.timeAt = now;
      this.time = linkup.time();
    }
    return this.time;
  }

  /** What every answer teaches alike is kept once. */
  private learn(inKnownForm: boolean): void {
    if (inKnownForm && this.hasLearnt) return;
    learnEcho(this.services.user, this.agreements.account, inKnownForm);
    this.hasLearnt = inKnownForm;
  }

  /** Notes that something went wrong, for one run or for all. */
  note(problem: Problem, job?: Job): void {
    this.faults.set(job?.run.id ?? '*', problem);
  }

  /** What went wrong for a run in this cycle, if anything. */
  faultOf({ run }: Job): Problem | undefined {
    return this.faults.get(run.id) ?? this.faults.get('*');
  }

  /** Which columns of a run refuse what is written into them. */
  refusalsOf({ run }: Job): Refusals {
    const known = this.refusals.get(run.id) ?? new Refusals();
    this.refusals.set(run.id, known);
    return known;
  }

  /** Whether no request may begin any more. */
  get isLate(): boolean {
    return this.services.clock.now() >= this.deadline;
  }

  /** Makes what was written real. */
  readonly flush = (): void => {
    this.hasWritten = true;
    this.services.workbook.flush();
  };
}

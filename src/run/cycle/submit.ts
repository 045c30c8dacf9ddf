/** Submitting: the POST is written down, then sent with at most 100 questions; what its answer leaves open is settled by the list. */
import { asProblem, Problem } from '../../enrichment/problem';
import { questionOf } from '../../enrichment/question';
import { type Linkup, MAX_BATCH } from '../../linkup/client';
import { isRefusal, reactionTo } from '../../linkup/errors';
import { pair } from '../../linkup/match';
import { subjectHash } from '../../linkup/subject';
import type { Task } from '../../linkup/types';
import type { Agreements } from '../record/agreement';
import type { IdKeeper } from '../record/kept-ids';
import { type Post, sealOfPost } from '../record/posts';
import { rangesOf, union } from '../record/ranges';
import type { Refusals } from '../record/run';
import type { Chosen, Job } from '../rows/job';
import { Looks } from '../rows/still-ask';
import { stretchOf } from './judge-posts';
import type { Outstanding } from './open-posts';

/** What a POST led to. */
export type Submitted =
  | { readonly kind: 'sent'; readonly questions: number }
  | { readonly kind: 'nothing to send' }
  | { readonly kind: 'cap reached' }
  /** Rows do not ask what they asked when they were read: nothing was sent. */
  | { readonly kind: 'moved' }
  /** Linkup took it, and nothing in its answer could be recognised. */
  | { readonly kind: 'unrecognised' }
  | { readonly kind: 'too much' }
  /** One question after the other was refused for the same reason: it is not the rows' fault. */
  | { readonly kind: 'refused alike'; readonly problem: Problem }
  | { readonly kind: 'refused' | 'unclear'; readonly problem: Problem };

/** What a Submitter works with. */
export interface Means {
  readonly linkup: Linkup;
  readonly outstanding: Outstanding;
  readonly agreements: Agreements;
  readonly ids: Pick<IdKeeper, 'entry'>;
  readonly now: () => number;
  readonly newId: () => string;
  /** By Linkup's own clock, in ms: the latest that is known of it. */
  readonly linkupTime: () => number | undefined;
  /** Told with every answer whether all of it came in a form that the list would be recognised in. */
  readonly learn: (inKnownForm: boolean) => void;
}

/** Pauses after the queue was full for a single question, in ms: doubling. */
const FIRST_HOLD = 5_000;
const LONGEST_HOLD = 60_000;

/** Single questions that are refused alike before that is taken for the enrichment's or the account's matter. */
const ALIKE = 5;

/** Successes without a single task in a row, before a person is told. */
const EMPTY = 3;

/** Questions that are looked at together with those that are sent. */
const MOST_NEXT = 500;

/** Sends the next chunk of a job, after a look at its rows: nobody pays for a question of a minute ago. */
export class Submitter {
  /** While others keep the queue full, by run: when to try again, and the pause before that, in ms. */
  private readonly holds = new Map<string, { readonly until: number; readonly pause: number }>();
  private readonly looks: Looks;

  constructor(private readonly means: Means) {
    this.looks = new Looks(means.now);
  }

  /** `slots` is what the queue has free for this job. */
  submit(job: Job, slots: number): Submitted {
    const now = this.means.now();
    const reserved = job.reserved();
    const affordable = this.means.agreements.left(job.run);
    if (reserved.length === 0 || now < (this.holds.get(job.run.id)?.until ?? 0)) return NOTHING;
    if (affordable === 0) return { kind: 'cap reached' };
    if (!this.means.outstanding.mayOpen(now)) return NOTHING;
    const chunk = reserved.slice(0, Math.min(slots, affordable, job.run.limit ?? MAX_BATCH, MAX_BATCH));
    if (chunk.length === 0) return NOTHING;
    const asking = (some: readonly Chosen[]) => job.askingAny(some.map(({ fingerprint }) => fingerprint));
    const next = () => asking(reserved.slice(chunk.length, chunk.length + MOST_NEXT));
    if (!this.looks.stillAsk(job, asking(chunk), next)) return { kind: 'moved' };
    // Rows that were looked at just now for the first time may be loading: nobody knows what they ask.
    const seen = chunk.flatMap((each) => {
      const text = job.textOf(each.fingerprint);
      return text === undefined ? [] : [{ ...each, text }];
    });
    return seen.length === 0 ? NOTHING : this.post(job, seen, this.intend(job, seen));
  }

  /** Counted as spent before it is sent: the cap must hold even if nobody lives to see the answer. */
  private intend(job: Job, chunk: readonly Chosen[]): Post {
    const { now, newId, outstanding, agreements } = this.means;
    const ordinals = rangesOf(chunk.map(({ ordinal }) => ordinal));
    const subjects = chunk.map(({ text }) => subjectHash(questionOf(job.enrichment, text))).join('');
    const { id: run, enrichment } = job.run;
    const linkupAt = this.means.linkupTime();
    const post = {
      id: newId(),
      at: now(),
      ...(linkupAt === undefined ? {} : { linkupAt }),
      parts: [{ run, enrichment, ordinals, subjects }],
    };
    agreements.draw(post.id, [{ run: job.run, questions: chunk.length, seal: sealOfPost(post, run) }]);
    const sending = { ...job.run, sent: union(job.run.sent, ordinals) };
    try {
      outstanding.open(post, sending);
    } catch (thrown) {
      // What could not be written down is not sent.
      agreements.close(job.run, post.id, chunk.length, sealOfPost(post, job.run.id));
      throw thrown;
    }
    job.run = sending;
    return post;
  }

  private post(job: Job, chunk: readonly Chosen[], post: Post): Submitted {
    const questions = chunk.map(({ text }) => questionOf(job.enrichment, text));
    try {
      const answered = this.means.linkup.submit(questions);
      const { tasks, recognised, inKnownForm } = pair(questions, answered);
      if (answered.length === 0) return this.empty(job, chunk, post);
      this.means.learn(inKnownForm);
      return recognised === 0 ? this.unrecognised(job, chunk, post) : this.taken(job, chunk, post, tasks);
    } catch (thrown) {
      return this.failed(job, chunk, post, asProblem(thrown));
    }
  }

  private taken(
    job: Job,
    chunk: readonly Chosen[],
    post: Post,
    tasks: readonly (Task | undefined)[],
  ): Submitted {
    for (const [i, question] of chunk.entries()) noteCreated(job, question, tasks[i]);
    const missing = tasks.filter((task) => !task).length;
    this.means.outstanding.answered(post, missing, this.means.now());
    if (missing === 0) this.keep(job, post, tasks);
    widen(job);
    this.holds.delete(job.run.id);
    return { kind: 'sent', questions: chunk.length };
  }

  /** All of it is asked for good. Where there is no room for the ids, Linkup's list tells them should nobody live to write them. */
  private keep({ run }: Job, post: Post, tasks: readonly (Task | undefined)[]): void {
    const seal = sealOfPost(post, run.id);
    try {
      this.means.agreements.close(run, post.id, 0, seal, this.means.ids.entry(run.id, post.id, seal, tasks));
    } catch (thrown) {
      if (asProblem(thrown).code !== 'storage-full') throw thrown;
      this.means.agreements.close(run, post.id, 0, seal);
    }
  }

  /** A success with no task in it: the list tells whether there are any. One after the other is nothing that time would heal. */
  private empty(job: Job, chunk: readonly Chosen[], post: Post): Submitted {
    this.means.outstanding.answered(post, chunk.length, this.means.now());
    const problem = new Problem('bad-response', 'it took no question of the last requests');
    job.run = { ...job.run, refusals: refusalsWith(job.run.refusals, problem.subject) };
    return { kind: (job.run.refusals?.times ?? 0) >= EMPTY ? 'refused alike' : 'unclear', problem };
  }

  /** Every one of them may be under way, and none can be told from the others: nothing is guessed, and nothing asked again. */
  private unrecognised(job: Job, chunk: readonly Chosen[], post: Post): Submitted {
    for (const question of chunk) notePerhapsAsked(job, question, post);
    this.means.outstanding.close(post);
    this.means.agreements.close(job.run, post.id, 0, sealOfPost(post, job.run.id));
    return { kind: 'unrecognised' };
  }

  /** Not even one question got in, though the list had shown a free place: somebody else is quicker. */
  private hold({ run }: Job, now: number): void {
    const pause = Math.min(2 * (this.holds.get(run.id)?.pause ?? FIRST_HOLD / 2), LONGEST_HOLD);
    this.holds.set(run.id, { until: now + pause, pause });
  }

  private failed(job: Job, chunk: readonly Chosen[], post: Post, problem: Problem): Submitted {
    const now = this.means.now();
    const kind = isRefusal(problem) ? 'refused' : 'unclear';
    this.means.outstanding.failed(post, kind, now);
    if (kind === 'unclear') return { kind, problem };
    const invalid = reactionTo(problem) === 'fix';
    if ((invalid || problem.code === 'queue-full' || isAboutMoney(problem)) && chunk.length > 1) {
      job.run = { ...job.run, limit: Math.ceil(chunk.length / 2) };
      return { kind: 'too much' };
    }
    if (problem.code === 'queue-full') this.hold(job, now);
    return invalid ? refuseOne(job, chunk, problem, now) : { kind, problem };
  }
}

const NOTHING: Submitted = { kind: 'nothing to send' };

/** What was taken may be more the next time, up to a whole batch. */
function widen(job: Job): void {
  const { limit, refusals, ...run } = job.run;
  job.run = limit !== undefined && 2 * limit < MAX_BATCH ? { ...run, limit: 2 * limit } : run;
}

/** Whether a smaller batch might still be paid for. */
export function isAboutMoney({ code }: Problem): boolean {
  return code === 'no-credits' || code === 'budget-reached';
}

/** A question that Linkup refuses on its own is the row's matter: it ends here. Five in a row with one reason are not. */
function refuseOne(job: Job, chunk: readonly Chosen[], problem: Problem, now: number): Submitted {
  const refusals = refusalsWith(job.run.refusals, problem.subject);
  job.run = { ...job.run, refusals };
  for (const { fingerprint, ordinal } of chunk) {
    const about = { run: job.run.id, fingerprint, ordinal, at: now };
    job.ended.set(fingerprint, {
      outcome: { state: 'failed', reason: reasonOf(problem) },
      about,
    });
  }
  return { kind: refusals.times >= ALIKE ? 'refused alike' : 'refused', problem };
}

/** Long enough to tell reasons apart, short enough to be kept with the run. */
const REASON_LENGTH = 200;

function refusalsWith(before: Refusals | undefined, subject: string): Refusals {
  const reason = subject.slice(0, REASON_LENGTH);
  return { reason, times: before?.reason === reason ? before.times + 1 : 1 };
}

/** Notes the id of a task that was created for a question; without a task the question stays in doubt. */
export function noteCreated(
  job: Job,
  { fingerprint, ordinal }: Pick<Chosen, 'fingerprint' | 'ordinal'>,
  task: Task | undefined,
): void {
  if (!task) return;
  const about = { run: job.run.id, fingerprint, ordinal, at: Date.parse(task.createdAt) };
  job.created.set(fingerprint, { taskId: task.id, about });
  job.awaited.set(task.id, { about, vouched: true, isFresh: true });
}

/** Ends a question of which nobody will ever know whether it was asked. Its time is that from which a later look in the list begins. */
export function notePerhapsAsked(
  job: Job,
  { fingerprint, ordinal }: Pick<Chosen, 'fingerprint' | 'ordinal'>,
  post: Post,
): void {
  const about = { run: job.run.id, fingerprint, ordinal, at: stretchOf(post).since };
  job.ended.set(fingerprint, { outcome: { state: 'perhaps asked' }, about });
}

function reasonOf(problem: Problem): string {
  return `Linkup cannot take this question: ${problem.subject || 'no reason given'}. Change the row and ask again.`;
}

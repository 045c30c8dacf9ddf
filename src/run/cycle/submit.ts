/** Submitting: the POST is written down, then sent with at most 100 questions of whichever runs have some; what its answer leaves open is settled by the list. */
import { asProblem, Problem } from '../../enrichment/problem';
import { questionOf } from '../../enrichment/question';
import { type Linkup, MAX_BATCH } from '../../linkup/client';
import { isRefusal, reactionTo } from '../../linkup/errors';
import { pair } from '../../linkup/match';
import { subjectHash } from '../../linkup/subject';
import type { Task } from '../../linkup/types';
import type { Agreements, Drawn } from '../record/agreement';
import type { IdKeeper } from '../record/kept-ids';
import { type Part, type Post, sealOfPost } from '../record/posts';
import { rangesOf, union } from '../record/ranges';
import type { Run } from '../record/run';
import type { Job } from '../rows/job';
import type { Chosen } from '../rows/queue';
import { Looks } from '../rows/still-ask';
import { Holds } from './holds';
import { noteCreated, notePerhapsAsked, noteRefused, refusedAgain, widen } from './note-sent';
import type { Outstanding } from './open-posts';

/** What a POST led to, for one of the runs that had questions in it. */
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
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'unclear'; readonly problem: Problem };

/** Questions of one run that go out next, looked at a moment ago. */
export interface Chunk {
  readonly kind: 'chunk';
  readonly job: Job;
  readonly questions: readonly Chosen[];
}

/** What became of a chunk. */
export interface Result {
  readonly job: Job;
  readonly submitted: Submitted;
}

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

/** Single questions that are refused alike before that is taken for the enrichment's or the account's matter. */
const ALIKE = 5;

/** Successes without a single task in a row, before a person is told. */
const EMPTY = 3;

/** Questions that are looked at together with those that are sent. */
const MOST_NEXT = 500;

const NOTHING: Submitted = { kind: 'nothing to send' };

/** Sends the next chunks of runs, after a look at their rows: nobody pays for a question of a minute ago. */
export class Submitter {
  private readonly holds = new Holds();
  private readonly looks: Looks;

  constructor(private readonly means: Means) {
    this.looks = new Looks(means.now);
  }

  /** What a run would ask next in so many places, beside what others ask in the same POST, or why it asks nothing. */
  next(job: Job, slots: number, beside: readonly Chunk[] = []): Chunk | Submitted {
    const now = this.means.now();
    const reserved = job.reserved();
    if (reserved.length === 0 || this.holds.isHeld(job.run.id, now)) return NOTHING;
    if (this.means.agreements.left(job.run) === 0) return { kind: 'cap reached' };
    // What others are about to ask under the same cap may yet be refused.
    const affordable = this.means.agreements.left(job.run, beside.map(drawing));
    if (!this.means.outstanding.mayOpen(now)) return NOTHING;
    const chunk = reserved.slice(0, Math.min(slots, affordable, job.run.limit ?? MAX_BATCH, MAX_BATCH));
    if (chunk.length === 0) return NOTHING;
    const asking = (some: readonly Chosen[]) => job.askingAny(some.map(({ fingerprint }) => fingerprint));
    const next = () => asking(reserved.slice(chunk.length, chunk.length + MOST_NEXT));
    if (!this.looks.stillAsk(job, asking(chunk), next)) return { kind: 'moved' };
    // Rows that were looked at just now for the first time may be loading: nobody knows what they ask.
    const questions = chunk.flatMap((each) => {
      const text = job.textOf(each.fingerprint);
      return text === undefined ? [] : [{ ...each, text }];
    });
    return questions.length === 0 ? NOTHING : { kind: 'chunk', job, questions };
  }

  /** Sends chunks of several runs, at most 100 questions, in one POST. Throws `storage-full` where it could not be written down: then nothing was sent. */
  send(chunks: readonly Chunk[]): Result[] {
    const post = this.intend(chunks);
    if (!post) return chunks.map(({ job }) => ({ job, submitted: NOTHING }));
    const questions = chunks.flatMap(questionsOf);
    try {
      const answered = this.means.linkup.submit(questions);
      const { tasks, recognised, inKnownForm } = pair(questions, answered);
      if (answered.length === 0) return this.empty(chunks, post);
      this.means.learn(inKnownForm);
      return this.taken(chunks, post, recognised === 0 ? [] : tasks);
    } catch (thrown) {
      return this.failed(chunks, post, asProblem(thrown));
    }
  }

  /** Counted as spent before it is sent: the cap must hold even if nobody lives to see the answer. Undefined where it must not be sent. */
  private intend(chunks: readonly Chunk[]): Post | undefined {
    const { now, newId, outstanding, agreements } = this.means;
    const linkupAt = this.means.linkupTime();
    const post = {
      id: newId(),
      at: now(),
      ...(linkupAt === undefined ? {} : { linkupAt }),
      parts: chunks.map(partOf),
    };
    agreements.draw(post.id, drawnBy(chunks, post));
    const sending = chunks.map(({ job }, i) => withSent(job.run, post.parts[i]));
    try {
      // What others have counted meanwhile is not known here: nothing is given back.
      if (!outstanding.open(post, sending)) return undefined;
    } catch (thrown) {
      // What could not be written down is not sent.
      for (const { job, questions } of chunks) this.close(job, post, questions.length);
      throw thrown;
    }
    for (const [i, { job }] of chunks.entries()) job.run = sending[i] ?? job.run;
    return post;
  }

  /** What of it is known, run by run. */
  private taken(chunks: readonly Chunk[], post: Post, tasks: readonly (Task | undefined)[]): Result[] {
    const all = dealOut(chunks, tasks);
    const dealt = all.filter(({ own }) => own.some(Boolean));
    const unknown = all.filter((each) => !dealt.includes(each));
    const missing = dealt.flatMap(({ own }) => own.filter((task) => !task)).length;
    for (const { job, questions, own } of dealt)
      for (const [i, question] of questions.entries()) noteCreated(job, question, own[i]);
    this.means.outstanding.answered(post, missing, this.means.now());
    if (missing === 0) for (const { job, own } of dealt) this.keep(job, post, own);
    return [...dealt.map((chunk) => this.sent(chunk)), ...this.inDoubt(unknown, post)];
  }

  private sent({ job, questions }: Chunk): Result {
    widen(job);
    this.holds.release(job.run.id);
    return { job, submitted: { kind: 'sent', questions: questions.length } };
  }

  /** All of it is asked for good. Where there is no room for the ids, Linkup's list tells them should nobody live to write them. */
  private keep(job: Job, post: Post, tasks: readonly (Task | undefined)[]): void {
    const { id } = job.run;
    try {
      this.close(job, post, 0, this.means.ids.entry(id, post.id, sealOfPost(post, id), tasks));
    } catch (thrown) {
      if (asProblem(thrown).code !== 'storage-full') throw thrown;
      this.close(job, post, 0);
    }
  }

  private close({ run }: Job, post: Post, absent: number, along?: Readonly<Record<string, string>>): void {
    this.means.agreements.close(run, post.id, absent, sealOfPost(post, run.id), along);
  }

  /** A success with no task in it: the list tells whether there are any. One after the other is nothing that time would heal. */
  private empty(chunks: readonly Chunk[], post: Post): Result[] {
    const count = chunks.reduce((sum, { questions }) => sum + questions.length, 0);
    this.means.outstanding.answered(post, count, this.means.now());
    const problem = new Problem('bad-response', 'it took no question of the last requests');
    return chunks.map(({ job }) => {
      const times = refusedAgain(job, problem.subject);
      return { job, submitted: { kind: times >= EMPTY ? 'refused alike' : 'unclear', problem } };
    });
  }

  /** Every one of them may be under way, and none can be told from the others: nothing is guessed, and nothing asked again. */
  private inDoubt(chunks: readonly Chunk[], post: Post): Result[] {
    return chunks.map(({ job, questions }) => {
      for (const question of questions) notePerhapsAsked(job, question, post);
      this.close(job, post, 0);
      return { job, submitted: { kind: 'unrecognised' } };
    });
  }

  private failed(chunks: readonly Chunk[], post: Post, problem: Problem): Result[] {
    const kind = isRefusal(problem) ? 'refused' : 'unclear';
    this.means.outstanding.failed(post, kind, this.means.now());
    const isMixed = chunks.length > 1;
    return chunks.map((chunk) => ({
      job: chunk.job,
      submitted: kind === 'unclear' ? { kind, problem } : this.refused(chunk, problem, isMixed),
    }));
  }

  /** Which of several runs a refusal is about, their next POSTs tell: one each. */
  private refused({ job, questions }: Chunk, problem: Problem, isMixed: boolean): Submitted {
    const now = this.means.now();
    const invalid = reactionTo(problem) === 'fix';
    const mayBeLess = invalid || problem.code === 'queue-full' || isAboutMoney(problem);
    if (isMixed || (mayBeLess && questions.length > 1)) {
      job.run = { ...job.run, limit: Math.ceil(questions.length / 2) };
      return { kind: 'too much' };
    }
    if (problem.code === 'queue-full') this.holds.hold(job.run.id, now);
    if (!invalid) return { kind: 'refused', problem };
    noteRefused(job, questions, problem, now);
    return { kind: refusedAgain(job, problem.subject) >= ALIKE ? 'refused alike' : 'refused', problem };
  }
}

/** Whether a smaller batch might still be paid for. */
export function isAboutMoney({ code }: Problem): boolean {
  return code === 'no-credits' || code === 'budget-reached';
}

function questionsOf({ job, questions }: Chunk) {
  return questions.map(({ text }) => questionOf(job.asked, text));
}

function drawing({ job: { run }, questions }: Chunk): Drawn {
  return { run, questions: questions.length };
}

/** What a POST draws on each agreement. */
function drawnBy(chunks: readonly Chunk[], post: Post): Drawn[] {
  return chunks.map((chunk) => ({ ...drawing(chunk), seal: sealOfPost(post, chunk.job.run.id) }));
}

/** To each chunk the tasks of its own questions, of all that a POST brought in their order. */
function dealOut(chunks: readonly Chunk[], tasks: readonly (Task | undefined)[]) {
  let from = 0;
  return chunks.map((chunk) => {
    const own = tasks.slice(from, from + chunk.questions.length);
    from += chunk.questions.length;
    return { ...chunk, own };
  });
}

function partOf(chunk: Chunk): Part {
  const { id: run, enrichment } = chunk.job.run;
  const ordinals = rangesOf(chunk.questions.map(({ ordinal }) => ordinal));
  return { run, enrichment, ordinals, subjects: questionsOf(chunk).map(subjectHash).join('') };
}

function withSent(run: Run, part: Part | undefined): Run {
  return part ? { ...run, sent: union(run.sent, part.ordinals) } : run;
}

/** Submitting: the intent is written down, then one POST of at most 100 questions; whatever is unclear is settled before the next. */

import { asProblem, type Problem } from '../../enrichment/problem';
import { questionOf } from '../../enrichment/question';
import { type Linkup, MAX_BATCH } from '../../linkup/client';
import { isRefusal, reactionTo } from '../../linkup/errors';
import { pair } from '../../linkup/match';
import type { Task } from '../../linkup/types';
import { type Agreements, sealOf } from '../record/agreement';
import { postOf } from '../record/run';
import type { Job, Reserved } from '../rows/job';

/** What a POST led to. */
export type Submitted =
  | { readonly kind: 'sent'; readonly questions: number }
  | { readonly kind: 'nothing to send' }
  | { readonly kind: 'cap reached' }
  /** Rows do not ask what they asked when they were read: nothing was sent. */
  | { readonly kind: 'moved' }
  | { readonly kind: 'too much' }
  | { readonly kind: 'refused' | 'unknown'; readonly problem: Problem };

/** Pauses after the queue was full for a single question, in ms: doubling. */
const FIRST_HOLD = 5_000;
const LONGEST_HOLD = 60_000;

/** Sends the next chunk of a job, after a look at its rows: nobody pays for a question of a minute ago. */
export class Submitter {
  /** While others keep the queue full, by run: when to try again, and the pause before that, in ms. */
  private readonly holds = new Map<string, { readonly until: number; readonly pause: number }>();

  constructor(
    private readonly linkup: Linkup,
    private readonly execution: string,
    private readonly agreements: Agreements,
    private readonly save: (job: Job) => void,
  ) {}

  /** `slots` is what the queue has free for this job. */
  submit(job: Job, slots: number, now: number): Submitted {
    const affordable = this.agreements.left(job.run);
    if (now < (this.holds.get(job.run.id)?.until ?? 0)) return { kind: 'nothing to send' };
    if (job.reserved().length === 0) return { kind: 'nothing to send' };
    if (affordable === 0) return { kind: 'cap reached' };
    const size = Math.min(slots, affordable, job.run.limit ?? MAX_BATCH, MAX_BATCH);
    const chunk = job.reserved().slice(0, size);
    if (chunk.length === 0) return { kind: 'nothing to send' };
    if (!job.stillAsk(job.askingAny(chunk.map(({ fingerprint }) => fingerprint)))) return { kind: 'moved' };
    this.intend(job, chunk, now);
    return this.post(job, chunk, now);
  }

  /** Counted as spent before it is sent: the cap must hold even if nobody lives to see the answer. */
  private intend(job: Job, chunk: readonly Reserved[], now: number): void {
    const ordinals = chunk.map(({ ordinal }) => ordinal);
    const intent = { at: now, execution: this.execution, ordinals };
    this.agreements.draw(postOf(intent), [{ run: job.run, questions: chunk.length, seal: sealOf(intent) }]);
    job.run = {
      ...job.run,
      cursor: Math.max(job.run.cursor, ...ordinals),
      again: job.run.again.filter((ordinal) => !ordinals.includes(ordinal)),
      intent,
    };
    this.save(job);
  }

  private post(job: Job, chunk: readonly Reserved[], now: number): Submitted {
    const questions = chunk.map(({ text }) => questionOf(job.enrichment, text));
    try {
      const { tasks } = pair(questions, this.linkup.submit(questions));
      for (const [i, reserved] of chunk.entries()) noteCreated(job, reserved, tasks[i]);
      // Where fewer came than were sent, the list has to say what was asked.
      if (tasks.every(Boolean)) this.settled(job, 0);
      widen(job);
      this.holds.delete(job.run.id);
      return { kind: 'sent', questions: chunk.length };
    } catch (thrown) {
      return this.failed(job, chunk, asProblem(thrown), now);
    }
  }

  /** Not even one question got in, though the list had shown a free place: somebody else is quicker. */
  private hold({ run }: Job, now: number): void {
    const pause = Math.min(2 * (this.holds.get(run.id)?.pause ?? FIRST_HOLD / 2), LONGEST_HOLD);
    this.holds.set(run.id, { until: now + pause, pause });
  }

  private settled({ run }: Job, absent: number): void {
    if (run.intent) this.agreements.settle(run, postOf(run.intent), absent, sealOf(run.intent));
  }

  private failed(job: Job, chunk: readonly Reserved[], problem: Problem, now: number): Submitted {
    const invalid = reactionTo(problem) === 'fix';
    const [first, ...others] = chunk;
    const tooMany = problem.code === 'queue-full' || isAboutMoney(problem);
    if ((invalid || tooMany) && others.length > 0) {
      job.run = { ...job.run, limit: Math.ceil(chunk.length / 2) };
      return { kind: 'too much' };
    }
    if (invalid && first) {
      noteInvalid(job, first, problem, now);
      this.settled(job, 1);
    }
    if (problem.code === 'queue-full') this.hold(job, now);
    return { kind: isRefusal(problem) ? 'refused' : 'unknown', problem };
  }
}

/** What was taken may be more the next time, up to a whole batch. */
function widen(job: Job): void {
  const { limit, ...run } = job.run;
  if (limit !== undefined) job.run = 2 * limit < MAX_BATCH ? { ...run, limit: 2 * limit } : run;
}

/** Whether a smaller batch might still be paid for. */
export function isAboutMoney({ code }: Problem): boolean {
  return code === 'no-credits' || code === 'budget-reached';
}

/** A question that Linkup refuses on its own is the row's matter: it ends here, and was not asked. */
function noteInvalid(job: Job, { fingerprint, ordinal }: Reserved, problem: Problem, now: number): void {
  const about = { run: job.run.id, fingerprint, ordinal, at: now };
  job.ended.set(fingerprint, { outcome: { state: 'failed', reason: reasonOf(problem) }, about, since: now });
}

/** Notes the id of a task that was created for a question; without a task the question stays unsettled. */
export function noteCreated(job: Job, { fingerprint, ordinal }: Reserved, task: Task | undefined): void {
  if (!task) return;
  const about = { run: job.run.id, fingerprint, ordinal, at: Date.parse(task.createdAt) };
  job.created.set(fingerprint, { taskId: task.id, about });
  job.awaited.set(task.id, { about });
}

function reasonOf(problem: Problem): string {
  return `Linkup cannot take this question: ${problem.subject || 'no reason given'}. Change the row and ask again.`;
}

/** Does the work: accepts tasks into the queue, ends them when their time has come, charges for success. */
import type { Caller } from './accounts';
import { answer } from './answer/answer';
import { formed } from './answer/formed';
import type { Bill } from './bill';
import { type Json, questionOf, type Work } from './contract';
import { echoOf } from './echo';
import { ApiError } from './errors';
import { Funds } from './funds';
import type { LinkupKnobs } from './knobs';
import type { Knowledge } from './knowledge/knowledge';
import { latencyOf, type Plan, planBatch } from './plan';
import { priceOf } from './prices';
import type { Random } from './random';
import { type Outcome, type Task, TaskStore } from './tasks';
import type { BatchItem } from './validate/batch';

/** The state machine behind the routes. Every method is told the time. */
export class Engine {
  readonly store = new TaskStore();
  private readonly funds: Funds;
  /** Other people ask the same thing thousands of times: what a piece of work was answered once stays its answer. */
  private readonly answers = new WeakMap<Work, Json>();

  constructor(
    private readonly bill: Bill,
    private readonly knowledge: Knowledge,
    private readonly knobs: LinkupKnobs,
    private readonly random: Random,
  ) {
    this.funds = new Funds(bill, this.store, knobs);
  }

  /** Tasks in flight that count against the organisation's queue. */
  inFlight(organization: string): number {
    return this.store.openOf(organization).length + this.knobs.neighbours.slots;
  }

  /** Ends every task whose time has come. */
  settle(now: number): void {
    for (const task of this.store.takeEnded(now)) task.outcome = this.outcomeOf(task);
  }

  /** Accepts a batch, or throws the 429 that refuses it. The tasks come back in the order of the items. */
  submit(items: readonly BatchItem[], caller: Caller, at: number): readonly Task[] {
    const accepted = this.withinQueue(items, caller);
    this.funds.requireForSubmission(caller, sumOf(accepted));
    return this.accept(accepted, caller, at);
  }

  /** Adds tasks without asking whether there is room or money: the tasks of other people. */
  accept(items: readonly BatchItem[], caller: Caller, at: number): readonly Task[] {
    const works = items.flatMap(({ checked }) => (checked.ok ? [checked.value] : []));
    const plans = planBatch(works, at, this.store.tasks.length, this.knobs, this.random)[Symbol.iterator]();
    const tasks = items.map((item) => {
      const plan = item.checked.ok ? plans.next().value : undefined;
      return this.newTask(item, caller, at, plan ?? { startsAt: at, endsAt: at, failure: null });
    });
    this.store.add(tasks);
    return tasks;
  }

  /** Answers a direct call and charges for it, or throws. */
  answerNow(work: Work, caller: Caller, at: number): Json {
    const price = priceOf(work);
    this.funds.requireForSubmission(caller, price);
    const failure = this.knobs.failWhen(work);
    if (failure !== null) throw new ApiError(failure);
    const output = this.answerOf(work);
    this.charge(work, caller, at, null);
    return output;
  }

  /** How long a direct call takes this time, in milliseconds. */
  directLatency(work: Work): number {
    return this.random.between(latencyOf(work, this.knobs));
  }

  private withinQueue(items: readonly BatchItem[], caller: Caller): readonly BatchItem[] {
    const limit = this.knobs.queueLimit;
    const free = Math.max(0, limit - this.inFlight(caller.organization));
    if (items.length <= free) return items;
    if (this.knobs.shortage === 'partial' && free > 0) return items.slice(0, free);
    throw new ApiError(
      'TASKS_QUEUE_LIMIT_EXCEEDED',
      `Too many pending tasks. You have ${free} slots available (max ${limit}). Please wait for some tasks to complete before submitting new ones.`,
    );
  }

  private newTask({ type, sent, checked }: BatchItem, caller: Caller, at: number, plan: Plan): Task {
    const base = { id: this.random.uuid(), type, sent, caller, createdAt: at, ...plan, json: null };
    if (checked.ok) {
      const work = checked.value;
      const input = echoOf(work, sent, at, this.knobs);
      return { ...base, work, input, price: priceOf(work), outcome: null };
    }
    const message = checked.issues.map((issue) => issue.message).join(', ');
    const outcome = this.failed(new ApiError('VALIDATION_ERROR', message), caller);
    return { ...base, work: null, input: sent, price: 0, outcome };
  }

  private outcomeOf(task: Task): Outcome {
    try {
      if (task.work === null) throw new Error(`task ${task.id} was invalid and cannot end twice`);
      if (task.failure !== null) throw new ApiError(task.failure);
      this.funds.requireForCompletion(task.caller, task.price);
      const output = this.answers.get(task.work) ?? this.answerOf(task.work);
      this.answers.set(task.work, output);
      this.charge(task.work, task.caller, task.endsAt, task.id);
      return { status: 'completed', output, error: null };
    } catch (error) {
      if (error instanceof ApiError) return this.failed(error, task.caller);
      throw error;
    }
  }

  private answerOf(work: Work): Json {
    return formed(answer(work, this.knowledge, this.knobs), this.knobs.outputForm(work));
  }

  private failed({ code, message }: ApiError, { key }: Caller): Outcome {
    const text = this.knobs.errorTexts === 'quoting' ? `${message} (Authorization: Bearer ${key})` : message;
    const error = this.knobs.taskErrorForm === 'message' ? text : `${code}: ${text}`;
    return { status: 'failed', output: null, error };
  }

  private charge(work: Work, caller: Caller, at: number, taskId: string | null): void {
    const { key, organization } = caller;
    const price = priceOf(work);
    this.bill.charge({ at, organization, key, type: work.type, taskId, question: questionOf(work), price });
  }
}

function sumOf(items: readonly BatchItem[]): number {
  return items.reduce((sum, { checked }) => sum + (checked.ok ? priceOf(checked.value) : 0), 0);
}

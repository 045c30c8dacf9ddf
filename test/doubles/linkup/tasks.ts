/** The tasks of all organisations. No timers: a task's state follows from its plan and the time of the question. */
import type { Caller } from './accounts';
import type { Json, TaskEnvelope, TaskStatus, TaskType, Work } from './contract';
import type { Plan } from './plan';

/** How a task ended. */
export interface Outcome {
  readonly status: 'completed' | 'failed';
  readonly output: Json;
  readonly error: string | null;
}

/** One task with its plan. `work` is null for an item that was invalid (knob `atomicity: each`). */
export interface Task extends Plan {
  readonly id: string;
  readonly type: TaskType;
  readonly work: Work | null;
  /** The input exactly as it was sent. */
  readonly sent: Json;
  /** The normalised input that envelopes carry. */
  readonly input: Json;
  readonly caller: Caller;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  /** US dollars if it succeeds. */
  readonly price: number;
  outcome: Outcome | null;
  /** Its envelope as JSON, once that can change no more and somebody has read it. */
  json: string | null;
}

/** Tasks in order: of `all`, those at the indices `from` (inclusive) to `to` (exclusive). */
export interface Stretch {
  readonly all: readonly Task[];
  readonly from: number;
  readonly to: number;
}

/** All tasks, and which of them are still open. Lists of tens of thousands are read again and again: none is copied for that. */
export class TaskStore {
  private readonly all: Task[] = [];
  private readonly byId = new Map<string, Task>();
  private open: Task[] = [];
  /** The same by organisation. */
  private openBy = new Map<string, Task[]>();
  /** When the first open task ends, in milliseconds since the epoch. */
  private nextEnd = Number.POSITIVE_INFINITY;
  /** By organisation, in the order of creation. */
  private readonly created = new Map<string, Task[]>();
  /** By organisation, in the order in which they ended. */
  private readonly ended = new Map<string, Task[]>();

  /** Every task ever created, oldest first, expired ones included. */
  get tasks(): readonly Task[] {
    return this.all;
  }

  /** Adds tasks. */
  add(tasks: readonly Task[]): void {
    for (const task of tasks) {
      this.all.push(task);
      this.byId.set(task.id, task);
      keepIn(this.created, task);
      if (task.outcome === null) this.keepOpen(task);
      else keepIn(this.ended, task);
    }
  }

  private keepOpen(task: Task): void {
    this.open.push(task);
    keepIn(this.openBy, task);
    this.nextEnd = Math.min(this.nextEnd, task.endsAt);
  }

  /** Open tasks that have ended by now, in the order in which they ended; they are open no longer. */
  takeEnded(now: number): readonly Task[] {
    if (now < this.nextEnd) return [];
    const ended = this.open.filter((task) => task.endsAt <= now);
    const open = this.open.filter((task) => task.endsAt > now);
    this.open = [];
    this.openBy = new Map();
    this.nextEnd = Number.POSITIVE_INFINITY;
    for (const task of open) this.keepOpen(task);
    ended.sort((a, b) => a.endsAt - b.endsAt);
    for (const task of ended) keepIn(this.ended, task);
    return ended;
  }

  /** Tasks of an organisation that are pending or processing. */
  openOf(organization: string): readonly Task[] {
    return this.openBy.get(organization) ?? [];
  }

  /** A task by id, if it belongs to the organisation and is still kept. */
  find(id: string, organization: string, now: number, retentionMs: number): Task | undefined {
    const task = this.byId.get(id);
    const isVisible = task?.caller.organization === organization && isKept(task, now, retentionMs);
    return isVisible ? task : undefined;
  }

  /** The organisation's tasks that existed and were kept at a time, in the order of creation. */
  visible(organization: string, at: number, retentionMs: number): Stretch {
    const created = this.created.get(organization) ?? [];
    const to = countUntil(created, at, 'createdAt');
    if (this.endedBy(organization, at, retentionMs).from === 0) return { all: created, from: 0, to };
    return wholeOf(created.slice(0, to).filter((task) => isKept(task, at, retentionMs)));
  }

  /** The organisation's tasks that had ended and were kept at a time, in the order in which they ended. */
  endedBy(organization: string, at: number, retentionMs: number): Stretch {
    const ended = this.ended.get(organization) ?? [];
    const to = countUntil(ended, at, 'endsAt');
    return { all: ended, from: countUntil(ended, at - retentionMs, 'endsAt'), to };
  }
}

/** All of these tasks. */
export function wholeOf(tasks: readonly Task[]): Stretch {
  return { all: tasks, from: 0, to: tasks.length };
}

function keepIn(lists: Map<string, Task[]>, task: Task): void {
  const { organization } = task.caller;
  const list = lists.get(organization);
  if (list === undefined) lists.set(organization, [task]);
  else list.push(task);
}

/** How many of the tasks, given in the order of that time, had it behind them at a moment. */
function countUntil(tasks: readonly Task[], at: number, time: 'createdAt' | 'endsAt'): number {
  let low = 0;
  let high = tasks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tasks[middle]?.[time] ?? at) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isKept(task: Task, now: number, retentionMs: number): boolean {
  return now - task.endsAt < retentionMs;
}

/** The status at a time. */
export function statusAt(task: Task, at: number): TaskStatus {
  if (at >= task.endsAt && task.outcome !== null) return task.outcome.status;
  return at < task.startsAt ? 'pending' : 'processing';
}

/** When the status last changed, in milliseconds since the epoch. */
export function updatedAt(task: Task, at: number): number {
  if (at >= task.endsAt) return task.endsAt;
  return at < task.startsAt ? task.createdAt : task.startsAt;
}

/** The envelope at a time. */
function envelopeOf(task: Task, at: number): TaskEnvelope {
  const status = statusAt(task, at);
  const ended = status === 'completed' || status === 'failed' ? task.outcome : null;
  return {
    createdAt: new Date(task.createdAt).toISOString(),
    error: ended?.error ?? null,
    id: task.id,
    input: task.input,
    output: ended?.output ?? null,
    status,
    type: task.type,
    updatedAt: new Date(updatedAt(task, at)).toISOString(),
  };
}

/** The envelope at a time as JSON. Ended tasks are listed again and again: theirs is written once. */
export function envelopeJson(task: Task, at: number): string {
  const isFinal = at >= task.endsAt && task.outcome !== null;
  if (!isFinal) return JSON.stringify(envelopeOf(task, at));
  task.json ??= JSON.stringify(envelopeOf(task, at));
  return task.json;
}

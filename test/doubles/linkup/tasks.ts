/** The tasks of all organisations. No timers: a task's state follows from its plan and the time of the question. */
import type { Caller } from './accounts';
import type { Json, JsonObject, TaskEnvelope, TaskStatus, TaskType, Work } from './contract';
import type { Plan } from './plan';

/** How a task ended. */
export interface Outcome {
  readonly status: 'completed' | 'failed';
  readonly output: JsonObject | null;
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
}

/** All tasks, and which of them are still open. */
export class TaskStore {
  private readonly all: Task[] = [];
  private readonly byId = new Map<string, Task>();
  private open: Task[] = [];
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
      if (task.outcome === null) this.open.push(task);
      else this.keepEnded(task);
    }
  }

  /** Open tasks that have ended by now, in the order in which they ended; they are open no longer. */
  takeEnded(now: number): readonly Task[] {
    const ended = this.open.filter((task) => task.endsAt <= now);
    if (ended.length > 0) this.open = this.open.filter((task) => task.endsAt > now);
    ended.sort((a, b) => a.endsAt - b.endsAt);
    for (const task of ended) this.keepEnded(task);
    return ended;
  }

  /** Tasks of an organisation that are pending or processing. */
  openOf(organization: string): readonly Task[] {
    return this.open.filter((task) => task.caller.organization === organization);
  }

  /** A task by id, if it belongs to the organisation and is still kept. */
  find(id: string, organization: string, now: number, retentionMs: number): Task | undefined {
    const task = this.byId.get(id);
    const isVisible = task?.caller.organization === organization && isKept(task, now, retentionMs);
    return isVisible ? task : undefined;
  }

  /** The organisation's tasks that existed and were kept at a time, in the order of creation. */
  visible(organization: string, at: number, retentionMs: number): readonly Task[] {
    return this.all.filter(
      (task) =>
        task.caller.organization === organization && task.createdAt <= at && isKept(task, at, retentionMs),
    );
  }

  /** The organisation's tasks that had ended and were kept at a time, in the order in which they ended. */
  endedBy(organization: string, at: number, retentionMs: number): readonly Task[] {
    const ended = this.ended.get(organization) ?? [];
    return ended.slice(countUntil(ended, at - retentionMs), countUntil(ended, at));
  }

  private keepEnded(task: Task): void {
    const { organization } = task.caller;
    const ended = this.ended.get(organization);
    if (ended === undefined) this.ended.set(organization, [task]);
    else ended.push(task);
  }
}

/** How many of the tasks, given in the order in which they ended, had ended by a time. */
function countUntil(ended: readonly Task[], at: number): number {
  let low = 0;
  let high = ended.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ended[middle]?.endsAt ?? at) <= at) low = middle + 1;
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
export function envelopeOf(task: Task, at: number): TaskEnvelope {
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

/** What a test may look at: the request log and the tasks, as plain data. */
import type { NetworkError } from '../http';
import { type Json, questionOf, type TaskStatus, type TaskType } from './contract';
import { statusAt, type Task } from './tasks';

/** One line of the request log. */
export interface RequestRecord {
  readonly method: string;
  readonly path: string;
  /** The query string without `?`. */
  readonly query: string;
  /** Milliseconds since the epoch, on arrival. */
  readonly at: number;
  /** HTTP status that the caller saw, or the kind of network error. */
  readonly status: number | NetworkError['kind'];
}

/** A task as a test may look at it. */
export interface TaskRecord {
  readonly id: string;
  readonly type: TaskType;
  readonly status: TaskStatus;
  readonly organization: string;
  readonly key: string;
  /** The `q` or `url`; empty for an invalid item. */
  readonly question: string;
  /** The input as it was sent. */
  readonly sent: Json;
  readonly output: Json;
  readonly error: string | null;
  /** US dollars if it succeeds. */
  readonly price: number;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  /** Milliseconds since the epoch; infinite if it never ends. */
  readonly endsAt: number;
}

/** The record of a task as it is now. */
export function recordOf(task: Task, now: number): TaskRecord {
  const { id, type, sent, price, createdAt, endsAt, caller, work, outcome } = task;
  return {
    id,
    type,
    status: statusAt(task, now),
    organization: caller.organization,
    key: caller.key,
    question: work === null ? '' : questionOf(work),
    sent,
    output: outcome?.output ?? null,
    error: outcome?.error ?? null,
    price,
    createdAt,
    endsAt,
  };
}

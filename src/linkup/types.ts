/** What Linkup's HTTP API sends back (reference pages and official SDK 3.2.7, November 2026), as the parsers let it in. */
import { TASK_TYPES, type TaskType } from '../enrichment/options';
import { isRecord, list, number, object, type Parser, record, text } from '../enrichment/parse';
import { Problem, unlessProblem } from '../enrichment/problem';
import { clearedText } from './texts';

/** Where a task stands. There is no cancelled and no expired: tasks simply vanish after a while. */
export type TaskStatus = 'pending' | 'processing' | 'completed' | 'failed';

/**
 * One unit of work. `input` is Linkup's normalised echo, never to be sent again. Times are ISO 8601 UTC, all in one form.
 * The list is the whole organisation's: what is of a kind that is new to us is read as `other`, so that it keeps its place.
 */
export interface Task {
  readonly id: string;
  readonly type: TaskType | 'other';
  readonly status: TaskStatus | 'other';
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** What it answers, in whatever form: a completed task is never taken for a failed one. Undefined where there is none. */
  readonly output: unknown;
  readonly error: string | undefined;
}

/** How many tasks the whole organisation has in flight, and may have. */
export interface Quota {
  readonly inFlight: number;
  readonly limit: number;
}

/** One page of GET /tasks. */
export interface TaskPage {
  readonly tasks: readonly Task[];
  /** How many more items there were that cannot be read as a task: what is not among `tasks` may be among them. */
  readonly unreadable: number;
  readonly page: number;
  readonly totalPages: number;
  /** How many tasks the whole list has. */
  readonly total: number;
  readonly quota: Quota;
}

const STATUSES = ['pending', 'processing', 'completed', 'failed'] as const;

/** A time as ISO 8601 in UTC. A text that is none would go unnoticed until it is written into a ledger. */
const time: Parser<string> = (value, path) => {
  const written = text(value, path);
  const ms = /^\d{4}-\d{2}-\d{2}T/.test(written) ? Date.parse(written) : Number.NaN;
  if (Number.isNaN(ms)) throw new Problem('malformed', `${path} should be a time`);
  return new Date(ms).toISOString();
};

function known<T extends string>(words: readonly T[], value: unknown): T | 'other' {
  return words.find((word) => word === value) ?? 'other';
}

/** Longest id that is believed, in characters; those of the documentation have 18 to 36. */
const LONGEST_ID = 200;

/** Whether a text can be an id of Linkup's: opaque, but printable, and no path. */
export function isTaskId(id: string): boolean {
  return id.length <= LONGEST_ID && /^[^\s/\\\p{C}]+$/u.test(id) && !id.includes('..');
}

const taskId: Parser<string> = (value, path) => {
  const id = text(value, path);
  if (!isTaskId(id)) throw new Problem('malformed', `${path} should be an id`);
  return id;
};

/** Reads a task. Throws `malformed` where it has no id, or no times to put it in order by. */
export const task: Parser<Task> = (value, path) => {
  const source = object(value, path);
  return {
    id: taskId(source.id, `${path}.id`),
    type: known(TASK_TYPES, source.type),
    status: known(STATUSES, source.status),
    createdAt: time(source.createdAt, `${path}.createdAt`),
    updatedAt: time(source.updatedAt, `${path}.updatedAt`),
    input: isRecord(source.input) ? source.input : {},
    output: source.output ?? undefined,
    // The key is gone from it already; any other token, and all beyond a few lines, goes here.
    error: typeof source.error === 'string' ? clearedText(source.error, '') : undefined,
  };
};

/** The tasks in a list, each at its place. One that cannot be read is undefined rather than spoiling the others. */
const tasks: Parser<(Task | undefined)[]> = (value, path) =>
  list((item) => item)(value, path).map((item, i) => unlessProblem(() => task(item, `${path}[${i}]`)));

const quota = record<Quota>({ inFlight: number, limit: number });
const metadata = record<Pick<TaskPage, 'page' | 'totalPages' | 'total'>>({
  page: number,
  totalPages: number,
  total: number,
});

/** Reads the body of GET /tasks. */
export const taskPage: Parser<TaskPage> = (value, path) => {
  const source = object(value, path);
  const listed = tasks(source.data, 'data');
  return {
    tasks: listed.flatMap((each) => each ?? []),
    unreadable: listed.filter((each) => !each).length,
    ...metadata(source.metadata, 'metadata'),
    quota: quota(source.quota, 'quota'),
  };
};

/** Reads the body of POST /tasks: a bare array, whose items keep their places. What is no task is undefined. */
export const createdTasks: Parser<(Task | undefined)[]> = tasks;

/** Reads the body of GET /credits/balance, in USD. */
export const balance: Parser<number> = (value, path) => number(object(value, path).balance, 'balance');

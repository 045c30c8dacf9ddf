/** What Linkup's HTTP API sends back (reference pages and official SDK 3.2.7, November 2026), as the parsers let it in. */
import { TASK_TYPES, type TaskType } from '../enrichment/options';
import { isRecord, list, maybe, number, object, oneOf, type Parser, record, text } from '../enrichment/parse';

/** Where a task stands. There is no cancelled and no expired: tasks simply vanish after a while. */
export type TaskStatus = 'pending' | 'processing' | 'completed' | 'failed';

/** One unit of work. `input` is Linkup's normalised echo, never to be sent again. Times are ISO 8601 UTC. */
export interface Task {
  readonly id: string;
  readonly type: TaskType | 'extract';
  readonly status: TaskStatus;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly output: Readonly<Record<string, unknown>> | undefined;
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
  readonly page: number;
  readonly totalPages: number;
  readonly quota: Quota;
}

const outputOf: Parser<Record<string, unknown> | undefined> = maybe(object);

export const task: Parser<Task> = (value, path) => {
  const source = object(value, path);
  return {
    id: text(source.id, `${path}.id`),
    type: oneOf(...TASK_TYPES, 'extract')(source.type, `${path}.type`),
    status: oneOf('pending', 'processing', 'completed', 'failed')(source.status, `${path}.status`),
    createdAt: text(source.createdAt, `${path}.createdAt`),
    updatedAt: text(source.updatedAt, `${path}.updatedAt`),
    input: object(source.input, `${path}.input`),
    output: outputOf(source.output, `${path}.output`),
    error: maybe(text)(source.error, `${path}.error`),
  };
};

const quota = record<Quota>({ inFlight: number, limit: number });
const metadata = record<{ page: number; totalPages: number }>({ page: number, totalPages: number });

/** Reads the body of GET /tasks. */
export const taskPage: Parser<TaskPage> = (value, path) => {
  const source = object(value, path);
  return {
    tasks: list(task)(source.data, 'data'),
    ...metadata(source.metadata, 'metadata'),
    quota: quota(source.quota, 'quota'),
  };
};

/** Reads the body of POST /tasks: a bare array. Items that are no task are left out, to be looked for in the list. */
export const createdTasks: Parser<Task[]> = (value, path) =>
  list((item) => item)(value, path).flatMap((item) =>
    isRecord(item) && 'id' in item ? [task(item, path)] : [],
  );

/** Reads the body of GET /credits/balance, in USD. */
export const balance: Parser<number> = (value, path) => number(object(value, path).balance, 'balance');

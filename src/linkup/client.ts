/** Linkup over HTTP. The only file that touches UrlFetchApp; every answer is parsed, every fault becomes a Problem. */
import { parseJson } from '../enrichment/parse';
import { Problem } from '../enrichment/problem';
import type { Question } from '../enrichment/question';
import { failureIn, problemIn, problemThrown, type TaskFailure } from './errors';
import {
  balance,
  createdTasks,
  output,
  type Task,
  type TaskPage,
  type TaskStatus,
  task,
  taskPage,
} from './types';

const BASE = 'https://api.linkup.so/v1';

/** Most tasks in one POST /tasks: reference page, November 2026. */
export const MAX_BATCH = 100;

/** Most tasks in one page of GET /tasks: reference page, November 2026. */
export const MAX_PAGE = 100;

/** Long enough for a batch of 100, short enough that two in a row stay inside Google's six minutes. */
const TIMEOUT_SECONDS = 60;

/** What is asked of GET /tasks. Always explicit: the API's own defaults are the 10 oldest tasks of the organisation. */
export interface ListQuery {
  readonly sortBy: 'createdAt' | 'updatedAt';
  readonly page: number;
  readonly pageSize: number;
  readonly statuses: readonly TaskStatus[];
}

/** What a question leads to when it is asked directly: an output, which is billed, or the reason why there is none. */
export type Direct =
  | { readonly kind: 'answered'; readonly output: Readonly<Record<string, unknown>> }
  | TaskFailure;

/** The API as the engine uses it. Every method throws a Problem. */
export interface Linkup {
  /** POST /tasks with up to MAX_BATCH questions; the created tasks in Linkup's order, undefined where an item cannot be read. */
  submit(questions: readonly Question[]): (Task | undefined)[];
  /** POST /search or /fetch: one question, answered while we wait. Never asked twice by itself. */
  direct(question: Question): Direct;
  /** POST /research, which has no direct answer: a task, to be looked after with `get`. */
  research(question: Question): Task;
  /** GET /tasks, newest first. */
  list(query: ListQuery): TaskPage;
  /** GET /tasks/:id, or undefined where Linkup no longer knows it. */
  get(id: string): Task | undefined;
  /** GET /credits/balance in USD. Free of charge. */
  balance(): number;
  /** What Linkup's own clock said with its last answer, in ms since 1970; undefined where it said nothing yet. */
  clock(): number | undefined;
}

/** One HTTP answer. */
interface Answered {
  readonly status: number;
  readonly content: string;
  /** By Linkup's own clock, in ms since 1970; NaN where it did not tell. */
  readonly at: number;
}

/** One HTTP exchange. */
type Exchange = (method: 'get' | 'post', path: string, body?: unknown) => Answered;

/** A client for one key; `onRequest` lets the caller meter Google's daily quota. */
export function linkup(key: string, onRequest: () => void = () => {}): Linkup {
  let lastAnswer: number | undefined;
  const send: Exchange = (method, path, body) => {
    const answered = exchange(key, onRequest, method, path, body);
    if (!Number.isNaN(answered.at)) lastAnswer = answered.at;
    return answered;
  };
  return {
    submit: (questions) => read(createdTasks, success(send('post', '/tasks', questions))),
    direct: (question) => direct(send('post', `/${question.type}`, question.input)),
    research: ({ input }) => read(task, success(send('post', '/research', input))),
    list: (query) => read(taskPage, success(send('get', `/tasks?${listParameters(query)}`))),
    get: (id) => getTask(send, id),
    balance: () => read(balance, success(send('get', '/credits/balance'))),
    clock: () => lastAnswer,
  };
}

function listParameters({ sortBy, page, pageSize, statuses }: ListQuery): string {
  const parameters = [`page=${page}`, `pageSize=${pageSize}`, `sortBy=${sortBy}`, 'sortDirection=desc'];
  return [...parameters, ...statuses.map((status) => `status=${status}`)].join('&');
}

function direct(answered: Answered): Direct {
  const failure = isSuccess(answered) ? undefined : failureIn(answered.content);
  return failure ?? { kind: 'answered', output: read(output, success(answered)) };
}

function getTask(send: Exchange, id: string): Task | undefined {
  try {
    return read(task, success(send('get', `/tasks/${encodeURIComponent(id)}`)));
  } catch (thrown) {
    if (thrown instanceof Problem && thrown.code === 'task-not-found') return undefined;
    throw thrown;
  }
}

function exchange(
  key: string,
  onRequest: () => void,
  method: 'get' | 'post',
  path: string,
  body?: unknown,
): Answered {
  onRequest();
  const response = fetchOrProblem(`${BASE}${path}`, {
    method,
    headers: { Authorization: `Bearer ${key}` },
    muteHttpExceptions: true,
    timeoutSeconds: TIMEOUT_SECONDS,
    ...(body === undefined ? {} : { contentType: 'application/json', payload: JSON.stringify(body) }),
  });
  const at = Date.parse(headerOf(response.getHeaders(), 'date'));
  return { status: response.getResponseCode(), content: response.getContentText(), at };
}

/** A header by its name, in whatever case it came; '' where there is none. */
function headerOf(headers: object, name: string): string {
  const found = Object.entries(headers).find(([key]) => key.toLowerCase() === name);
  return String(found?.[1] ?? '');
}

function isSuccess({ status }: Answered): boolean {
  return status >= 200 && status <= 299;
}

/** The JSON of a success; anything else is thrown as the Problem that it tells of. */
function success(answered: Answered): unknown {
  if (!isSuccess(answered)) throw problemIn(answered.status, answered.content);
  return parseJson(answered.content);
}

/** `timeoutSeconds` is in Google's reference (November 2026) but not yet in its types. */
type FetchOptions = GoogleAppsScript.URL_Fetch.URLFetchRequestOptions & { timeoutSeconds: number };

function fetchOrProblem(url: string, options: FetchOptions): GoogleAppsScript.URL_Fetch.HTTPResponse {
  try {
    return UrlFetchApp.fetch(url, options);
  } catch (thrown) {
    throw problemThrown(thrown);
  }
}

/** Parses a success; what cannot be read is Linkup's fault here, not the person's settings. */
function read<T>(parser: (value: unknown, path: string) => T, value: unknown): T {
  try {
    return parser(value, '');
  } catch (thrown) {
    throw new Problem('bad-response', thrown instanceof Problem ? thrown.subject : '');
  }
}

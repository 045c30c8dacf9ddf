/** Linkup for Apps Script: the API as the product uses it, typed. Every answer is parsed, every fault becomes a Problem. */
import { parseJson } from '../enrichment/parse';
import { Problem } from '../enrichment/problem';
import type { Question } from '../enrichment/question';
import { type Answered, errorIn } from './errors';
import { failureIn, type TaskFailure } from './failures';
import { exchange, type Request } from './http';
import { isAboutMode, otherSpelling } from './research-mode';
import { clearedText, withoutKey } from './texts';
import {
  balance,
  createdTasks,
  isTaskId,
  type Task,
  type TaskPage,
  type TaskStatus,
  task,
  taskPage,
} from './types';

/** Most tasks in one POST /tasks: reference page, November 2026. */
export const MAX_BATCH = 100;

/** Most tasks in one page of GET /tasks: reference page, November 2026. */
export const MAX_PAGE = 100;

/** How long an answer may take, in s: enough for what is asked, and two in a row stay inside Google's six minutes. */
const SECONDS = 60;

/** A direct answer takes as long as its question (Linkup's agent plugin, November 2026: 300 s for deep, 120 s for a page). */
const DIRECT_SECONDS = { deep: 300, fetch: 120 };

/** What is asked of GET /tasks. Always explicit: the API's own defaults are the 10 oldest tasks of the organisation. */
export interface ListQuery {
  readonly sortBy: 'createdAt' | 'updatedAt';
  /** The newest first unless something else is said. */
  readonly direction?: 'asc' | 'desc';
  readonly page: number;
  readonly pageSize: number;
  readonly statuses: readonly TaskStatus[];
}

/** What a question leads to when it is asked directly: an output, which is billed, or the reason why there is none. */
export type Direct = { readonly kind: 'answered'; readonly output: unknown } | TaskFailure;

/** The API as the engine uses it. Every method throws a Problem, a LinkupError where Linkup answered with an error. */
export interface Linkup {
  /** POST /tasks with up to MAX_BATCH questions; the created tasks in Linkup's order, undefined where an item cannot be read. */
  submit(questions: readonly Question[]): (Task | undefined)[];
  /** POST /search or /fetch: one question, answered while we wait. Never asked twice by itself. */
  direct(question: Question): Direct;
  /** POST /research, which has no direct answer: a task, to be looked after with `get`. */
  research(question: Question): Task;
  /** GET /tasks, newest first. */
  list(query: ListQuery): TaskPage;
  /** GET /tasks/:id, or undefined where Linkup does not know it, or could never have given it. */
  get(id: string): Task | undefined;
  /** GET /credits/balance in USD. Free of charge. */
  balance(): number;
  /** Linkup's own time at its last answer, in ms; undefined before the first, or where it tells none. */
  time(): number | undefined;
}

/** A client for one key; `onRequest` lets the caller meter Google's daily quota. Who has less time says how many `seconds` an answer may take. */
export function linkup(key: string, onRequest: () => void = () => {}, seconds = SECONDS): Linkup {
  const api = new Api(key, onRequest, seconds);
  return {
    submit: (questions) => api.inEitherSpelling(questions, (sent) => api.post(createdTasks, '/tasks', sent)),
    direct: (question) => api.direct(question),
    research: (question) =>
      api.inEitherSpelling([question], ([sent]) => api.post(task, '/research', sent?.input)),
    list: (query) => api.get(taskPage, `/tasks?${listParameters(query)}`),
    get: (id) => (isTaskId(id) ? api.getTask(id) : undefined),
    balance: () => api.get(balance, '/credits/balance'),
    time: () => api.time,
  };
}

function listParameters({ sortBy, direction = 'desc', page, pageSize, statuses }: ListQuery): string {
  const sorted = [`sortBy=${sortBy}`, `sortDirection=${direction}`];
  return [
    `page=${page}`,
    `pageSize=${pageSize}`,
    ...sorted,
    ...statuses.map((status) => `status=${status}`),
  ].join('&');
}

type Reader<T> = (value: unknown, path: string) => T;

/** The exchanges of one client, and what it remembers of them. */
class Api {
  private last: Answered | undefined;
  /** Whether Linkup has refused the documented spelling of the research mode and taken the other. */
  private isOtherSpelling = false;

  constructor(
    private readonly key: string,
    private readonly onRequest: () => void,
    private readonly seconds: number,
  ) {}

  /** Read only when it is asked for: after most answers nobody wants to know. */
  get time(): number | undefined {
    const time = Date.parse(this.last?.header('date') ?? '');
    return Number.isNaN(time) ? undefined : time;
  }

  get<T>(reader: Reader<T>, path: string): T {
    return read(reader, this.success(this.send({ method: 'get', path, seconds: this.seconds })));
  }

  post<T>(reader: Reader<T>, path: string, body: unknown): T {
    return read(reader, this.success(this.send({ method: 'post', path, body, seconds: this.seconds })));
  }

  direct({ type, input }: Question): Direct {
    const seconds =
      type === 'fetch' ? DIRECT_SECONDS.fetch : input.depth === 'deep' ? DIRECT_SECONDS.deep : SECONDS;
    const answered = this.send({ method: 'post', path: `/${type}`, body: input, seconds });
    const failure = isSuccess(answered) ? undefined : failureIn(answered.content, this.cleared);
    return failure ?? { kind: 'answered', output: this.success(answered) };
  }

  getTask(id: string): Task | undefined {
    try {
      return this.get(task, `/tasks/${encodeURIComponent(id)}`);
    } catch (thrown) {
      if (thrown instanceof Problem && thrown.code === 'task-not-found') return undefined;
      throw thrown;
    }
  }

  /** Documents and SDKs spell the research mode differently: where one is refused, which creates nothing, the other is tried once. */
  inEitherSpelling<T>(questions: readonly Question[], ask: (sent: readonly Question[]) => T): T {
    const other = questions.map(otherSpelling);
    try {
      return ask(this.isOtherSpelling ? other : questions);
    } catch (thrown) {
      if (this.isOtherSpelling || !isAboutMode(thrown, questions)) throw thrown;
      const answer = ask(other);
      this.isOtherSpelling = true;
      return answer;
    }
  }

  private readonly cleared = (text: string): string => clearedText(text, this.key);

  private send(request: Request): Answered {
    this.onRequest();
    const answered = exchange(this.key, request);
    this.last = answered;
    return { ...answered, content: withoutKey(answered.content, this.key) };
  }

  /** The JSON of a success; anything else is thrown as the error that it tells of. */
  private success(answered: Answered): unknown {
    if (!isSuccess(answered)) throw errorIn(answered, this.cleared);
    const value = parseJson(answered.content);
    if (value === undefined) throw new Problem('bad-response', 'no JSON');
    return value;
  }
}

function isSuccess({ status }: Answered): boolean {
  return status >= 200 && status <= 299;
}

/** Parses a success; what cannot be read is Linkup's fault here, not the person's settings. */
function read<T>(reader: Reader<T>, value: unknown): T {
  try {
    return reader(value, '');
  } catch (thrown) {
    throw new Problem('bad-response', thrown instanceof Problem ? thrown.subject : '');
  }
}

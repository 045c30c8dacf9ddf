/** What Linkup answered, as the questions read it: exchanges by name, and the tasks as the add-on itself reads them. */
import { isRecord } from '../../../src/enrichment/parse';
import { unlessProblem } from '../../../src/enrichment/problem';
import { errorIn, retryAfterOf } from '../../../src/linkup/errors';
import { balance, createdTasks, type Task, type TaskPage, taskPage } from '../../../src/linkup/types';
import type { StepName } from './requests';

/** One request and its answer. */
export interface Exchange {
  readonly name: StepName;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly status: number;
  /** Names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  /** The text without the key. */
  readonly text: string;
  /** The same as JSON; undefined where it is none. */
  readonly body: unknown;
  /** Whether the key stood in it. */
  readonly quotesKey: boolean;
  /** When it was sent and answered, in ms since 1970. */
  readonly sentAt: number;
  readonly answeredAt: number;
}

/** Everything that was answered, oldest first. */
export class Evidence {
  constructor(readonly exchanges: readonly Exchange[]) {}

  /** The last answer to a request; undefined where it was not sent. */
  last(name: StepName): Exchange | undefined {
    return this.all(name).at(-1);
  }

  /** Every answer to a request, oldest first. */
  all(name: StepName): readonly Exchange[] {
    return this.exchanges.filter((each) => each.name === name);
  }

  /** The tasks that a POST brought, at their places; undefined where it brought none. */
  created(name: StepName): readonly (Task | undefined)[] | undefined {
    const exchange = this.last(name);
    return exchange && isSuccess(exchange) ? unlessProblem(() => createdTasks(exchange.body, '')) : undefined;
  }

  /** A page of the list; undefined where there is none that can be read. */
  page(name: StepName): TaskPage | undefined {
    const exchange = this.last(name);
    return exchange && pageIn(exchange);
  }

  /** A task as it was last seen. */
  task(id: string): Task | undefined {
    const pages = this.exchanges.filter(isSuccess).flatMap((each) => pageIn(each) ?? []);
    return pages.flatMap(({ tasks }) => tasks.filter((task) => task.id === id)).at(-1);
  }

  /** The tasks of a POST as they were last seen; undefined where not all of them have ended. */
  ended(name: StepName): readonly Task[] | undefined {
    const tasks = this.created(name)?.map((task) => task && this.task(task.id));
    const ended = tasks?.flatMap((task) => (task && hasEnded(task) ? [task] : []));
    return ended?.length === tasks?.length ? ended : undefined;
  }
}

/** Pages as they were read: many questions look at the same ones. */
const READ = new WeakMap<Exchange, TaskPage | undefined>();

/** The page of the list that an answer is; undefined where it is none. */
export function pageIn(exchange: Exchange): TaskPage | undefined {
  if (!READ.has(exchange)) READ.set(exchange, readPage(exchange));
  return READ.get(exchange);
}

function readPage({ path, body }: Exchange): TaskPage | undefined {
  return path.startsWith('/tasks?') ? unlessProblem(() => taskPage(body, '')) : undefined;
}

/** Whether nothing more becomes of a task. */
export function hasEnded({ status }: Task): boolean {
  return status === 'completed' || status === 'failed';
}

/** Whether the request was taken. */
export function isSuccess({ status }: Exchange): boolean {
  return status >= 200 && status <= 299;
}

/** The balance in USD that an answer tells; undefined where it tells none. */
export function balanceIn({ body }: Exchange): number | undefined {
  return unlessProblem(() => balance(body, ''));
}

/** `error.code` of an answer, or '' where it has none. */
export function codeOf({ body }: Exchange): string {
  return String(errorOf(body).code ?? '');
}

/** The fields that an error names in its details. */
export function fieldsOf({ body }: Exchange): readonly string[] {
  const { details } = errorOf(body);
  return (Array.isArray(details) ? details : []).filter(isRecord).map(({ field }) => String(field ?? ''));
}

/** What an error answer means, as the add-on reads it; undefined for a success. */
function problemIn(exchange: Exchange) {
  const { status, text: content, headers } = exchange;
  const header = (name: string): string | undefined => headers[name];
  return isSuccess(exchange) ? undefined : errorIn({ status, content, header }, (text) => text);
}

/** Whether a request was refused for money: the account has none left, or the key may spend none. */
export function refusedForMoney(exchange: Exchange): 'no-credits' | 'budget-reached' | undefined {
  const { code } = problemIn(exchange) ?? {};
  return code === 'no-credits' || code === 'budget-reached' ? code : undefined;
}

/** How long an answer asks to wait, in ms; 0 where it does not. */
export function askedToWait(exchange: Exchange): number {
  const problem = problemIn(exchange);
  return problem ? retryAfterOf(problem) : 0;
}

/** Fields of an error that are named in words. */
const MOST_FIELDS = 4;

/** An answer in a few words. */
export function wordsOf(exchange: Exchange): string {
  const fields = fieldsOf(exchange).slice(0, MOST_FIELDS).join(', ').slice(0, 100);
  return [`HTTP ${exchange.status}`, codeOf(exchange), fields && `at ${fields}`].filter(Boolean).join(' ');
}

function errorOf(body: unknown): Readonly<Record<string, unknown>> {
  return isRecord(body) && isRecord(body.error) ? body.error : {};
}

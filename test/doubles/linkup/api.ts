/** What every route answers: authentication, limits, validation, then the engine. */
import type { Clock } from '../clock';
import type { HttpRequest, HttpResponse } from '../http';
import { type Accounts, type Caller, headerOf } from './accounts';
import type { Bill } from './bill';
import type { Json, TaskType, Work } from './contract';
import type { Engine } from './engine';
import { ApiError, errorBody, jsonResponse, validationError } from './errors';
import type { LinkupKnobs } from './knobs';
import { Limits } from './limits';
import type { Neighbours } from './neighbours';
import { pageJson } from './page';
import { Random } from './random';
import { bodyOf, type Routed, routeOf } from './routes';
import { envelopeJson, type Task } from './tasks';
import { type BatchItem, checkBatch } from './validate/batch';
import { checkListQuery } from './validate/list-query';
import { checkWork } from './validate/work';

/** The parts that the routes work with. */
export interface ApiParts {
  readonly clock: Clock;
  readonly knobs: LinkupKnobs;
  readonly accounts: Accounts;
  readonly bill: Bill;
  readonly engine: Engine;
  readonly neighbours: Neighbours;
  readonly random: Random;
}

/** The API without faults: a request and its time in, a response out. */
export class Api {
  private readonly limits: Limits;

  constructor(private readonly parts: ApiParts) {
    this.limits = new Limits(parts.knobs);
  }

  /** Answers a request as if it arrived at the given time. */
  execute(request: HttpRequest, at: number): HttpResponse {
    const { knobs, accounts } = this.parts;
    try {
      const route = routeOf(request, knobs);
      const caller = accounts.authenticate(request, route.name, knobs.noKeyCode);
      this.limits.admit(route.name, caller, at);
      return jsonResponse(200, this.perform(route, request, caller, at), dateOf(at, knobs));
    } catch (error) {
      if (error instanceof ApiError) return this.errorResponse(error, request, at);
      throw error;
    }
  }

  private errorResponse(error: ApiError, request: HttpRequest, at: number): HttpResponse {
    const { knobs } = this.parts;
    const { status, code, details } = error;
    const canWait = code === 'TOO_MANY_REQUESTS' || code === 'TASKS_QUEUE_LIMIT_EXCEEDED';
    const headers = { ...dateOf(at, knobs), ...(canWait ? retryAfter(at, knobs) : {}) };
    const message = errorText(error.message, request, knobs);
    return jsonResponse(status, errorBody(status, code, message, details), headers);
  }

  /** The body of the answer as JSON. */
  private perform(route: Routed, request: HttpRequest, caller: Caller, at: number): string {
    switch (route.name) {
      case 'createTasks':
        return this.createTasks(bodyOf(request), caller, at);
      case 'createResearch':
        return this.createResearch(bodyOf(request), caller, at);
      case 'search':
      case 'fetch':
        return this.answerDirectly(route.name, bodyOf(request), caller);
      case 'listTasks':
      case 'listResearch':
        return this.list(route, caller, at);
      case 'getTask':
      case 'getResearch':
        return this.getTask(route, caller, at);
      case 'balance':
        return JSON.stringify({ balance: this.parts.bill.balanceOf(caller.organization) });
      case 'extract':
        throw new ApiError('TASK_TYPE_NOT_SUPPORTED');
    }
  }

  private createTasks(body: Json, caller: Caller, at: number): string {
    const { knobs, engine, random } = this.parts;
    const items = checkBatch(body, knobs);
    const kept = knobs.atomicity === 'drop' ? items.filter(({ checked }) => checked.ok) : items;
    if (kept.length === 0) {
      throw validationError(items.flatMap(({ checked }) => (checked.ok ? [] : checked.issues)));
    }
    const tasks = engine.submit(kept, caller, at);
    const ordered = knobs.responseOrder === 'shuffled' ? random.shuffle(tasks) : tasks;
    return `[${ordered.map((task) => envelopeJson(task, at)).join(',')}]`;
  }

  private createResearch(body: Json, caller: Caller, at: number): string {
    const work = this.validWork('research', body);
    const item: BatchItem = { type: 'research', sent: body, checked: { ok: true, value: work } };
    return this.parts.engine.submit([item], caller, at).map((task) => envelopeJson(task, at))[0] ?? '';
  }

  private answerDirectly(type: 'search' | 'fetch', body: Json, caller: Caller): string {
    const { clock, engine, knobs } = this.parts;
    const work = this.validWork(type, body);
    const latency = engine.directLatency(work);
    if (knobs.directCallsTakeTime) clock.sleep(Math.min(latency, knobs.directDeadlineMs));
    if (latency > knobs.directDeadlineMs) throw new ApiError('REQUEST_DEADLINE_EXCEEDED');
    return JSON.stringify(engine.answerNow(work, caller, clock.now()));
  }

  private validWork(type: TaskType, body: Json): Work {
    const checked = checkWork(type, body, this.parts.knobs);
    if (!checked.ok) throw validationError(checked.issues);
    return checked.value;
  }

  private list(route: Routed, caller: Caller, at: number): string {
    const { engine, knobs, neighbours, random } = this.parts;
    const isTasks = route.name === 'listTasks';
    const query = checkListQuery(route.query, isTasks, knobs);
    const types = isTasks ? query.types : ['research'];
    const quota = { inFlight: engine.inFlight(caller.organization), limit: knobs.queueLimit };
    const view = {
      organization: caller.organization,
      at: at - knobs.listLagMs,
      retentionMs: knobs.retentionMs,
      tied: (tasks: readonly Task[]) =>
        tasks.length > 1 ? tied(tasks, knobs.tieOrder, query, random) : tasks,
    };
    const page = pageJson(engine.store, { ...query, types }, view, isTasks ? { quota } : {});
    neighbours.afterListRead(caller.organization, at);
    return page;
  }

  private getTask(route: Routed, caller: Caller, at: number): string {
    const { engine, knobs } = this.parts;
    const task = engine.store.find(route.id, caller.organization, at, knobs.retentionMs);
    const isWrongKind = route.name === 'getResearch' && task?.type !== 'research';
    if (task === undefined || isWrongKind) {
      throw new ApiError('TASK_NOT_FOUND', `Task ${route.id} not found.`);
    }
    return envelopeJson(task, at);
  }
}

type Headers = Readonly<Record<string, string>>;

function dateOf(at: number, { dateHeader }: LinkupKnobs): Headers {
  return dateHeader ? { Date: new Date(at).toUTCString() } : {};
}

function retryAfter(at: number, { retryAfterSeconds: seconds, retryAfterForm }: LinkupKnobs): Headers {
  if (seconds === null) return {};
  const date = new Date(at + seconds * 1_000).toUTCString();
  return { 'Retry-After': retryAfterForm === 'date' ? date : String(seconds) };
}

/** What a careless server adds to a message. */
function errorText(message: string, request: HttpRequest, { errorTexts }: LinkupKnobs): string {
  if (errorTexts === 'quoting')
    return `${message} (Authorization: ${headerOf(request, 'authorization') ?? 'none'})`;
  return errorTexts === 'long' ? `${message} ${'…and so on '.repeat(1_100)}` : message;
}

/** Tasks of equal times as one reading shows them. A database may well order each page in a way of its own, the same every time. */
function tied(
  tasks: readonly Task[],
  order: LinkupKnobs['tieOrder'],
  { page, pageSize }: { readonly page: number; readonly pageSize: number },
  random: Random,
): readonly Task[] {
  if (order === 'stable') return tasks;
  return order === 'any' ? random.shuffle(tasks) : new Random(1_000 * page + pageSize).shuffle(tasks);
}

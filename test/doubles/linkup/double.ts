/** The strict local Linkup API: one synchronous `handle` over an injected clock. */
import type { Clock } from '../clock';
import { type HttpRequest, type HttpResponse, NetworkError } from '../http';
import { Accounts, type KeySpec, TEST_KEY } from './accounts';
import { Api } from './api';
import { Bill } from './bill';
import { Engine } from './engine';
import { defaultKnobs } from './knob-values';
import type { LinkupKnobs } from './knobs';
import { worldKnowledge } from './knowledge/countries';
import type { Knowledge } from './knowledge/knowledge';
import { NEIGHBOUR_KEY, Neighbours } from './neighbours';
import { Random } from './random';
import { type RequestRecord, recordOf, type TaskRecord } from './records';
import { type Fault, Faults, spoil } from './scripted-faults';
import type { Task } from './tasks';

/** US dollars of every organisation unless told otherwise. */
const DEFAULT_BALANCE = 100;

/** How to build a double. */
export interface LinkupOptions {
  readonly clock: Clock;
  /** API keys; by default `test-key` of the organisation `acme`. */
  readonly keys?: Readonly<Record<string, KeySpec>>;
  /** US dollars per organisation; 100 for those not named. */
  readonly balances?: Readonly<Record<string, number>>;
  readonly knobs?: Partial<LinkupKnobs>;
  /** What the web knows; by default the world's 250 countries. */
  readonly knowledge?: Knowledge;
}

/** Linkup, locally. */
export class LinkupDouble {
  /** Live: a change counts from the next request. */
  readonly knobs: LinkupKnobs;
  private readonly clock: Clock;
  private readonly ledger = new Bill();
  private readonly engine: Engine;
  private readonly neighbours: Neighbours;
  private readonly api: Api;
  private readonly faults = new Faults();
  private readonly log: RequestRecord[] = [];
  private late: { readonly at: number; readonly request: HttpRequest }[] = [];

  constructor(options: LinkupOptions) {
    const { clock } = options;
    const knobs = { ...defaultKnobs(), ...options.knobs };
    const accounts = new Accounts(options.keys ?? { [TEST_KEY]: { organization: 'acme' } });
    for (const organization of accounts.organizations) {
      this.ledger.setBalance(organization, options.balances?.[organization] ?? DEFAULT_BALANCE);
    }
    const random = new Random(knobs.seed);
    this.clock = clock;
    this.knobs = knobs;
    this.engine = new Engine(this.ledger, options.knowledge ?? worldKnowledge(), knobs, random);
    this.neighbours = new Neighbours(this.engine, accounts, knobs, clock.now());
    const { ledger: bill, engine, neighbours } = this;
    this.api = new Api({ clock, knobs, accounts, bill, engine, neighbours, random });
  }

  /** Everything charged and every balance, up to now. */
  get bill(): Bill {
    this.catchUp();
    return this.ledger;
  }

  /** Every task ever created, up to now, oldest first. */
  get tasks(): readonly TaskRecord[] {
    this.catchUp();
    return this.engine.store.tasks.map((task) => recordOf(task, this.clock.now()));
  }

  /** Its tasks as data, to be put down and restored in another double. */
  kept(): readonly Task[] {
    this.catchUp();
    return this.engine.store.tasks;
  }

  /** Tasks that were there before: they go on, and what has ended stays charged. */
  restore(tasks: readonly Task[]): void {
    this.engine.store.add(tasks);
  }

  /** The same without other people's, of whom there may be thousands. */
  get ownTasks(): readonly TaskRecord[] {
    this.catchUp();
    return this.engine.store.tasks
      .filter(({ caller }) => caller.key !== NEIGHBOUR_KEY)
      .map((task) => recordOf(task, this.clock.now()));
  }

  /** Every request so far, oldest first. */
  get requests(): readonly RequestRecord[] {
    return this.log;
  }

  /** Scripted faults that have not struck yet. */
  get pendingFaults(): number {
    return this.faults.pending;
  }

  /** Makes the next matching request go wrong. */
  failNext(fault: Fault): void {
    this.faults.add(fault);
  }

  /** Answers a request. Throws `NetworkError` when a scripted fault says so. */
  handle(request: HttpRequest): HttpResponse {
    const { pathname, search } = new URL(request.url);
    const { method } = request;
    const entry = { method, path: pathname, query: search.slice(1), at: this.clock.now() };
    try {
      const response = this.respond(request, pathname);
      this.log.push({ ...entry, status: response.status });
      return response;
    } catch (error) {
      if (error instanceof NetworkError) this.log.push({ ...entry, status: error.kind });
      throw error;
    }
  }

  private respond(request: HttpRequest, path: string): HttpResponse {
    this.catchUp();
    const fault = this.faults.take(request.method, path);
    if (fault === undefined) return this.api.execute(request, this.clock.now());
    const real = this.effectOf(fault, request);
    this.clock.sleep(fault.hangMs ?? 0);
    return spoil(fault, real);
  }

  /** The true response, or null where there is none (yet). */
  private effectOf(fault: Fault, request: HttpRequest): HttpResponse | null {
    if (fault.effect === 'before') return null;
    if (fault.effectDelayMs === undefined) return this.api.execute(request, this.clock.now());
    this.late.push({ at: this.clock.now() + fault.effectDelayMs, request });
    return null;
  }

  /** Brings the state machine to the present: late effects, other people's tasks, ends of tasks. */
  private catchUp(): void {
    const now = this.clock.now();
    const due = this.late.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at);
    this.late = this.late.filter(({ at }) => at > now);
    for (const { at, request } of due) {
      this.advance(at);
      this.api.execute(request, at);
    }
    this.advance(now);
  }

  private advance(now: number): void {
    this.neighbours.arriveUntil(now);
    this.engine.settle(now);
  }
}

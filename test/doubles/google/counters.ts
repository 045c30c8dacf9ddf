/** Counts: service calls over the host's life, and each user's daily quotas. */
import type { CallKind } from './costs';
import { ServiceError } from './errors';
import { type Limits, QUOTA_WINDOW_MS } from './limits';

/** One service call, as the hook sees it before it happens. */
export interface ServiceCall {
  /** Position among all calls over the host's life, from 0. */
  readonly index: number;
  /** The id of the execution that calls. */
  readonly execution: number;
  /** `Range`, `UrlFetchApp`, `Ui`… */
  readonly service: string;
  readonly method: string;
  readonly args: readonly unknown[];
  /** False for a call that only makes a handle or reads a field of an object in hand. */
  readonly reaches: boolean;
  readonly kind: CallKind;
}

/** How often services were called. */
export class CallCounters {
  total = 0;
  /** Calls that reached the document: Spreadsheet, Sheet, Range, metadata, filter…, flush included. */
  sheet = 0;
  /** Cells that scripts have read, and cells that were written when Google carried writes out. */
  cellsRead = 0;
  cellsWritten = 0;
  /** Real time that was spent in here rather than in the script, in ms: what is left of an execution is its own. */
  insideMs = 0;
  /** By `Service.method`. */
  readonly byMethod = new Map<string, number>();

  count(call: ServiceCall, onSheet: boolean): void {
    this.total += 1;
    if (onSheet && call.reaches) this.sheet += 1;
    const name = `${call.service}.${call.method}`;
    this.byMethod.set(name, (this.byMethod.get(name) ?? 0) + 1);
  }

  reset(): void {
    this.total = 0;
    this.sheet = 0;
    this.cellsRead = 0;
    this.cellsWritten = 0;
    this.insideMs = 0;
    this.byMethod.clear();
  }
}

/** What one user has used up since the window began. */
export interface Usage {
  readonly since: number;
  fetches: number;
  triggerMs: number;
  propertyReads: number;
  propertyWrites: number;
}

/** Daily quotas by user: each starts again 24 hours after its first use. */
export class Quotas {
  private readonly usage = new Map<string, Usage>();

  constructor(
    private readonly now: () => number,
    private readonly limits: Limits,
  ) {}

  /** The user's counters of the current window. */
  of(user: string): Usage {
    const known = this.usage.get(user);
    if (known && this.now() < known.since + QUOTA_WINDOW_MS) return known;
    const fresh: Usage = { since: this.now(), fetches: 0, triggerMs: 0, propertyReads: 0, propertyWrites: 0 };
    this.usage.set(user, fresh);
    return fresh;
  }

  /** Uses up `n` fetches, or throws Google's text and uses none. */
  takeFetches(user: string, n: number): void {
    const usage = this.of(user);
    if (usage.fetches + n > this.limits.fetchesPerDay) throw tooManyTimes('urlfetch');
    usage.fetches += n;
  }

  /** Uses up one read or write of properties, or throws Google's text. */
  takeProperty(user: string, kind: 'propertyReads' | 'propertyWrites'): void {
    const usage = this.of(user);
    if (usage.propertyReads + usage.propertyWrites >= this.limits.propertyCallsPerDay) {
      throw tooManyTimes('properties');
    }
    usage[kind] += 1;
  }

  /** Has the user any trigger runtime left today? */
  hasTriggerTime(user: string): boolean {
    return this.of(user).triggerMs < this.limits.triggerMsPerDay;
  }
}

const tooManyTimes = (what: string): ServiceError =>
  new ServiceError(`Service invoked too many times for one day: ${what}.`);

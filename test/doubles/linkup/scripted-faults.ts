/** Scripted faults: what goes wrong with the next matching request, before or after it took effect. */
import { type HttpRequest, type HttpResponse, NetworkError } from '../http';
import { ApiError, ERROR_CODES, errorBody, jsonResponse } from './errors';

/** One scripted fault. It names the request, the moment, and exactly one of `network`, `truncateTo`, or a response. */
export interface Fault {
  readonly method?: HttpRequest['method'];
  /** The exact path with `/v1`, or a pattern for it; any path when absent. */
  readonly path?: string | RegExp;
  /** Lets so many matching requests pass first; 0 when absent. */
  readonly skip?: number;
  /** Strikes so often; once when absent. */
  readonly times?: number;
  /** `before`: the request had no effect. `after`: it took effect, only the answer is lost or spoilt. */
  readonly effect: 'before' | 'after';
  /** With `after`: the effect comes so many milliseconds later, when the caller has long given up. */
  readonly effectDelayMs?: number;
  /** The caller waits so long for what it sees, in milliseconds; the effect does not. */
  readonly hangMs?: number;
  /** No response at all. */
  readonly network?: NetworkError['kind'];
  /** The real response, cut after so many characters. Only with `after`. */
  readonly truncateTo?: number;
  /** Status of the response; that of `code` when absent. */
  readonly status?: number;
  /** `error.code` of the response. */
  readonly code?: string;
  readonly message?: string;
  /** A raw body in place of the error object, such as a proxy's HTML page. */
  readonly body?: string;
}

/** The faults still to come, first match first. */
export class Faults {
  private readonly queue: { readonly fault: Fault; skip: number; times: number }[] = [];

  /** Adds a fault. Throws if it does not say what should go wrong. */
  add(fault: Fault): void {
    const isResponse = fault.status !== undefined || fault.code !== undefined;
    const kinds = [fault.network !== undefined, fault.truncateTo !== undefined, isResponse];
    if (kinds.filter(Boolean).length !== 1) {
      throw new TypeError('a fault needs exactly one of network, truncateTo, or status/code');
    }
    if (fault.effect === 'before' && (fault.truncateTo ?? fault.effectDelayMs) !== undefined) {
      throw new TypeError('truncateTo and effectDelayMs need effect: after');
    }
    if (fault.effectDelayMs !== undefined && fault.truncateTo !== undefined) {
      throw new TypeError('a delayed effect has no response to truncate');
    }
    this.queue.push({ fault, skip: fault.skip ?? 0, times: fault.times ?? 1 });
  }

  /** How many faults have not struck yet. */
  get pending(): number {
    return this.queue.reduce((sum, { times }) => sum + times, 0);
  }

  /** The fault that strikes this request, if any. */
  take(method: string, path: string): Fault | undefined {
    const entry = this.queue.find(({ fault }) => matches(fault, method, path));
    if (entry === undefined) return undefined;
    if (entry.skip > 0) {
      entry.skip--;
      return undefined;
    }
    entry.times--;
    if (entry.times === 0) this.queue.splice(this.queue.indexOf(entry), 1);
    return entry.fault;
  }
}

function matches(fault: Fault, method: string, path: string): boolean {
  if (fault.method !== undefined && fault.method !== method) return false;
  if (fault.path === undefined) return true;
  return typeof fault.path === 'string' ? fault.path === path : fault.path.test(path);
}

/** What the caller sees. `real` is the true response, null when the request had no effect (yet). */
export function spoil(fault: Fault, real: HttpResponse | null): HttpResponse {
  if (fault.network !== undefined) throw new NetworkError(fault.network);
  if (fault.truncateTo !== undefined && real !== null) {
    return { ...real, body: real.body.slice(0, fault.truncateTo) };
  }
  const known = ERROR_CODES.find((code) => code === fault.code);
  const error = new ApiError(known ?? 'INTERNAL_SERVER_ERROR');
  const status = fault.status ?? error.status;
  if (fault.body !== undefined) return { status, headers: { 'content-type': 'text/html' }, body: fault.body };
  const message = fault.message ?? error.message;
  return jsonResponse(status, errorBody(status, fault.code ?? error.code, message, []));
}

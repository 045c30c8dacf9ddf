/** Who calls: API keys, their organisations and budgets, and the refusals that a key alone can cause. */
import type { HttpRequest } from '../http';
import { ApiError } from './errors';
import type { RouteName } from './knobs';

/** An API key as its owner configured it. */
export interface KeySpec {
  readonly organization: string;
  /** US dollars that this key may spend in all; no limit when absent. */
  readonly budget?: number;
  /** The 403 that every call with this key meets. */
  readonly refused?: 'FORBIDDEN' | 'IP_NOT_WHITELISTED';
}

/** The authenticated caller of one request. */
export interface Caller {
  readonly key: string;
  readonly organization: string;
  /** US dollars, or null for no limit. */
  readonly budget: number | null;
}

/** The key that a double accepts when none is configured. */
export const TEST_KEY = 'test-key';

/** All keys. */
export class Accounts {
  constructor(private readonly keys: Readonly<Record<string, KeySpec>>) {}

  /** Names of all organisations, each once. */
  get organizations(): readonly string[] {
    return [...new Set(Object.values(this.keys).map((spec) => spec.organization))];
  }

  /** The caller, or the 401, 402 or 403 that Linkup documents. */
  authenticate(
    request: HttpRequest,
    route: RouteName,
    noKeyCode: 'X402_PAYMENT_REQUIRED' | 'PAYMENT_REQUIRED',
  ): Caller {
    const header = headerOf(request, 'authorization');
    if (header === undefined) throw new ApiError(isPayPerCall(route) ? noKeyCode : 'UNAUTHORIZED');
    const key = /^Bearer (\S+)$/.exec(header)?.[1] ?? '';
    const spec = Object.hasOwn(this.keys, key) ? this.keys[key] : undefined;
    if (spec === undefined) throw new ApiError('UNAUTHORIZED');
    if (spec.refused !== undefined) throw new ApiError(spec.refused);
    return { key, organization: spec.organization, budget: spec.budget ?? null };
  }
}

/** x402 lets /search and /fetch be paid per call, hence 402 instead of 401 when the key is missing. */
function isPayPerCall(route: RouteName): boolean {
  return route === 'search' || route === 'fetch';
}

/** A header by its name in any case. */
export function headerOf(request: HttpRequest, name: string): string | undefined {
  return Object.entries(request.headers).find(([key]) => key.toLowerCase() === name)?.[1];
}

/** The two rate limits: one poll a second, and ten queries a second. */
import type { Caller } from './accounts';
import { ApiError } from './errors';
import type { LinkupKnobs, RouteName } from './knobs';

/** Remembers accepted requests; a refused one does not count. */
export class Limits {
  private readonly lastPoll = new Map<string, number>();
  private readonly queries = new Map<string, number[]>();

  constructor(private readonly knobs: LinkupKnobs) {}

  /** Lets a request pass or throws `TOO_MANY_REQUESTS`. */
  admit(route: RouteName, caller: Caller, now: number): void {
    if (this.knobs.pollRoutes.includes(route)) this.admitPoll(caller, now);
    if (this.knobs.queryRoutes.includes(route)) this.admitQuery(caller, now);
  }

  private admitPoll(caller: Caller, now: number): void {
    if (this.knobs.pollScope === 'off') return;
    const scope = this.knobs.pollScope === 'key' ? caller.key : caller.organization;
    const last = this.lastPoll.get(scope);
    if (last !== undefined && now - last < this.knobs.pollIntervalMs) {
      throw new ApiError('TOO_MANY_REQUESTS');
    }
    this.lastPoll.set(scope, now);
  }

  private admitQuery(caller: Caller, now: number): void {
    const recent = (this.queries.get(caller.organization) ?? []).filter((at) => now - at < 1_000);
    if (recent.length >= this.knobs.queriesPerSecond) throw new ApiError('TOO_MANY_REQUESTS');
    this.queries.set(caller.organization, [...recent, now]);
  }
}

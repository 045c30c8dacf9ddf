/** What this account has used of Google's daily quotas, and how much of them the engine may still take. */
import { number, type Parser, parseJson, record } from '../../enrichment/parse';
import { Problem } from '../../enrichment/problem';
import type { Properties, Store } from '../../platform/properties';

/** Counted over 24 hours from the first use, as Google does. Times in ms. */
export interface Usage {
  readonly since: number;
  readonly fetches: number;
  readonly triggerMs: number;
}

/** full: until the deadline · glance: one cycle per tick · none: not by trigger today. */
export type Allowance = 'full' | 'glance' | 'none';

/** UrlFetch calls a day on consumer accounts (Apps Script quotas page, November 2026); others have five times as many. */
const FETCHES_A_DAY = 20_000;

/** Left for the person's other scripts. */
const FETCH_RESERVE = 500;

/** Trigger runtime a day on consumer accounts (same page), in ms; others have four times as much. */
const TRIGGER_MS_A_DAY = 90 * 60_000;

const DAY = 24 * 3_600_000;
const NAME = 'linkup.meter';

const usage: Parser<Usage> = record<Usage>({ since: number, fetches: number, triggerMs: number });

/** Meters one execution on top of what the day has used already. */
export class Meter {
  private used: Usage;
  private fetched = 0;
  private countedTo: number;

  constructor(
    private readonly user: Store,
    private readonly startedAt: number,
    /** Whether the account has the smaller quotas; asked only where that makes a difference. */
    private readonly isConsumer: () => boolean,
    /** What the person's store holds, where it was read just now. */
    known?: Properties,
  ) {
    this.used = today(known ? known[NAME] : user.get(NAME), startedAt);
    this.countedTo = startedAt;
  }

  /** Counts a web request. Throws `fetch-quota` close to Google's limit. */
  countFetch(): void {
    if (this.used.fetches >= FETCHES_A_DAY - FETCH_RESERVE) this.checkFetches();
    this.used = { ...this.used, fetches: this.used.fetches + 1 };
    this.fetched += 1;
  }

  private checkFetches(): void {
    const limit = FETCHES_A_DAY * (this.isConsumer() ? 1 : 5) - FETCH_RESERVE;
    if (this.used.fetches >= limit) throw new Problem('fetch-quota');
  }

  /** How much a trigger may still do today: from two thirds of the quota on it only glances, near the end it stops. */
  allowance(): Allowance {
    const share = this.used.triggerMs / TRIGGER_MS_A_DAY;
    const allowed = allowanceAt(share);
    return allowed === 'full' || this.isConsumer() ? allowed : allowanceAt(share / 4);
  }

  /** When Google's quotas are renewed, in ms since 1970. */
  renewedAt(): number {
    return this.used.since + DAY;
  }

  /** Keeps the count; `now` ends the execution. */
  save(now: number, byTrigger: boolean): void {
    // Another execution of the same person may have been metered meanwhile.
    const { since, fetches, triggerMs } = today(this.user.get(NAME), this.startedAt);
    const counted = {
      since,
      fetches: fetches + this.fetched,
      triggerMs: triggerMs + (byTrigger ? now - this.countedTo : 0),
    };
    this.fetched = 0;
    this.countedTo = now;
    try {
      this.user.set(NAME, JSON.stringify(counted));
    } catch (thrown) {
      // A count that cannot be kept is no reason to fail.
      if (!(thrown instanceof Problem)) throw thrown;
    }
  }
}

/** What is on record as used today. */
export function usageIn(properties: Properties, now: number): Usage {
  return today(properties[NAME], now);
}

function allowanceAt(share: number): Allowance {
  if (share > 0.95) return 'none';
  return share > 0.66 ? 'glance' : 'full';
}

function today(json: string | undefined, now: number): Usage {
  const fresh = { since: now, fetches: 0, triggerMs: 0 };
  if (json === undefined) return fresh;
  try {
    const kept = usage(parseJson(json), '');
    return now - kept.since < DAY ? kept : fresh;
  } catch {
    return fresh;
  }
}

/** Whether an address is a consumer account's: those have the smaller quotas. Unknown counts as consumer. */
export function isConsumer(email: string): boolean {
  return !email || /@(gmail|googlemail)\.com$/i.test(email);
}

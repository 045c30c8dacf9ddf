/** When to look again: Linkup's documented cadence, never above one list request a second, slower while nothing changes. */
import type { TaskType } from '../../enrichment/options';
import { Problem } from '../../enrichment/problem';
import type { Linkup } from '../../linkup/client';
import { retryAfterOf } from '../../linkup/errors';
import type { Clock } from '../../platform/clock';

/** Linkup's limit for polling: one request a second (Tasks best practices, November 2026). */
const LIST_INTERVAL = 1_000;

/** Between two tasks looked up by id, in ms: ten queries a second (Rate limits page, November 2026; whether these count, it does not say). */
const LOOKUP_INTERVAL = 100;

/** First and longest pause between looks, in ms, by what is in flight (Tasks best practices, November 2026). */
const QUICK = { first: 1_000, longest: 2_000 };
const WAITING = { first: 2_000, longest: 10_000 };
const RESEARCH = { first: 5_000, longest: 30_000 };
const MIXED = { first: 2_000, longest: 10_000 };

/** After a fault: doubling, up to a minute. */
const BACKOFF = { first: 2_000, longest: 60_000 };

/** Growth of the pause while nothing changes. */
const GROWTH = 1.5;

/** The rhythm of one execution. Starts as if a list request had just been made: another execution may have. */
export class Pace {
  private lastList: number;
  private lastLookup = 0;
  /** The look from which the last pause was counted. */
  private counted = 0;
  private pause = 0;
  private faults = 0;
  /** Until when Linkup asked to be left alone, in ms since 1970. */
  private notBefore = 0;

  constructor(private readonly clock: Clock) {
    this.lastList = clock.now();
  }

  /**
   * The same client with its list requests a second apart, counted from the answer, as a request may linger on its way, and what it
   * looks up by id a tenth of one.
   * `Retry-After` is noted. Reading page after page ends with `out-of-time` at the deadline.
   */
  slowed(linkup: Linkup, deadline: number): Linkup {
    const inTime = (): void => {
      if (this.clock.now() >= deadline) throw new Problem('out-of-time');
    };
    const list: Linkup['list'] = (query) => {
      inTime();
      this.clock.sleep(Math.max(0, this.lastList + LIST_INTERVAL - this.clock.now()));
      try {
        return linkup.list(query);
      } finally {
        this.lastList = this.clock.now();
      }
    };
    const get: Linkup['get'] = (id) => {
      inTime();
      this.clock.sleep(Math.max(0, this.lastLookup + LOOKUP_INTERVAL - this.clock.now()));
      try {
        return linkup.get(id);
      } finally {
        this.lastLookup = this.clock.now();
      }
    };
    return {
      ...linkup,
      get: this.heeding(get),
      list: this.heeding(list),
      submit: this.heeding((batch) => linkup.submit(batch)),
    };
  }

  private heeding<A, T>(call: (argument: A) => T): (argument: A) => T {
    return (argument) => {
      try {
        return call(argument);
      } catch (thrown) {
        const wait = thrown instanceof Problem ? retryAfterOf(thrown) : 0;
        this.notBefore = Math.max(this.notBefore, this.clock.now() + wait);
        throw thrown;
      }
    };
  }

  /** The pause before the next cycle, in ms, as long at least as Linkup asked for. `progress` resets it. */
  next(inFlight: ReadonlySet<TaskType>, progress: boolean): number {
    return Math.max(this.ownPause(inFlight, progress), this.notBefore - this.clock.now());
  }

  private ownPause(inFlight: ReadonlySet<TaskType>, progress: boolean): number {
    const since = this.sinceLook();
    if (this.faults > 0) return Math.min(BACKOFF.first * 2 ** (this.faults - 1), BACKOFF.longest);
    const { first, longest } = cadence(inFlight);
    this.pause = progress || this.pause < first ? first : Math.min(Math.round(this.pause * GROWTH), longest);
    return Math.max(0, this.pause - since);
  }

  /** What of the pause is over, in ms: work after a look was time for tasks to end in. Without a new look it is nothing. */
  private sinceLook(): number {
    const isNew = this.lastList !== this.counted;
    this.counted = this.lastList;
    return isNew ? this.clock.now() - this.lastList : 0;
  }

  /** How soon a list may be asked for again, in ms. */
  untilList(): number {
    return Math.max(0, this.lastList + LIST_INTERVAL - this.clock.now(), this.notBefore - this.clock.now());
  }

  /** Whether the last request went well. */
  get isWell(): boolean {
    return this.faults === 0;
  }

  /** A request failed in a way that time may heal. Returns how often in a row. */
  fault(): number {
    this.faults += 1;
    return this.faults;
  }

  /** A request succeeded. */
  recovered(): void {
    this.faults = 0;
  }
}

function cadence(inFlight: ReadonlySet<TaskType>): { first: number; longest: number } {
  // Nothing of ours is under way: others have filled the queue.
  if (inFlight.size === 0) return WAITING;
  if (!inFlight.has('research')) return QUICK;
  return inFlight.size === 1 ? RESEARCH : MIXED;
}

/** Installed clock triggers: who made them, when they are due, and how many Google allows. */
import { ServiceError } from './errors';
import { type Limits, TRIGGER_MINUTES } from './limits';
import type { Profile } from './options';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** When a trigger fires: once at a moment, or every so many milliseconds. */
export type Schedule =
  | { readonly kind: 'once'; readonly at: number }
  | { readonly kind: 'every'; readonly ms: number };

/** An installed trigger. `dueAt` is undefined for a one-shot that has fired: it stays listed all the same. */
export interface TriggerRecord {
  readonly id: string;
  readonly fn: string;
  readonly user: string;
  readonly schedule: Schedule;
  /** When it should fire by its schedule; Google's jitter comes on top in `dueAt`. */
  nominalAt: number;
  dueAt: number | undefined;
}

/** Google's text for the 21st trigger. */
const TOO_MANY =
  'This script has too many triggers. Triggers must be deleted from the script before more can be added.';
/** Google's text for a second clock trigger of an add-on in one document. */
const TOO_MANY_IN_DOCUMENT =
  'The add-on has created too many time-based triggers in this document for this Google user account.';

/** The project's triggers in this document. */
export class TriggerTable {
  readonly records: TriggerRecord[] = [];
  private lastId = 8_000_000_000;

  constructor(
    private readonly profile: Profile,
    private readonly limits: Limits,
    private readonly now: () => number,
    private readonly jitterMs: () => number,
  ) {}

  /** The schedule of `everyMinutes(n)`; throws Google's text for other numbers. */
  everyMinutes(n: number): Schedule {
    if (!TRIGGER_MINUTES.includes(n)) {
      throw new ServiceError(
        'The value you passed to everyMinutes was invalid. It must be one of 1, 5, 10, 15 or 30.',
      );
    }
    return this.every(n * MINUTE);
  }

  /** A repeating schedule; in an add-on at most hourly (the exact text is not documented). */
  every(ms: number): Schedule {
    if (this.profile === 'addon' && ms < HOUR) {
      throw new ServiceError(
        'An add-on may not create a time-based trigger that runs more than once per hour.',
      );
    }
    return { kind: 'every', ms };
  }

  /** Installs a trigger for a user, or throws Google's text beyond the limits. */
  install(fn: string, user: string, schedule: Schedule): TriggerRecord {
    const own = this.of(user);
    if (this.profile === 'addon' && own.length >= 1) throw new ServiceError(TOO_MANY_IN_DOCUMENT);
    if (own.length >= this.limits.triggersPerUser) throw new ServiceError(TOO_MANY);
    this.lastId += 1;
    const first = schedule.kind === 'once' ? schedule.at : this.now() + schedule.ms;
    const record = {
      id: String(this.lastId),
      fn,
      user,
      schedule,
      nominalAt: first,
      dueAt: first + this.jitterMs(),
    };
    this.records.push(record);
    return record;
  }

  /** The triggers of one user: nobody sees those of others. */
  of(user: string): TriggerRecord[] {
    return this.records.filter((record) => record.user === user);
  }

  /** Removes a trigger; false when it is gone already. */
  remove(id: string): boolean {
    const at = this.records.findIndex((record) => record.id === id);
    if (at >= 0) this.records.splice(at, 1);
    return at >= 0;
  }

  /** The trigger that is due first, if any. */
  next(): TriggerRecord | undefined {
    return this.records
      .filter((record) => record.dueAt !== undefined)
      .sort((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0))[0];
  }

  /** Sets the next due time after a firing; times that passed meanwhile are skipped, not made up for. */
  rearm(record: TriggerRecord): void {
    if (record.schedule.kind === 'once' || record.dueAt === undefined) {
      record.dueAt = undefined;
      return;
    }
    const { ms } = record.schedule;
    const late = Math.max(0, this.now() - record.nominalAt);
    record.nominalAt += ms * (Math.floor(late / ms) + 1);
    record.dueAt = record.nominalAt + this.jitterMs();
  }
}

/**
 * A person's own limit for a calendar month (UTC), over all their runs with this script: of a bound one in this document, of a published
 * one in all of theirs. What was agreed to counts until its run ends, from then on what that run has asked.
 */
import { usd } from '../../enrichment/amounts';
import { inUsd, type Money } from '../../enrichment/money';
import { id, integer, list, matching, moment, type Parser, readStored, record } from '../../enrichment/parse';
import { Problem, unlessProblem } from '../../enrichment/problem';
import type { Properties, Store } from '../../platform/properties';
import type { Services } from '../services';
import { agreementKey } from './agreement-key';
import { MOST_MONEY } from './run';

/** How a month stands. */
export interface Month {
  /** By UTC: `2026-11`. */
  readonly month: string;
  /** None when 0. */
  readonly limit: Money;
  /** Spent, or promised to runs that go on. */
  readonly counted: Money;
}

/** What a run that goes on may cost. */
interface Promised {
  readonly id: string;
  readonly cap: Money;
  readonly at: number;
}

/** What is kept of a month. */
interface Count {
  readonly month: string;
  readonly spent: Money;
  readonly open: readonly Promised[];
}

/** Reads a count from stored JSON. Throws `malformed`. */
const count: Parser<Count> = record<Count>({
  month: matching(/^\d{4}-\d\d$/, 'a month'),
  spent: integer(0, Number.MAX_SAFE_INTEGER),
  open: list(record<Promised>({ id, cap: integer(0, MOST_MONEY), at: moment })),
});

const COUNT = 'linkup.month';
const LIMIT = 'linkup.limit';

/** How long a start may be between its promise and its agreement, in ms: Google ends an execution after six minutes. */
const STARTING = 10 * 60_000;

/** How long a press waits for another of this person's starts, in ms. */
const PATIENCE = 10_000;

/** What it works with. */
type Needed = Pick<Services, 'user' | 'clock' | 'personally'>;

/** The count of this person's month. What it changes is saved at once. */
export class MonthCount {
  constructor(private readonly services: Needed) {}

  /** How the month stands now. */
  stands(): Month {
    const properties = this.services.user.all();
    return { ...totalOf(countIn(properties, this.services.clock.now())), limit: limitIn(properties) };
  }

  /**
   * Counts what a run may cost, before anything of it is on record. Throws `own-limit`, with nothing counted, where that would pass the
   * limit. Where there is none, by what was `known` of this person a moment ago, it is only returned, to be kept along with the agreement.
   */
  promise(agreement: string, cap: Money, known: Properties): Readonly<Record<string, string>> {
    const at = this.services.clock.now();
    const promised = (found: Count): Count => ({
      ...found,
      open: [...found.open, { id: agreement, cap, at }],
    });
    if (limitIn(known) === 0) return { [COUNT]: JSON.stringify(promised(countIn(known, at))) };
    this.change(promised, cap, known);
    return {};
  }

  /** The run of an agreement has ended, or never began; a second time changes nothing. False where that cannot be kept: then it is to be told again. */
  settle(agreement: string, spent: Money, known: Properties): boolean {
    const settled = (found: Count): Count | undefined => {
      const open = found.open.filter((each) => each.id !== agreement);
      if (open.length === found.open.length) return undefined;
      return { ...found, spent: found.spent + spent, open };
    };
    const kept = unlessProblem(() => {
      this.change(settled, 0, known);
      return true;
    });
    return kept === true;
  }

  /** Counts what is asked at once, such as a try. Throws `own-limit`, with nothing counted; without a limit, a count that cannot be kept is no reason to fail. */
  spend(amount: Money): void {
    const known = this.services.user.all();
    const more = (found: Count): Count => ({ ...found, spent: found.spent + amount });
    if (limitIn(known) > 0) this.change(more, amount, known);
    else unlessProblem(() => this.change(more, 0, known));
  }

  /**
   * The same for what a formula asks, whoever recalculates it: false where this person's store cannot be written by whom that is. Throws
   * `own-limit` all the same.
   */
  spendIfKept(amount: Money): boolean {
    const known = this.services.user.all();
    try {
      this.change((found) => ({ ...found, spent: found.spent + amount }), amount, known);
      return true;
    } catch (thrown) {
      if (thrown instanceof Problem && ['cannot-store', 'no-permission'].includes(thrown.code)) return false;
      throw thrown;
    }
  }

  /** What was counted was not billed after all. */
  giveBack(amount: Money): void {
    this.change((found) => ({ ...found, spent: Math.max(0, found.spent - amount) }));
  }

  /** One at a time where there is a limit: two starts in two documents could pass it together. */
  private change(
    next: (found: Count) => Count | undefined,
    more: Money = 0,
    known: Properties = this.services.user.all(),
  ): void {
    const { user, personally } = this.services;
    if (limitIn(known) === 0) this.write(known, next, more);
    else if (!personally(PATIENCE, () => this.write(user.all(), next, more))) throw new Problem('busy');
  }

  private write(properties: Properties, next: (found: Count) => Count | undefined, more: Money): true {
    const { user, clock } = this.services;
    const found = countIn(properties, clock.now());
    checkLimit(found, limitIn(properties), more);
    const changed = next(found);
    if (changed) user.set(COUNT, JSON.stringify(changed));
    return true;
  }
}

/** From now on so much a month; 0 for no limit. */
export function setLimit(user: Store, limit: Money): void {
  if (limit === 0) user.remove(LIMIT);
  else user.set(LIMIT, String(limit));
}

function limitIn(properties: Properties): Money {
  const limit = Number(properties[LIMIT] ?? 0);
  return Number.isSafeInteger(limit) && limit > 0 ? limit : 0;
}

/** Of this month; a promise whose run never came to be is left out. */
function countIn(properties: Properties, now: number): Count {
  const month = new Date(now).toISOString().slice(0, 7);
  const kept = readStored(count, properties[COUNT] ?? '');
  if (kept?.month !== month) return { month, spent: 0, open: [] };
  const isOpen = ({ id: of, at }: Promised): boolean => now - at < STARTING || agreementKey(of) in properties;
  return { ...kept, open: kept.open.filter(isOpen) };
}

function totalOf({ month, spent, open }: Count): Pick<Month, 'month' | 'counted'> {
  return { month, counted: open.reduce((sum, { cap }) => sum + cap, spent) };
}

function checkLimit(found: Count, limit: Money, more: Money): void {
  const { counted } = totalOf(found);
  if (limit === 0 || more === 0 || counted + more <= limit) return;
  const [wanted, had, allowed] = [more, counted, limit].map((amount) => usd(inUsd(amount)));
  throw new Problem('own-limit', `up to ${wanted}, and ${had} of ${allowed}`);
}

/** An offer as the page shows it. */
import { inUsd, type Money } from '../enrichment/money';
import { ownLimitLine } from '../enrichment/offer-lines';
import type { Rest as RestOfRun } from '../run/press/carry-on';
import { modeOf } from '../run/press/choice';
import type { Choice, CountedScope } from '../run/press/choice-types';
import { type Offer, reasonOf, stakesIn } from '../run/press/offer';
import type { Month } from '../run/record/month';
import type { Offered, Rest } from './protocol';

/** What there is to offer, as the engine tells it. */
interface Offering {
  readonly offer: Offer;
  readonly balance: Money;
  readonly month: Month;
}

/** The offer for a choice as plain data, with the reasons in words. */
export function offered({ offer, balance, month }: Offering, { overwrite }: Choice): Offered {
  const { selection, replaced, filtered, price, total } = offer;
  const wouldTake = (scope: CountedScope): number => offer.byMode[modeOf({ scope, overwrite })];
  const { rows, again, questions, copies, along, copiedAlong, skipped } = selection;
  return {
    rows,
    questions: questions.length,
    shared: rows - questions.length,
    copies: copies.length,
    along: along.length + copiedAlong.length,
    skipped: skipped.map((left) => ({ reason: reasonOf(left), rows: left.rows })),
    again,
    replaced,
    stakes: [...stakesIn(offer), ...beyondOwnLimit(month, total)],
    filtered,
    price: inUsd(price),
    least: inUsd(offer.least),
    total: inUsd(total),
    balance: inUsd(balance),
    others: {
      fill: wouldTake('fill'),
      failed: wouldTake('failed'),
      outdated: wouldTake('outdated'),
      all: wouldTake('all'),
      deeper: wouldTake('deeper'),
    },
  };
}

/** What is said where a start may go beyond the person's own limit; nothing where it keeps within. */
export function beyondOwnLimit({ limit, counted }: Month, total: Money): string[] {
  const left = Math.max(0, limit - counted);
  return limit > 0 && total > left ? [ownLimitLine(inUsd(left), inUsd(limit))] : [];
}

/** What is left of a colleague's run, as plain data. */
export function inDollars({ price, total, balance, ...counts }: RestOfRun): Rest {
  return { ...counts, price: inUsd(price), total: inUsd(total), balance: inUsd(balance) };
}

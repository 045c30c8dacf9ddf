/** The last run of each enrichment, kept when it has ended: so that its receipt can still be shown, and the run undone. */
import { type Money, moneyOf } from '../../enrichment/money';
import {
  cut,
  integer,
  maybe,
  moment,
  number,
  object,
  type Parser,
  readStored,
  record,
} from '../../enrichment/parse';
import { Problem } from '../../enrichment/problem';
import type { Properties, Store } from '../../platform/properties';
import type { Receipt } from '../../sheet/receipts';
import { MOST_ROWS } from './counts';
import { MOST_MONEY, type Run, run, storable } from './run';

/** A run that has ended, and what it came to. */
export interface LastRun {
  readonly run: Run;
  /** In ms since 1970. */
  readonly endedAt: number;
  /** Questions that were asked. */
  readonly asked: number;
  /** Rows that were answered. */
  readonly answered: number;
  /** By Linkup's price list. */
  readonly cost: Money;
  /** Missing where Linkup did not tell. */
  readonly balanceAfter?: Money;
  /** What each step asked, found and cost, in words; missing where there was one. */
  readonly steps?: string;
}

/** Of what is said of steps, in characters: there are five at most. */
const MOST_WORDS = 500;

const rows = integer(0, MOST_ROWS);

const stored: Parser<LastRun> = record<LastRun>({
  run,
  endedAt: moment,
  asked: rows,
  answered: rows,
  cost: integer(0, MOST_MONEY),
  balanceAfter: maybe(integer(-MOST_MONEY, MOST_MONEY)),
  steps: maybe(cut(MOST_WORDS)),
});

/** The first edition kept USD, and the number of questions with the run. */
const lastRun: Parser<LastRun> = (value, path) => {
  const source = object(value, path);
  const { first } = run(source.run, 'run');
  if (!first) return stored(source, path);
  const money: Parser<Money> = (usd, at) => moneyOf(number(usd, at));
  const { balanceAfter } = source;
  const cost = money(source.cost, 'cost');
  return stored(
    { ...source, asked: first.asked, cost, balanceAfter: maybe(money)(balanceAfter, path) },
    path,
  );
};

/** Before the id of the enrichment. */
export const LAST_PREFIX = 'linkup.last.';

/** Keeps a run that has ended in place of the one before. A full store is no reason not to end: the receipt is on its sheet too. */
export function keepLast(documents: Store, ended: Run, receipt: Receipt, steps = ''): void {
  const last = {
    run: { ...storable({ ...ended, sent: [] }), paused: undefined },
    endedAt: Date.parse(receipt.endedAt),
    asked: receipt.asked,
    answered: receipt.done,
    cost: moneyOf(receipt.estimate),
    ...(receipt.balanceAfter === undefined ? {} : { balanceAfter: moneyOf(receipt.balanceAfter) }),
    ...(steps !== '' && { steps }),
  };
  try {
    documents.set(LAST_PREFIX + ended.enrichment, JSON.stringify(last));
  } catch (thrown) {
    if (!(thrown instanceof Problem)) throw thrown;
  }
}

/** The last run of an enrichment that has ended, among the document's properties. */
export function lastIn(properties: Properties, enrichment: string): LastRun | undefined {
  const json = properties[LAST_PREFIX + enrichment];
  return json === undefined ? undefined : readStored(lastRun, json);
}

/** Forgets it, with its enrichment. */
export function forgetLast(documents: Store, enrichment: string): void {
  documents.remove(LAST_PREFIX + enrichment);
}

/**
 * What the owner of a spreadsheet said yes to for its formulas, kept with them, and what was asked of it today, kept in the document:
 * in a formula that somebody else recalculates the owner's properties can be read, and perhaps not written.
 */
import type { Money } from '../../enrichment/money';
import { integer, type Parser, readStored, record } from '../../enrichment/parse';
import { unlessProblem } from '../../enrichment/problem';
import type { Properties, Store } from '../../platform/properties';
import { dayOf, entryKey, LAST_DAY } from './formula-entries';
import { account } from './key';
import { MOST_MONEY } from './run';

/** What formulas may cost a day, by UTC, and with which key (`accountOf`). */
export interface FormulaTerms {
  readonly cap: Money;
  readonly account: string;
}

/** What was asked on a day. */
interface Asked {
  readonly day: number;
  readonly asked: Money;
}

/** How the document counts. */
export interface FormulaCount extends Asked {
  /** What the owner's own month does not know of yet. */
  readonly untold: Money;
  /** Until when, in ms since 1970, nobody else may ask Linkup for its list. */
  readonly looking: number;
}

const asked = { day: integer(0, LAST_DAY), asked: integer(0, MOST_MONEY) };
const storedTerms: Parser<FormulaTerms> = record<FormulaTerms>({
  cap: integer(1, MOST_MONEY),
  account,
});
const storedAsked: Parser<Asked> = record<Asked>(asked);
const storedCount: Parser<FormulaCount> = record<FormulaCount>({
  ...asked,
  untold: integer(0, MOST_MONEY),
  looking: integer(0, Number.MAX_SAFE_INTEGER),
});

/** In the document. */
const COUNT = 'linkup.formulas';

/** In the owner's store, by document: an add-on's holds those of all of theirs. */
const TERMS = 'linkup.formulas.';
const OWN_COUNT = 'linkup.formulas-asked.';

/** Whether a property of the document is what its formulas know: answers, or how they are counted. */
export function isOfFormula(name: string): boolean {
  return name === COUNT || name.startsWith(entryKey(''));
}

/** What was agreed for a document; undefined where its formulas are off. */
export function termsIn(properties: Properties, document: string): FormulaTerms | undefined {
  return readStored(storedTerms, properties[TERMS + document] ?? '');
}

/** Turns the formulas of a document on. */
export function saveTerms(user: Store, document: string, terms: FormulaTerms): void {
  user.set(TERMS + document, JSON.stringify(terms));
}

/** Turns them off. */
export function removeTerms(user: Store, document: string): void {
  user.remove(TERMS + document);
}

/**
 * How the document counts now. What the owner's own store has seen of this day counts as well: nobody else can have written there.
 */
export function countIn(
  properties: Properties,
  own: Properties,
  document: string,
  now: number,
): FormulaCount {
  const day = dayOf(now);
  const kept = readStored(storedCount, properties[COUNT] ?? '');
  const seen = readStored(storedAsked, own[OWN_COUNT + document] ?? '');
  const of = (count: Asked | undefined): Money => (count?.day === day ? count.asked : 0);
  // A look that is said to go on for longer than a cell lives is none.
  const looking = kept && kept.looking - now < 30_000 ? kept.looking : 0;
  return { day, asked: Math.max(of(kept), of(seen)), untold: kept?.untold ?? 0, looking };
}

/** The count as the document keeps it, to be saved along with what it counts. */
export function countAsKept(count: FormulaCount): Record<string, string> {
  return { [COUNT]: JSON.stringify(count) };
}

/** Notes it with the owner too, where that is allowed: that no other editor can take back. */
export function noteOwnCount(user: Store, document: string, { day, asked }: FormulaCount): void {
  unlessProblem(() => user.set(OWN_COUNT + document, JSON.stringify({ day, asked })));
}

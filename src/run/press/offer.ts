/** The offer: what a press of Enrich would do and cost, worked out before anything is spent. */
import { agree, count, figure, usd } from '../../enrichment/amounts';
import { outputColumns } from '../../enrichment/columns';
import type { Enrichment } from '../../enrichment/definition';
import { inUsd, type Money } from '../../enrichment/money';
import { type LookAlikes, stakesOf, type Typed } from '../../enrichment/offer-lines';
import { Problem } from '../../enrichment/problem';
import {
  type Mode,
  type RowsByMode,
  rowsByMode,
  type Selection,
  type Skipped,
  select,
} from '../../enrichment/selection';
import { atStep } from '../../enrichment/steps';
import { mostOf, priceOf } from '../../linkup/prices';
import type { Selected } from '../../sheet/selected';
import type { Sheet } from '../../sheet/spreadsheet';
import type { Row, TableView } from '../../sheet/table';
import { checkWritable } from '../../sheet/writable';
import { cellsKey } from '../../sheet/written';
import { revisionOf } from '../record/enrichments';
import type { Answers } from '../rows/answers';
import { type Circumstances, candidatesAmong } from '../rows/candidates';
import { deeperAmong } from '../rows/got-nothing';
import { withLedgersOfAnswers } from '../rows/ledger-of-answer';
import { lookAlikesAmong } from '../rows/look-alikes';
import { unmetIn } from '../rows/only-if';
import { readWhole, type Whole } from '../rows/read-whole';
import { withoutChanging } from '../rows/self-changing';
import { fingerprintOf, hasPlace, isUntouched } from '../rows/standing';
import { withoutTotals } from '../rows/totals';
import { replacedIn } from './replaced';
import { chosenAmong, type Wanted } from './which-rows';

/** A priced selection. */
export interface Offer {
  /** Of the definition that it was worked out for. */
  readonly revision: string;
  readonly mode: Mode;
  /** Answers from before this moment, in ms since 1970, are asked anew. Missing but for a refresh. */
  readonly oldBefore?: number | undefined;
  readonly selection: Selection;
  /** How many rows of the whole table each mode would take. */
  readonly byMode: RowsByMode;
  /** At which step it is asked first, from 1. */
  readonly step: number;
  /** Of one question, at that step. */
  readonly price: Money;
  /** Where that is enough for all, and where every further step is taken for all. */
  readonly least: Money;
  readonly total: Money;
  /** The rows it is about, by what they are and not by where they stand (`identityOf`). */
  readonly rows: ReadonlySet<string>;
  /** Those of the chosen rows that the enrichment is not for, as its condition says. */
  readonly unmet: ReadonlySet<string>;
  /** A filter is on, and the rows it hides are among them. */
  readonly filtered: boolean;
  /** Which selected rows a filter hides was judged and not asked row by row: one of them may be among these. */
  readonly judged: boolean;
  /** How many of the rows to be asked somebody has hidden by hand; undefined where that is not known. */
  readonly byHand: number | undefined;
  /** How many rows would lose what they hold now. */
  readonly replaced: number;
  /** What becomes of what was typed into rows that are asked. */
  readonly typed: Typed;
  /** Rows that would share an answer though they hold different things. */
  readonly lookAlikes?: LookAlikes | undefined;
  /** Columns for answers that somebody deleted, by what they were called when they were made. */
  readonly gone: readonly string[];
}

/** Reads the table and prices what would be asked. */
export function offerFor(e: Enrichment, sheet: Sheet, wanted: Wanted): Offer {
  return offerIn(e, sheet, readWhole(e, sheet), wanted);
}

/** Prices what would be asked in a table as it was read. */
export function offerIn(e: Enrichment, sheet: Sheet, whole: Whole, wanted: Wanted): Offer {
  const { view } = whole;
  const { mode, oldBefore } = wanted;
  checkFilled(whole);
  const gone = goneFrom(view);
  checkWritable(sheet, view, whole.rows.length);
  const rows = withLedgersOfAnswers(view, withoutChanging(whole, sheet));
  const filled = withoutTotals(whole, rowsWithContent(view, rows));
  if (filled.length === 0) throw new Problem('empty-table');
  const unmet = unmetIn(view, filled, sheet, mode);
  const deeper = deeperAmong(view, filled);
  const { candidates, only } = chosenAmong(filled, sheet, wanted, { unmet, deeper: deeper.rows });
  const chosen = filled.filter(({ at }) => only?.rows.has(at) ?? true);
  const filtered = wanted.only === undefined && !wanted.visible && sheet.getFilter() !== null;
  const selection = select(candidates, mode);
  const step = mode === 'deeper' ? deeper.step : 1;
  const price = priceOf(atStep(e, step));
  const { length } = selection.questions;
  const [least, total] = [price * length, mostOf(e, step) * length];
  const { replaced, typed } = replacedIn(view, filled, selection, mode);
  const identities = (some: readonly Row[]) => new Set(some.map(identityOf));
  const known = {
    rows: identities(chosen.filter((row) => isAsked(row) && !unmet.has(row.at))),
    unmet: identities(chosen.filter(({ at }) => unmet.has(at))),
  };
  const about = { mode, oldBefore, typed, revision: revisionOf(e), ...known };
  const lookAlikes = lookAlikesAmong(view, filled, filledIn(selection));
  const byMode = rowsByMode(candidates);
  const cost = { step, price, least, total, replaced, lookAlikes, gone };
  const hidden = { filtered, judged: only?.judged ?? false, byHand: hiddenIn(selection, only) };
  return { ...about, ...cost, ...hidden, selection, byMode };
}

/** Columns for answers that somebody deleted. Throws `outputs-gone` where none is left: what is typed and what is blank is then all the same. */
function goneFrom({ enrichment, layout }: TableView): string[] {
  const there = new Set(layout.outputs.map(({ column }) => column.slot));
  const gone = outputColumns(enrichment).filter(({ slot }) => !there.has(slot));
  const headings = gone.map(({ heading }) => heading);
  if (there.size === 0) throw new Problem('outputs-gone', headings.map((each) => `“${each}”`).join(', '));
  return headings;
}

/** Not what changes by itself, which would have changed again by then, nor totals: read by themselves, both ask something. */
function isAsked({ question }: Row): boolean {
  return !('blocker' in question && (question.blocker === 'changing' || question.blocker === 'totals'));
}

/** The rows that would get an answer. */
function filledIn({ questions, copies, along, copiedAlong }: Selection): Set<number> {
  return new Set([...questions.flatMap(({ rows }) => rows), ...copies, ...along, ...copiedAlong]);
}

/** Where nobody selected rows, all of the table is meant. */
function hiddenIn({ questions }: Selection, only: Selected | undefined): number | undefined {
  if (!only || questions.length === 0) return 0;
  const { byHand } = only;
  return byHand && questions.flatMap(({ rows }) => rows).filter((at) => byHand.has(at)).length;
}

/** Columns of the person's own that are to be filled: all there, and none of them the work of an array formula. */
function checkFilled({ reading, view }: Whole): void {
  const filling = outputColumns(view.enrichment).filter(({ fills }) => fills);
  if (filling.length === 0) return;
  const there = new Map(view.layout.outputs.map(({ column, at }) => [column.slot, at]));
  const gone = filling.find(({ slot }) => !there.has(slot));
  if (gone) throw new Problem('filled-column-gone', gone.fills?.heading);
  const arrays = reading.arrays();
  const array = filling.map(({ slot }) => there.get(slot) ?? 0).find((at) => arrays.has(at));
  if (array !== undefined) throw new Problem('array-filled', view.headings[array - 1]);
}

/** The selection among rows that were read; of those that were not chosen only what is taken along. */
export function selectRows(
  rows: readonly Row[],
  answers: Answers,
  mode: Mode,
  isLive: (run: string) => boolean,
  isChosen: (row: Row) => boolean = () => true,
  circumstances: Circumstances = {},
): Selection {
  return select(candidatesAmong(rows, answers, isLive, isChosen, circumstances), mode);
}

/** Whether a row that nobody chose may be filled along: not where what was typed into it would be replaced with the rest. */
export function isOpenTo(row: Row, mode: Mode): boolean {
  return mode === 'overwrite' ? isUntouched(row) : hasPlace(row);
}

/** What a row is for an offer: its question and its outputs. Holds while the table is sorted. */
export function identityOf(row: Row): string {
  return `${fingerprintOf(row)} ${cellsKey(row.cells)}`;
}

/** The rows that hold anything besides what is ours: empty ones below the table are no rows, nor are those with nothing but unticked boxes. */
export function rowsWithContent(view: TableView, rows: readonly Row[]): Row[] {
  const ours = new Set(view.placed.values());
  return rows.filter(({ values, question }) => {
    const asks = 'text' in question;
    return values.some((value, i) => value !== '' && (asks || value !== false) && !ours.has(i + 1));
  });
}

const REASONS: Readonly<Record<Skipped['reason'], (column: string, rows: number) => string>> = {
  blank: (column) => `“${column}” is empty`,
  error: (column) => `“${column}” shows an error`,
  loading: (column) => `“${column}” is still loading`,
  picture: (column) => `“${column}” holds a picture instead of a text`,
  changing: (column) => `“${column}” changes by itself, so its answer would be outdated at once`,
  totals: () => 'a row of totals, which sums up the rows above',
  unmet: (why) => `${why} (“Only if”)`,
  'too-long': (column) => `“${column}” makes the question longer than 10,000 characters`,
  'no-url': (column) => `“${column}” is no web address, and no link leads to one`,
  unasked: () => 'not asked yet',
  answered: () => 'answered already',
  'not found': () => 'asked before and not found',
  failed: () => 'failed before',
  expired: () => 'expired before',
  'perhaps asked': (_, rows) =>
    `perhaps asked and billed before; “Retry failed rows” takes ${agree(rows, 'it', 'them')}`,
  unreadable: (_, rows) =>
    `perhaps asked before, for hidden cells cannot be read; “Retry failed rows” takes ${agree(rows, 'it', 'them')}`,
  asking: () => 'being asked already',
  outdated: (_, rows) => `changed since ${agree(rows, 'it was', 'they were')} answered`,
  typed: () => 'filled by hand',
  hidden: () => 'hidden',
};

/** Why rows are left out, in words. */
export function reasonOf({ reason, column, rows }: Skipped): string {
  return REASONS[reason](column, rows);
}

/** What a yes to an offer would mean besides its price, a sentence for each. */
export function stakesIn(offer: Offer): string[] {
  return stakesOf({ ...offer, again: offer.selection.again });
}

/** The offer in words, for the confirmation. */
export function describe(offer: Offer, balance: Money | undefined): string {
  const { selection, price, total, filtered } = offer;
  const { questions, rows, copies, along, copiedAlong, skipped } = selection;
  const empty = offer.least < total ? ', empty ones too: those are asked deeper' : '';
  const lines = [
    `${count(rows, 'row')} to ask: ${billOf(questions.length, price, total)}. Only answers are billed${empty}.`,
  ];
  const doubles = rows - questions.length;
  if (doubles > 0) lines.push(`${count(doubles, 'duplicate')} asked along for nothing.`);
  if (copies.length > 0)
    lines.push(`${count(copies.length, 'row')} filled from an answer that is already here, for nothing.`);
  const more = along.length + copiedAlong.length;
  if (more > 0)
    lines.push(`And ${count(more, 'more row')} that ${agree(more, 'asks', 'ask')} the same, for nothing.`);
  for (const left of skipped) lines.push(`${count(left.rows, 'row')} left out: ${reasonOf(left)}.`);
  lines.push(...stakesIn(offer));
  if (filtered) lines.push('A filter is on: the rows that it hides are asked too.');
  if (balance !== undefined) lines.push(balanceLine(balance, offer));
  return lines.join('\n');
}

function billOf(questions: number, price: Money, total: Money): string {
  const most = `${usd(inUsd(total))} at most`;
  const each = agree(questions, `for ${most}`, `at ${usd(inUsd(price))} each, ${most}`);
  return `${count(questions, 'question')} ${each}`;
}

function balanceLine(balance: Money, { selection, price, least, total }: Offer): string {
  const line = `Your Linkup balance is ${usd(inUsd(balance))}`;
  if (balance >= total) return `${line}.`;
  const { length } = selection.questions;
  const enough = Math.floor(balance / price);
  const pays =
    least < total
      ? `${figure(Math.min(enough, length))} of them, or ${figure(Math.floor((balance * length) / total))} if all go deeper`
      : `${figure(enough)} of them`;
  return `${line}, enough for about ${pays}. The run pauses when it is used up.`;
}

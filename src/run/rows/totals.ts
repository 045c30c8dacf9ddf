/** Rows of totals at the end of a table: nobody means to ask about “Total”. */
import type { Row, TableView } from '../../sheet/table';
import type { Whole } from './read-whole';
import { isBareLabel, isLabel } from './totals-label';

/** Functions that sum a column up (Sheets function list, November 2026), with those that count or average under conditions. */
const SUMS_UP =
  /\b(?:SUM|SUBTOTAL|AVERAGE|AVERAGEA|AVERAGE\.WEIGHTED|COUNT|COUNTA|COUNTUNIQUE|COUNTBLANK|MIN|MINA|MAX|MAXA|MEDIAN|MODE|PRODUCT|STDEV\w*|VAR\w*|SUMIFS?|AVERAGEIFS?|COUNTIFS?|MINIFS|MAXIFS|SUMPRODUCT|AGGREGATE)\s*\(/i;

/** A stretch of a column of the same sheet: "B2:B9", "$B$2:$B9". */
const STRETCH = /(?<![!'\w$])\$?[A-Z]{1,3}\$?\d+:\$?[A-Z]{1,3}\$?\d+/g;

/** Most rows of totals: more are a table whose every row sums up what is above it. */
const MOST = 5;

/** Rows that hold anything, of a table as it was read; those of totals ask nothing, and say so. */
export function withoutTotals({ reading, view }: Whole, filled: readonly Row[]): Row[] {
  const totals = totalsAmong(view, filled, reading.formulas());
  const column = view.headings[view.inputs[0] ?? 0] ?? '';
  return filled.map((row) =>
    totals.has(row.at) && 'text' in row.question ? { ...row, question: { blocker: 'totals', column } } : row,
  );
}

/** The rows (from 1) of totals among those that hold anything. `formulas` are those below row 1. */
export function totalsAmong(
  view: Pick<TableView, 'placed'>,
  rows: readonly Pick<Row, 'at' | 'values'>[],
  formulas: readonly (readonly string[])[],
): ReadonlySet<number> {
  const ours = new Set(view.placed.values());
  const found = new Set<number>();
  for (let i = rows.length - 1; i >= 0; i--) {
    const row = rows[i];
    if (!row || !isTotals(row, formulas[row.at - 2] ?? [], ours, () => rows.slice(0, i))) return found;
    found.add(row.at);
    if (found.size > MOST) break;
  }
  return new Set();
}

/**
 * Whether a row sums up what is above it: in the greater part of its numbers, or in one where its first cell says so. Then a sum may be
 * pasted as a plain number, too; and where it is all that the row holds, the sum may be still to come.
 */
function isTotals(
  { at, values }: Pick<Row, 'at' | 'values'>,
  formulas: readonly string[],
  ours: ReadonlySet<number>,
  above: () => readonly Pick<Row, 'at' | 'values'>[],
): boolean {
  const theirs = values.flatMap((_, c) => (ours.has(c + 1) ? [] : [c]));
  const sums = theirs.filter((c) => isSum(formulas[c] ?? '', at)).length;
  const numbers = theirs.filter((c) => typeof values[c] === 'number').length;
  if (sums * 2 > numbers) return true;
  const [first, ...more] = theirs.map((c) => values[c]).filter((value) => value !== '');
  if (typeof first !== 'string' || !isLabel(first)) return false;
  if (more.length === 0 && isBareTotals(first, at, above())) return true;
  return sums > 0 || theirs.some((c) => isPastedSum(values[c], above(), c));
}

/** Whether a row that holds nothing but a label can be no name of a row's own: for what it says, or since an empty row sets it apart. */
function isBareTotals(label: string, at: number, above: readonly Pick<Row, 'at'>[]): boolean {
  const before = above[above.length - 1];
  return before !== undefined && isBareLabel(label, at - before.at > 1);
}

/** Whether a number is the sum of all that are above it, of which there are several. */
function isPastedSum(value: unknown, above: readonly Pick<Row, 'values'>[], c: number): boolean {
  const total = numberIn(value);
  if (total === undefined) return false;
  const numbers = above.map(({ values }) => numberIn(values[c])).filter((each) => each !== undefined);
  const sum = numbers.reduce((all, each) => all + each, 0);
  return numbers.length > 1 && Math.abs(sum - total) <= 1e-9 * Math.abs(sum);
}

/** Also of a cell that was imported as text. */
function numberIn(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : undefined;
}

/** Whether a formula sums up several rows of the sheet, all of them above its own. */
function isSum(formula: string, at: number): boolean {
  if (!SUMS_UP.test(formula)) return false;
  const stretches = (formula.match(STRETCH) ?? []).map((text) => (text.match(/\d+/g) ?? []).map(Number));
  return (
    stretches.some(([from = 0, to = 0]) => from !== to) && stretches.every((ends) => Math.max(...ends) < at)
  );
}

/**
 * A filter that ends before our columns: whoever sorts by it moves rows away from their answers. Google cannot stretch one: it is taken
 * off and made again, over our columns too, with all that it wanted.
 */
import { MOST_CELLS } from '../enrichment/limits';
import { integer, list, oneOf, type Parser, record, text } from '../enrichment/parse';
import { unlessProblem } from '../enrichment/problem';
import { type Wanted, want, wanted, wantedAt } from './filter-criteria';
import { headingRow, madeColumns, type Places } from './layout';
import type { Filter } from './selected';
import type { Sheet } from './spreadsheet';

/** The range of such a filter, and the one that it would have, in Google's notation. */
export interface Uncovered {
  readonly over: string;
  readonly wider: string;
}

/** A filter as it is to be made: kept while it is not there. */
export interface Cover {
  readonly row: number;
  readonly lastRow: number;
  /** Its first column, from 1, and the headings of all of them: columns may be moved while it is kept. */
  readonly first: number;
  readonly headings: readonly string[];
  /** From where Google counts its columns. */
  readonly counts: 'sheet' | 'range';
  readonly wants: readonly { readonly at: number; readonly wanted: Wanted }[];
}

const place = integer(1, MOST_CELLS);

/** Parses what was kept. */
export const cover: Parser<Cover> = record<Cover>({
  row: place,
  lastRow: place,
  first: place,
  headings: list(text),
  counts: oneOf('sheet', 'range'),
  wants: list(record<Cover['wants'][number]>({ at: integer(0, 20_000), wanted })),
});

/** The filter of a table that leaves some of our columns out; undefined where there is none, or it is about something else. */
export function uncoveredBy(sheet: Sheet, placed: Places): Uncovered | undefined {
  const made = [...madeColumns(placed)];
  const range = made.length > 0 ? sheet.getFilter()?.getRange() : undefined;
  if (!range || range.getRow() !== headingRow(placed)) return undefined;
  const [first, last] = [range.getColumn(), range.getLastColumn()];
  const isOutside = (column: number): boolean => column < first || column > last;
  if (!made.some(isOutside) || last - first + 1 <= made.filter((column) => !isOutside(column)).length)
    return undefined;
  const [from, to] = [Math.min(first, ...made), Math.max(last, ...made)];
  const wider = sheet.getRange(range.getRow(), from, range.getNumRows(), to - from + 1);
  return { over: range.getA1Notation(), wider: wider.getA1Notation() };
}

/** What it takes to make the filter again over a wider range. Throws `filter-not-kept` where it wants something that cannot be kept. */
export function coverFor(sheet: Sheet, filter: Filter, wider: string): Cover {
  const range = filter.getRange();
  const { counts, position } = countingOf(filter, range.getColumn(), range.getLastColumn());
  const over = sheet.getRange(wider);
  const first = over.getColumn();
  const headings = headingsIn(sheet, range.getRow()).slice(first - 1, over.getLastColumn());
  const columns = Array.from({ length: range.getNumColumns() }, (_, i) => range.getColumn() + i);
  const wants = columns.flatMap((column) => {
    const found = wantedAt(filter, position(column), headings[column - first] ?? '');
    return found ? [{ at: column - first, wanted: found }] : [];
  });
  return { row: range.getRow(), lastRow: range.getLastRow(), first, headings, counts, wants };
}

interface Counting {
  readonly counts: Cover['counts'];
  /** Of a column of the sheet. */
  readonly position: (column: number) => number;
}

/** Nobody says from where Google counts the columns of a filter that does not begin in the sheet's first: its last one tells. */
function countingOf(filter: Filter, first: number, last: number): Counting {
  const isOfSheet = first === 1 || unlessProblem(() => [filter.getColumnFilterCriteria(last)]) !== undefined;
  return isOfSheet
    ? { counts: 'sheet', position: (column) => column }
    : { counts: 'range', position: (column) => column - first + 1 };
}

/**
 * Makes it, as far as it is not made yet: a filter that somebody else has made meanwhile stays. Where columns were moved since, it goes
 * by their headings.
 */
export function makeCover(sheet: Sheet, kept: Cover): void {
  const columns = columnsNow(sheet, kept);
  const there = [...columns.values()];
  if (there.length === 0) return;
  const [from, to] = [Math.min(...there), Math.max(...there)];
  const range = sheet.getRange(kept.row, from, kept.lastRow - kept.row + 1, to - from + 1);
  const found = sheet.getFilter();
  if (found && found.getRange().getA1Notation() !== range.getA1Notation()) return;
  const filter = found ?? range.createFilter();
  for (const { at, wanted: each } of kept.wants) {
    const column = columns.get(at);
    if (column !== undefined) want(filter, kept.counts === 'sheet' ? column : column - from + 1, each);
  }
}

/** Where the columns of a filter are by now, from 1, by their places in it. */
function columnsNow(sheet: Sheet, { row, first, headings }: Cover): ReadonlyMap<number, number> {
  const now = headingsIn(sheet, row);
  const stood = headings.every((heading, i) => now[first - 1 + i] === heading);
  return new Map(
    headings.flatMap((heading, i) => {
      const column = stood ? first + i : heading === '' ? 0 : now.indexOf(heading) + 1;
      return column > 0 ? [[i, column] as const] : [];
    }),
  );
}

function headingsIn(sheet: Sheet, row: number): string[] {
  const width = sheet.getLastColumn();
  return width === 0 ? [] : (sheet.getRange(row, 1, 1, width).getDisplayValues()[0] ?? []);
}

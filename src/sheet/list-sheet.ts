/** The sheet of a list: made, found again, read by its own columns, and written a block at a time. */
import type { AnswerValue } from '../enrichment/answer';
import type { OutputColumn } from '../enrichment/columns';
import { MOST_CELLS } from '../enrichment/limits';
import { folded, freeName } from '../enrichment/names';
import { Problem } from '../enrichment/problem';
import { asTextContent, contentOf, reading, readingOf } from './cells';
import { bodyOf } from './colours';
import { dressCells } from './kind-dress';
import type { Patch } from './patches';
import { readTable, type WholeReading } from './reading';
import { RECEIPTS } from './receipts';
import { clipped, type Sheet, type Workbook } from './spreadsheet';
import { writePatches } from './write-patches';

/** The rows of a block, their cells in the order of the list's columns. */
export type Rows = readonly (readonly AnswerValue[])[];

/** What a list's own columns hold at the moment. */
export interface ListTable {
  /** Where its columns are, from 1, in their order. */
  readonly at: readonly number[];
  /** The first row below the headings, and the last in which one of its columns holds anything. */
  readonly first: number;
  readonly last: number;
  /** What a cell holds: its row on the sheet, and which of the columns, from 0. */
  readonly cell: (row: number, column: number) => string;
}

/** How many cells a new sheet has (November 2026); one grows by as many rows as a list may have. */
const NEW_SHEET = 26 * 1_000;

/** Rows of one answer, at the most that is usual. */
const ONE_ANSWER = 100;

/** Signs that a spreadsheet program takes in no name of a sheet, Google's or another to which it is downloaded. */
const NOT_IN_NAMES = /[[\]*?:/\\'\p{Cc}]+/gu;

/** A name for the sheet of a list that no other sheet has, from its question. */
export function listName(workbook: Workbook, question: string): string {
  const name = question.replace(NOT_IN_NAMES, ' ').replace(/\s+/g, ' ').trim();
  return freeName(name || 'List', [RECEIPTS, ...workbook.sheets().map((sheet) => sheet.getName())]);
}

/** Throws `list-no-sheet` or `list-no-room` where a sheet for a list cannot be added. Whoever may edit nothing may add nothing. */
export function checkSheetCanBeAdded(workbook: Workbook): void {
  if (!workbook.sheets().some((sheet) => sheet.getRange(1, 1).canEdit())) throw new Problem('list-no-sheet');
  if (workbook.cells() + NEW_SHEET > MOST_CELLS) throw new Problem('list-no-room');
}

/** Throws `list-no-room` where the sheet of a list cannot take what one answer may bring. */
export function checkRoomFor(workbook: Workbook, sheet: Sheet, { last }: ListTable): void {
  const short = ONE_ANSWER - (sheet.getMaxRows() - last);
  if (short > 0 && workbook.cells() + short * sheet.getMaxColumns() > MOST_CELLS)
    throw new Problem('list-no-room');
}

/** Reads a list's columns, wherever they are by now. Throws `list-column-gone`. */
export function readList(sheet: Sheet, columns: readonly OutputColumn[]): ListTable {
  const table = readTable(sheet);
  const at = columns.map(({ heading }) => columnOf(table.headings, heading));
  const cell = (row: number, column: number): string => {
    const [r, c] = [row - table.firstRow, (at[column] ?? 0) - 1];
    return reading(table.values[r]?.[c], table.display[r]?.[c] ?? '');
  };
  return { at, first: table.firstRow, last: lastOf(table, at), cell };
}

function columnOf(headings: readonly string[], wanted: string): number {
  const found = [...headings.keys()].filter((i) => folded(headings[i] ?? '') === folded(wanted));
  if (found.length !== 1) throw new Problem('list-column-gone', wanted);
  return (found[0] ?? 0) + 1;
}

/** Rows of which only other columns hold anything count as free: a formula may go far down. */
function lastOf({ values, display, firstRow }: WholeReading, at: readonly number[]): number {
  const holds = (r: number): boolean =>
    at.some((column) => reading(values[r]?.[column - 1], display[r]?.[column - 1] ?? '') !== '');
  let rows = values.length;
  while (rows > 0 && !holds(rows - 1)) rows--;
  return firstRow + rows - 1;
}

/** Gives a new sheet the headings and looks of a list. Headings come last: without them nothing says whose it is. */
export function dressList(sheet: Sheet, columns: readonly OutputColumn[]): void {
  for (const [i, column] of columns.entries()) {
    bodyOf(sheet, i + 1, 1).setWrapStrategy(clipped());
    dressCells(() => bodyOf(sheet, i + 1, 1), column, undefined);
  }
  sheet.setFrozenRows(1);
  const headings = sheet.getRange(1, 1, 1, columns.length).setFontWeight('bold');
  headings.setValues([columns.map(({ heading }) => asTextContent(heading))]);
}

/** Writes rows, the first of them to `row`; real only after the next flush. */
export function writeRows(sheet: Sheet, at: readonly number[], row: number, rows: Rows): void {
  const height = sheet.getMaxRows();
  const short = row + rows.length - 1 - height;
  if (short > 0) sheet.insertRowsAfter(height, short);
  const patches: Patch[] = rows.map((values, r) => ({
    at: row + r,
    cells: new Map(at.map((column, i) => [column, contentOf(values[i])])),
  }));
  writePatches(sheet, patches);
}

/** How a block stands on the sheet, from `row` on: each cell is as it should be, or those that are not are blank, or something else is there. */
export function blockOn({ cell }: ListTable, row: number, rows: Rows): 'whole' | 'part' | 'other' {
  let isWhole = true;
  for (const [r, values] of rows.entries())
    for (const [i, value] of values.entries()) {
      const [found, wanted] = [cell(row + r, i), readingOf(value)];
      if (found === wanted) continue;
      if (found !== '') return 'other';
      isWhole = false;
    }
  return isWhole ? 'whole' : 'part';
}

/** Whether a sheet was begun for a list: of its headings, some or all are there, and nothing else in their row. */
export function isBegun(sheet: Sheet, columns: readonly OutputColumn[]): boolean {
  const rows: readonly (readonly string[])[] = sheet.getDataRange().getDisplayValues();
  const [headings = []] = rows;
  const isBlank = headings.every((text) => text === '');
  return isBlank
    ? rows.length === 1
    : headings.every((text, i) => text === '' || text === columns[i]?.heading);
}

/** The keys in some rows as they are written, by which `more` is asked for others. */
export function keysIn({ first, last, cell }: ListTable): string[] {
  const rows = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => cell(first + i, 0));
  return rows.filter((key) => key !== '');
}

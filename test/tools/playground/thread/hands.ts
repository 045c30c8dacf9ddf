/** A person's hands on a sheet: what the page's cells and menus do to the document. Nothing here is a service call. */
import type { Sheet } from '../../../doubles/google/model/sheet';
import { compareCells } from '../../../doubles/google/model/sort';
import type { Spreadsheet } from '../../../doubles/google/model/spreadsheet';
import type { Block, Doing, Lines } from '../wire';
import { widthFor } from './fitting';
import type { Sample } from './settings';
import { deleting, inserting, sorting, typing, widening } from './steps';
import type { Step } from './undo';

/** Widest that a column can be dragged, as at Google. */
const WIDEST = 2_000;

/** An action that changes cells or the order of things. */
export type Handwork = Doing<'type' | 'insert' | 'delete' | 'sort' | 'width'>;

/** Does it, and tells how it is taken back. Throws what Google says where it cannot be done. */
export function work(spreadsheet: Spreadsheet, action: Handwork, user: string): Step {
  const sheet = sheetById(spreadsheet, action.sheet);
  if (action.kind === 'sort') return sort(spreadsheet, sheet, action);
  if (action.kind === 'type')
    return typing(action.cells)(spreadsheet, sheet, () => typeCells(sheet, action.cells, user));
  if (action.kind === 'insert') return inserting(action)(spreadsheet, sheet, () => insert(sheet, action));
  if (action.kind === 'delete') return deleting(action)(spreadsheet, sheet, () => remove(sheet, action));
  return widening(action)(spreadsheet, sheet, () => {
    sheet.column(action.column).width = Math.min(WIDEST, action.width);
  });
}

/** The sheet of that id. Throws when somebody deleted it. */
export function sheetById({ sheets }: Spreadsheet, id: number): Sheet {
  const found = sheets.find((sheet) => sheet.id === id);
  if (!found) throw new Error('This sheet is not there any more.');
  return found;
}

/** Lays out the sheets that a document begins with. */
export function layOut(spreadsheet: Spreadsheet, samples: readonly Sample[]): void {
  const [first, ...further] = samples;
  if (!first) return;
  spreadsheet.activeSheet.rename(first.name);
  layDown(spreadsheet.activeSheet, first.table, first.narrow);
  for (const { name, table } of further) addTable(spreadsheet, name, table);
}

/** Opens a table of one's own as a further sheet; its first row is the heading. */
export function addTable(
  spreadsheet: Spreadsheet,
  wanted: string,
  table: readonly (readonly string[])[],
): Sheet {
  const sheet = spreadsheet.addSheet(freeName(spreadsheet, wanted));
  layDown(sheet, table);
  return sheet;
}

/** Lays a table down, its headings bold and frozen, as people have it. */
export function layDown(
  sheet: Sheet,
  table: readonly (readonly string[])[],
  narrow: readonly string[] = [],
): void {
  sheet.fromRows(table);
  sheet.frozenRows = 1;
  for (const [c, heading] of (table[0] ?? []).entries()) {
    sheet.cell(1, c + 1).style.fontWeight = 'bold';
    const texts = narrow.includes(heading) ? [heading] : table.map((row) => row[c] ?? '');
    sheet.column(c + 1).width = widthFor(texts);
  }
}

function freeName({ sheets }: Spreadsheet, wanted: string): string {
  const taken = new Set(sheets.map(({ name }) => name));
  let name = wanted;
  for (let n = 2; taken.has(name); n++) name = `${wanted} (${n})`;
  return name;
}

function typeCells(sheet: Sheet, cells: Doing<'type'>['cells'], user: string): void {
  for (const { row, column, text } of cells) {
    if (row > sheet.maxRows) sheet.insertRows(sheet.maxRows + 1, row - sheet.maxRows);
    if (column > sheet.maxColumns) sheet.insertColumns(sheet.maxColumns + 1, column - sheet.maxColumns);
    sheet.assertEditable(user, { row, column, rows: 1, columns: 1 });
    sheet.type(row, column, text);
  }
}

function insert(sheet: Sheet, { axis, at, count }: Lines): void {
  if (axis === 'rows') sheet.insertRows(at, count);
  else sheet.insertColumns(at, count);
}

function remove(sheet: Sheet, { axis, at, count }: Lines): void {
  if (axis === 'rows') sheet.deleteRows(at, count);
  else sheet.deleteColumns(at, count);
}

/** The rows below the frozen ones. */
function sort(spreadsheet: Spreadsheet, sheet: Sheet, { column, ascending, cells }: Doing<'sort'>): Step {
  const [first, last] = [sheet.frozenRows + 1, sheet.lastRow];
  const [left, right] =
    cells === 'all' ? [1, sheet.maxColumns] : [edge(sheet, column, -1), edge(sheet, column, 1)];
  const rect = { row: first, column: left, rows: Math.max(0, last - first + 1), columns: right - left + 1 };
  return sorting(rect, orderOf(sheet, rect, column, ascending))(spreadsheet, sheet, () => {
    if (last > first) sheet.sortRange(first, left, last, right, column, ascending);
  });
}

/** Which row of a block, from 0, comes first when it is sorted, which second, and so on. */
function orderOf(sheet: Sheet, { row, rows }: Block, column: number, ascending: boolean): number[] {
  const key = (r: number) => sheet.peek(row + r, column);
  return Array.from({ length: rows }, (_, r) => r).sort((a, b) => compareCells(key(a), key(b), ascending));
}

/** How far the visible columns reach from one of them. */
function edge(sheet: Sheet, from: number, step: 1 | -1): number {
  let at = from;
  const end = Math.max(from, sheet.lastColumn);
  while (at + step >= 1 && at + step <= end && !sheet.column(at + step).hidden) at += step;
  return at;
}

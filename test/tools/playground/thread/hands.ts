/** A person's hands on a sheet: what the page's cells and menus do to the document. Nothing here is a service call. */
import type { Sheet } from '../../../doubles/google/model/sheet';
import type { Spreadsheet } from '../../../doubles/google/model/spreadsheet';
import type { Doing, Lines } from '../wire';
import type { Sample } from './settings';

/** Widths of columns in pixels; 100 is Google's own. */
const NARROWEST = 80;
const WIDEST = 240;

/** Rows that tell how wide a column should be. */
const SAMPLE = 200;

/** An action that changes cells or the order of things. */
export type Handwork = Doing<'type' | 'insert' | 'delete' | 'sort'>;

/** Does it. Throws what Google says where it cannot be done. */
export function work(spreadsheet: Spreadsheet, action: Handwork, user: string): void {
  const sheet = sheetById(spreadsheet, action.sheet);
  if (action.kind === 'type') typeCells(sheet, action.cells, user);
  else if (action.kind === 'sort') sort(sheet, action);
  else if (action.kind === 'insert') insert(sheet, action);
  else remove(sheet, action);
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
  layDown(spreadsheet.activeSheet, first.table);
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
export function layDown(sheet: Sheet, table: readonly (readonly string[])[]): void {
  sheet.fromRows(table);
  sheet.frozenRows = 1;
  for (const [c] of (table[0] ?? []).entries()) {
    sheet.cell(1, c + 1).style.fontWeight = 'bold';
    sheet.column(c + 1).width = widthFor(table.map((row) => row[c] ?? ''));
  }
}

/** Wide enough for most of its texts, as a person would drag it: about 7 px for a character, and some air. */
function widthFor(texts: readonly string[]): number {
  const lengths = texts.slice(0, SAMPLE).map(({ length }) => length);
  const most = lengths.sort((a, b) => a - b)[Math.floor(lengths.length * 0.9)] ?? 0;
  return Math.min(WIDEST, Math.max(NARROWEST, most * 7 + 16));
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
function sort(sheet: Sheet, { column, ascending, cells }: Doing<'sort'>): void {
  const [first, last] = [sheet.frozenRows + 1, sheet.lastRow];
  if (last <= first) return;
  if (cells === 'all') sheet.sortSheet(column, ascending);
  else sheet.sortRange(first, edge(sheet, column, -1), last, edge(sheet, column, 1), column, ascending);
}

/** How far the visible columns reach from one of them. */
function edge(sheet: Sheet, from: number, step: 1 | -1): number {
  let at = from;
  const end = Math.max(from, sheet.lastColumn);
  while (at + step >= 1 && at + step <= end && !sheet.column(at + step).hidden) at += step;
  return at;
}

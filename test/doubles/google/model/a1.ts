/** A1 notation, both ways. */
import { NotModelledError, ServiceError } from '../errors';
import { lastColumnOf, lastRowOf, type Rect } from './geometry';

/** The size of a grid. */
export interface Size {
  readonly rows: number;
  readonly columns: number;
}

/** A parsed range: `open` says which axis was left open, as in `D:D` (rows) or `2:2` (columns). */
export interface A1Range extends Rect {
  readonly open: { readonly rows: boolean; readonly columns: boolean };
}

/** 1 → A, 27 → AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return letters;
}

/** A → 1, AA → 27. */
export function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

/** `B2:C5`, `B2` for a single cell, `D:D` for an open one. */
export function toA1(rect: Rect, open: A1Range['open'] = { rows: false, columns: false }): string {
  const corner = (row: number, column: number) =>
    `${open.columns ? '' : columnLetters(column)}${open.rows ? '' : row}`;
  const first = corner(rect.row, rect.column);
  const last = corner(lastRowOf(rect), lastColumnOf(rect));
  return first === last && !open.rows && !open.columns ? first : `${first}:${last}`;
}

const R1C1 = /^R(\d+|\[-?\d+\])C(\d*|\[-?\d+\])(:|$)/i;

/** Parses `A1`, `A1:B2`, `A:C`, `2:5` and `A2:A` against a grid; throws Google's `Range not found`. */
export function fromA1(text: string, grid: Size): A1Range {
  // Google takes these; "RC1" is the column RC.
  if (text.includes('!') || R1C1.test(text.trim()))
    throw new NotModelledError(`the address ${JSON.stringify(text)}`);
  const match = /^\$?([A-Z]*)\$?(\d*)(?::\$?([A-Z]*)\$?(\d*))?$/i.exec(text.trim());
  const [, columnA = '', rowA = '', columnB, rowB] = match ?? [];
  if (!match || (columnA === '' && rowA === '')) throw new ServiceError('Range not found');
  const single = columnB === undefined;
  if (columnB === '' && rowB === '') throw new ServiceError('Range not found');
  if (single && (columnA === '' || rowA === '')) throw new ServiceError('Range not found');
  const [toColumn, toRow] = single ? [columnA, rowA] : [columnB, rowB ?? ''];
  return span(columnA, rowA, toColumn, toRow, grid);
}

function span(columnA: string, rowA: string, columnB: string, rowB: string, grid: Size): A1Range {
  const row = rowA === '' ? 1 : Number(rowA);
  const column = columnA === '' ? 1 : columnNumber(columnA);
  const lastRow = rowB === '' ? grid.rows : Number(rowB);
  const lastColumn = columnB === '' ? grid.columns : columnNumber(columnB);
  return {
    row: Math.min(row, lastRow),
    column: Math.min(column, lastColumn),
    rows: Math.abs(lastRow - row) + 1,
    columns: Math.abs(lastColumn - column) + 1,
    open: { rows: rowA === '' && rowB === '', columns: columnA === '' && columnB === '' },
  };
}

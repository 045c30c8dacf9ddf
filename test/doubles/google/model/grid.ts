/** The bare grid: rows of cells, and the properties of whole rows and columns. */
import { ServiceError } from '../errors';
import { blankCell, type Cell, copyCell, hasContent } from './cell';
import type { Axis, Rect } from './geometry';
import { lastColumnOf, lastRowOf } from './geometry';
import type { Metadata } from './metadata';

/** A row: its cells (sparse, from index 0) and what belongs to the row as a whole. */
export interface Row {
  cells: (Cell | undefined)[];
  hidden: boolean;
  filtered: boolean;
  metadata: Metadata[];
}

/** A column as a whole. */
export interface Column {
  hidden: boolean;
  width: number;
  metadata: Metadata[];
}

const newRow = (): Row => ({ cells: [], hidden: false, filtered: false, metadata: [] });
/** 100 pixels is the width of a fresh column. */
const newColumn = (): Column => ({ hidden: false, width: 100, metadata: [] });

/** The last column in which a row holds something, where it is beyond `least`; else `least`. */
function lastOf(row: Row | undefined, least = 0): number {
  const cells = row?.cells ?? [];
  let column = cells.length;
  while (column > least && !hasContent(cells[column - 1])) column--;
  return Math.max(column, least);
}

/** Google's text for coordinates beyond the grid. */
const OUTSIDE = 'The coordinates of the range are outside the dimensions of the sheet.';

/** Rows and columns with cells in them. All positions count from 1. */
export class Grid {
  readonly rows: Row[];
  readonly columns: Column[];

  constructor(rows: number, columns: number) {
    this.rows = Array.from({ length: rows }, newRow);
    this.columns = Array.from({ length: columns }, newColumn);
  }

  get maxRows(): number {
    return this.rows.length;
  }

  get maxColumns(): number {
    return this.columns.length;
  }

  row(row: number): Row {
    const found = this.rows[row - 1];
    if (!found) throw new ServiceError(OUTSIDE);
    return found;
  }

  column(column: number): Column {
    const found = this.columns[column - 1];
    if (!found) throw new ServiceError(OUTSIDE);
    return found;
  }

  /** The cell, or undefined when nothing was ever put there. */
  peek(row: number, column: number): Cell | undefined {
    this.column(column);
    return this.row(row).cells[column - 1];
  }

  /** The cell, made if need be. */
  cell(row: number, column: number): Cell {
    this.column(column);
    const { cells } = this.row(row);
    const found = cells[column - 1] ?? blankCell();
    cells[column - 1] = found;
    return found;
  }

  /** Throws Google's text unless the whole block is on the grid. */
  checkInside(rect: Rect): void {
    const inside =
      rect.row >= 1 &&
      rect.column >= 1 &&
      rect.rows >= 1 &&
      rect.columns >= 1 &&
      lastRowOf(rect) <= this.maxRows &&
      lastColumnOf(rect) <= this.maxColumns;
    if (!inside) throw new ServiceError(OUTSIDE);
  }

  /** The last row with content; 0 on an empty sheet. */
  get lastRow(): number {
    // By plain loops: sheets are a thousand rows long, most of them blank, and this is asked more often than anything else.
    for (let row = this.rows.length; row > 0; row--) if (lastOf(this.rows[row - 1]) > 0) return row;
    return 0;
  }

  /** The last column with content; 0 on an empty sheet. */
  get lastColumn(): number {
    let last = 0;
    for (const row of this.rows) last = lastOf(row, last);
    return last;
  }

  /** Adds `n` fresh lines before line `at` (one past the end appends). */
  insertLines(axis: Axis, at: number, n: number): void {
    if (axis === 'rows') {
      this.rows.splice(at - 1, 0, ...Array.from({ length: n }, newRow));
      return;
    }
    this.columns.splice(at - 1, 0, ...Array.from({ length: n }, newColumn));
    for (const { cells } of this.rows) {
      if (cells.length >= at) cells.splice(at - 1, 0, ...new Array<undefined>(n));
    }
  }

  /** Takes `n` lines out and returns nothing: their cells and metadata are gone. */
  deleteLines(axis: Axis, at: number, n: number): void {
    if (axis === 'rows') {
      this.rows.splice(at - 1, n);
      return;
    }
    this.columns.splice(at - 1, n);
    for (const { cells } of this.rows) cells.splice(at - 1, n);
  }

  /** Moves `n` lines so that they stand before what is now line `to`. */
  moveLines(axis: Axis, from: number, n: number, to: number): void {
    if (axis === 'rows') {
      moveWithin(this.rows, from, n, to);
      return;
    }
    moveWithin(this.columns, from, n, to);
    for (const { cells } of this.rows) {
      cells.length = Math.max(cells.length, from + n - 1, to - 1);
      moveWithin(cells, from, n, to);
    }
  }

  /** A deep copy of the cells of the block, row by row. */
  copyBlock(rect: Rect): (Cell | undefined)[][] {
    return Array.from({ length: rect.rows }, (_, r) =>
      Array.from({ length: rect.columns }, (_, c) => {
        const cell = this.peek(rect.row + r, rect.column + c);
        return cell && copyCell(cell);
      }),
    );
  }

  /** Puts cells down with their top left corner at row and column. */
  pasteBlock(row: number, column: number, block: readonly (readonly (Cell | undefined)[])[]): void {
    block.forEach((line, r) => {
      const { cells } = this.row(row + r);
      line.forEach((cell, c) => {
        cells[column - 1 + c] = cell;
      });
    });
  }
}

function moveWithin<T>(list: T[], from: number, n: number, to: number): void {
  const taken = list.splice(from - 1, n);
  list.splice(to > from ? to - n - 1 : to - 1, 0, ...taken);
}

/** One cell: what it holds and how it looks. */

/** What a cell can hold. A `Date` is wall-clock time kept in the UTC fields: cells know no time zone. */
export type CellValue = number | string | boolean | Date;

/** Looks that scripts set and tests look at. */
export interface Style {
  fontWeight?: string;
  fontColor?: string;
  fontStyle?: string;
  background?: string;
  wrapStrategy?: string;
  verticalAlignment?: string;
}

/** A stretch of linked text in a cell; offsets as in `setLinkUrl`. */
export interface Link {
  readonly start: number;
  readonly end: number;
  readonly url: string;
}

/** A cell. `value` of a formula cell is what a test says it computes to; nothing is evaluated here. */
export interface Cell {
  value?: CellValue;
  formula?: string;
  /** The number format; '' is automatic. */
  format: string;
  note: string;
  links: readonly Link[];
  style: Style;
}

/** An empty cell. */
export const blankCell = (): Cell => ({ format: '', note: '', links: [], style: {} });

/** A copy that shares nothing mutable. */
export const copyCell = (cell: Cell): Cell => ({ ...cell, style: { ...cell.style } });

/** Does the cell hold anything? Formats and notes alone do not count. */
export const hasContent = (cell: Cell | undefined): boolean =>
  cell?.value !== undefined || cell?.formula !== undefined;

/** Empties the cell and keeps its looks, as `clearContent` does. */
export function clearCell(cell: Cell): void {
  delete cell.value;
  delete cell.formula;
  cell.links = [];
}

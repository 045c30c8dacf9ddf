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

/** A picture in a cell, as “Insert → Image → In cell” puts it there. */
export interface CellPicture {
  readonly url: string;
  readonly altText: string;
}

/** What data validation makes of an entry. A rule that does not reject only marks the cell, and means nothing to scripts. */
export interface Validation {
  readonly kind: 'CHECKBOX' | 'VALUE_IN_LIST' | 'DATE_IS_VALID_DATE' | 'NUMBER_BETWEEN' | 'CUSTOM_FORMULA';
  /** The arguments of its criterion, as scripts get them: for a list its choices, and whether there is a dropdown. */
  readonly values?: readonly (string | number | boolean | readonly string[])[];
  readonly rejects: boolean;
  readonly allows: (value: CellValue) => boolean;
}

/** A cell. `value` of a formula cell is what a test says it computes to; nothing is evaluated here. */
export interface Cell {
  value?: CellValue;
  formula?: string;
  picture?: CellPicture;
  /** Filled by the array formula of another cell: it holds a computed value, and no formula of its own. */
  spilled?: boolean;
  /** What an array formula fills besides its own cell, row by row from itself on, once it has its values. */
  array?: readonly (readonly CellValue[])[];
  /** Why its formula shows an error, as Google says it over the cell. */
  fault?: string;
  validation?: Validation;
  /** The number format; '' is automatic. */
  format: string;
  note: string;
  links: readonly Link[];
  /** A smart chip (a page, a file): the cell shows its title, and leads to this address. */
  chip?: string;
  style: Style;
}

/** An empty cell. */
export const blankCell = (): Cell => ({ format: '', note: '', links: [], style: {} });

/** A copy that shares nothing mutable. */
export const copyCell = (cell: Cell): Cell => ({ ...cell, style: { ...cell.style } });

/** Does the cell hold anything? Formats and notes alone do not count. */
export const hasContent = (cell: Cell | undefined): boolean =>
  cell?.value !== undefined || cell?.formula !== undefined || cell?.picture !== undefined;

/** Empties the cell and keeps its looks and rules, as `clearContent` does. */
export function clearCell(cell: Cell): void {
  delete cell.value;
  delete cell.formula;
  delete cell.picture;
  delete cell.spilled;
  delete cell.array;
  delete cell.fault;
  delete cell.chip;
  cell.links = [];
}

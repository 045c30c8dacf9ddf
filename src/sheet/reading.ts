/** Reading a sheet: what cells hold and what they display, with the places of our columns at that moment. */
import { once } from '../enrichment/once';
import type { Unknown } from '../enrichment/row-question';
import { arraysIn } from './array-formulas';
import { Picture, reading, type Value } from './cells';
import { type Boxes, boxesIn } from './checkboxes';
import { headingRow, madeColumns, type Places, places } from './layout';
import { type Links, linksIn } from './links';
import type { Sheet } from './spreadsheet';
import { isSuspect, type Unknowns, unknownsIn } from './unknown';

/** A block of rows. `values` were read before `display`: ours before theirs. */
export interface Reading {
  readonly headings: readonly string[];
  readonly places: Places;
  readonly firstRow: number;
  readonly display: readonly (readonly string[])[];
  readonly values: readonly (readonly Value[])[];
  readonly unknowns: Unknowns;
  /** Looked up when it is asked for. */
  readonly links?: Links | undefined;
  readonly boxes?: Boxes | undefined;
  /** Where they were asked for: the formulas of these rows, '' where a cell has none. */
  readonly rowFormulas?: readonly (readonly string[])[] | undefined;
  /** Why a name may be missing among the headings: one says nothing at present. */
  readonly unknownHeading?: Unknown | undefined;
}

/** A whole table with its formulas, '' where a cell has none: by row from 0 below row 1, whichever row holds the headings. */
export interface WholeReading extends Reading {
  readonly formulas: () => readonly (readonly string[])[];
  /** The columns, from 1, that an array formula fills below the headings, or may fill. */
  readonly arrays: () => ReadonlySet<number>;
}

/** Reads the whole table below its headings. Formulas are read when they are first asked for. */
export function readTable(sheet: Sheet): WholeReading {
  const placed = places(sheet);
  const data = sheet.getDataRange();
  const formulas = once(() => data.getFormulas());
  const top = headingRow(placed);
  const values = toValues(data.getValues());
  const display = data.getDisplayValues();
  const headings = display[top - 1] ?? [];
  const unknowns = unknownsIn(values, formulas, madeAmong(placed));
  return {
    headings,
    places: placed,
    firstRow: top + 1,
    display: display.slice(top),
    values: values.slice(top),
    unknowns,
    links: linksIn(sheet, {
      firstRow: top + 1,
      rows: values.length - top,
      formulas: () => formulas().slice(top),
    }),
    boxes: boxesIn(sheet, [top + 1, values.length]),
    unknownHeading: headings.map((_, column) => unknowns(top, column)).find((state) => state !== undefined),
    formulas: () => formulas().slice(1),
    arrays: () => arraysIn(formulas(), values, top),
  };
}

/** What is known of a table before any of its rows is read. */
export interface Outline {
  readonly headings: readonly string[];
  readonly placed: Places;
  /** The last row. */
  readonly last: number;
}

/** Where a table's columns are, and how far down it goes. Undefined where a heading is loading: then only a whole reading can tell. */
export function readOutline(sheet: Sheet): Outline | undefined {
  const placed = places(sheet);
  const data = sheet.getDataRange();
  const last = data.getLastRow();
  const headings = headingsAt(sheet, headingRow(placed), data.getLastColumn());
  return headings && !headings.some(isSuspect) ? { headings, placed, last } : undefined;
}

function oursAmong(placed: Places): Set<number> {
  return new Set([...placed.values()].map((column) => column - 1));
}

/** In a column of the person's own that is filled, a formula may be loading like in any other. */
function madeAmong(placed: Places): Set<number> {
  return new Set([...madeColumns(placed)].map((column) => column - 1));
}

/**
 * Whether our own columns still hold what a reading of the whole table found. Read after theirs: when they stand, nothing moved
 * while the texts were read, and what differs from its ledger was edited.
 */
export function oursStand(sheet: Sheet, before: Reading): boolean {
  const columns = [...new Set(before.places.values())].sort((a, b) => a - b);
  const [first] = columns;
  const last = columns[columns.length - 1];
  if (first === undefined || last === undefined || before.values.length === 0) return true;
  const now = readOrNone(sheet, [before.firstRow, first, before.values.length, last - first + 1], (range) =>
    toValues(range.getValues()),
  );
  return (
    now?.every((row, r) =>
      columns.every((c) => plain(row[c - first]) === plain(before.values[r]?.[c - 1])),
    ) ?? false
  );
}

function plain(value: Value | undefined): string {
  return value instanceof Date || isDate(value) ? String(Number(value)) : reading(value, '');
}

/** What a part of a table is read like: as wide as it was, with what was unknown then. */
export interface Frame {
  readonly headings: readonly string[];
  readonly placed: Places;
  /** What was blank beside a formula without a value still is, for the formula may be far above. */
  readonly unknowns: Unknowns;
  /** The columns that the question names, from 0. */
  readonly inputs: readonly number[];
}

/** What a row displayed when it was last read; undefined for one that was not there. */
export type Before = (row: number) => readonly string[] | undefined;

/** From the first to the last, both from 1. */
export type Stretch = readonly [first: number, last: number];

/**
 * Reads some rows again, with their formulas if those may have to be put back. What they display is looked at where a question is
 * read from it; the rest is taken to display what it did `before`. Undefined when the sheet is smaller now.
 */
export function readRows(
  sheet: Sheet,
  [first, last]: Stretch,
  { headings, placed, unknowns: known, inputs }: Frame,
  withFormulas: boolean,
  before?: Before,
): Reading | undefined {
  const block = [first, 1, last - first + 1, headings.length] as const;
  return readOrNone(sheet, block, (range) => {
    const formulas = once(() => range.getFormulas());
    const rowFormulas = withFormulas ? formulas() : undefined;
    const values = toValues(range.getValues());
    const ours = oursAmong(placed);
    const isPlain =
      before && inputs.length > 0 && !values.some((row) => [...ours].some((c) => isDate(row[c])));
    const display = isPlain
      ? shownAgain(sheet, [first, last], inputs, ours, before)
      : range.getDisplayValues();
    const above = () => (first > 1 ? sheet.getRange(1, 1, first - 1, headings.length).getFormulas() : []);
    const own = unknownsIn(values, formulas, madeAmong(placed), first, above);
    const unknowns: Unknowns = (row, column) =>
      own(row, column) ?? (values[row - first]?.[column] === '' ? known(row, column) : undefined);
    const links = linksIn(sheet, { firstRow: first, rows: last - first + 1, formulas });
    const boxes = boxesIn(sheet, [first, last]);
    return {
      headings,
      places: placed,
      firstRow: first,
      display,
      values,
      unknowns,
      links,
      boxes,
      rowFormulas,
    };
  });
}

/** What some rows display: looked at in the columns of a question, blank in ours, and as before elsewhere. */
function shownAgain(
  sheet: Sheet,
  [first, last]: Stretch,
  inputs: readonly number[],
  ours: ReadonlySet<number>,
  before: Before,
): string[][] {
  const [from, to] = [Math.min(...inputs), Math.max(...inputs)];
  const now = sheet.getRange(first, from + 1, last - first + 1, to - from + 1).getDisplayValues();
  return now.map((shown, i) => {
    const display = (before(first + i) ?? []).map((text, c) => (ours.has(c) ? '' : text));
    shown.forEach((text, c) => {
      display[from + c] = text;
    });
    return display;
  });
}

/** What our columns of some rows hold, and what the columns of the question display: as much as tells whether a write has landed. */
export interface Glance {
  readonly held: (row: number, column: number) => Value;
  readonly shown: (row: number, column: number) => string;
  readonly boxes?: Boxes | undefined;
}

/** Looks at some rows. `ours` are the blocks of our columns, from 1. Undefined when the sheet is smaller now. */
export function glanceAt(
  sheet: Sheet,
  rows: Stretch,
  ours: readonly Stretch[],
  inputs: readonly number[],
): Glance | undefined {
  const blocks = ours.map((columns) =>
    readOrNone(sheet, blockOf(rows, columns), (range) => toValues(range.getValues())),
  );
  const [from, to] = [Math.min(...inputs), Math.max(...inputs)];
  const display = inputs.length === 0 ? [] : readDisplay(sheet, rows, [from + 1, to + 1]);
  if (!display || blocks.some((block) => block === undefined)) return undefined;
  const held = (row: number, column: number): Value => {
    const i = ours.findIndex(([first, last]) => column >= first && column <= last);
    return blocks[i]?.[row - rows[0]]?.[column - (ours[i]?.[0] ?? 0)] ?? '';
  };
  const shown = (row: number, column: number): string => display[row - rows[0]]?.[column - from] ?? '';
  return { held, shown, boxes: boxesIn(sheet, rows) };
}

/** What some rows display now in some columns, for a quick look. Undefined when the sheet is smaller now. */
export function readDisplay(sheet: Sheet, rows: Stretch, columns: Stretch): string[][] | undefined {
  return readOrNone(sheet, blockOf(rows, columns), (range) => range.getDisplayValues());
}

function blockOf([first, last]: Stretch, [from, to]: Stretch): Block {
  return [first, from, last - first + 1, to - from + 1];
}

type Block = readonly [row: number, column: number, rows: number, columns: number];

/** Google says in the person's language that a block is not on the sheet: asked afterwards, the sheet's size tells it in any. */
function readOrNone<T>(
  sheet: Sheet,
  [row, column, rows, columns]: Block,
  read: (range: GoogleAppsScript.Spreadsheet.Range) => T,
): T | undefined {
  try {
    return read(sheet.getRange(row, column, rows, columns));
  } catch (thrown) {
    const fits = row + rows - 1 <= sheet.getMaxRows() && column + columns - 1 <= sheet.getMaxColumns();
    if (fits) throw thrown;
    return undefined;
  }
}

function toValues(values: unknown[][]): Value[][] {
  return values.map((row) => row.map(toValue));
}

/** Dates come from Google's side of the fence, so they are recognised by their tag, not by instanceof. */
function toValue(value: unknown): Value {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (isDate(value)) return value;
  return value === null || value === undefined ? '' : new Picture(value);
}

function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === '[object Date]';
}

/** The headings as they are displayed. */
export function headingsOf(sheet: Sheet, placed: Places): string[] {
  const width = sheet.getLastColumn();
  return width < 1 ? [] : (headingsAt(sheet, headingRow(placed), width) ?? []);
}

/** The headings of so many columns, as they are displayed in a row; undefined when the sheet is smaller now. */
export function headingsAt(sheet: Sheet, row: number, width: number): string[] | undefined {
  return readDisplay(sheet, [row, row], [1, width])?.[0];
}

/** What the rows display among which the headings are, as a rule: those that are frozen, or the first. Where columns are moved, this changes. */
export function topOf(sheet: Sheet): string[] {
  const [width, rows] = [sheet.getLastColumn(), Math.max(1, sheet.getFrozenRows())];
  return width < 1 ? [] : (readDisplay(sheet, [1, rows], [1, width])?.flat() ?? []);
}

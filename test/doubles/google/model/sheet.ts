/** One sheet of the document, with the hands of a person at the keyboard: nothing here is a service call. */
import { NotModelledError, ServiceError } from '../errors';
import { toA1 } from './a1';
import { type Cell, type CellValue, clearCell, type Validation } from './cell';
import { displayOf } from './display';
import { isShown } from './filtering';
import { contains, intersects, lastColumnOf, lastRowOf, type Rect, rectOf } from './geometry';
import { Layout, type SheetWorld } from './layout';
import type { Metadata } from './metadata';
import { type Entry, parseTyped } from './parse';
import type { FilterCriterion } from './regions';
import { compareCells } from './sort';

/** The rule behind a checkbox. */
const CHECKBOX: Validation = {
  kind: 'CHECKBOX',
  rejects: true,
  allows: (value) => typeof value === 'boolean',
};

/** A sheet. Rows and columns count from 1; texts typed by hand are parsed as Sheets parses them. */
export class Sheet extends Layout {
  hidden = false;
  tabColor: string | null = null;
  readonly metadata: Metadata[] = [];
  /** What the formulas of filters come to, for the host evaluates none. */
  private readonly formulas = new Map<string, (shown: string) => boolean>();

  constructor(
    world: SheetWorld,
    readonly id: number,
    public name: string,
    rows = 1000,
    columns = 26,
  ) {
    super(world, rows, columns);
  }

  /** Types a text into a cell: formula, number, date, boolean or text, whatever Sheets makes of it. */
  type(row: number, column: number, text: string): void {
    this.enter(row, column, parseTyped(text, this.peek(row, column)?.format ?? '', this.world.rules));
  }

  /** Puts parsed content into a cell. Throws Google's text beyond the limit of characters. */
  enter(row: number, column: number, entry: Entry): void {
    const text = entry.kind === 'formula' ? entry.formula : entry.kind === 'value' ? entry.value : '';
    if (typeof text === 'string' && text.length > this.world.maxCellChars) {
      throw new ServiceError(
        `Your input contains more than the maximum of ${this.world.maxCellChars} characters in a single cell.`,
      );
    }
    if (this.isMergedAway(row, column)) return;
    this.checkRule(row, column, entry);
    const cell = this.cell(row, column);
    clearCell(cell);
    if (entry.kind === 'formula') cell.formula = entry.formula;
    if (entry.kind === 'picture') cell.picture = entry.picture;
    if (entry.kind !== 'value') return;
    cell.value = entry.value;
    if (entry.format !== undefined && cell.format === '') cell.format = entry.format;
  }

  /** Lays down a whole table from the top left corner, every cell as plain text; grows the grid if need be. */
  fromRows(table: readonly (readonly string[])[]): void {
    const width = Math.max(0, ...table.map((line) => line.length));
    if (table.length > this.maxRows) this.insertRows(this.maxRows + 1, table.length - this.maxRows);
    if (width > this.maxColumns) this.insertColumns(this.maxColumns + 1, width - this.maxColumns);
    table.forEach((line, r) => {
      line.forEach((value, c) => {
        this.enter(r + 1, c + 1, value === '' ? { kind: 'blank' } : { kind: 'value', value });
      });
    });
  }

  /** Throws Google's text when a rule of the cell rejects an entry; emptying a cell is always allowed. */
  checkRule(row: number, column: number, entry: Entry): void {
    const { validation } = this.peek(row, column) ?? {};
    if (!validation?.rejects || entry.kind === 'blank') return;
    if (entry.kind === 'value' && validation.allows(entry.value)) return;
    const cell = toA1(rectOf(row, column, row, column));
    throw new ServiceError(
      `The data you entered in cell ${cell} violates the data validation rules set on this cell.`,
    );
  }

  /** Puts a rule on every cell of a block; without one, takes the rules off. */
  validate(r1: number, c1: number, r2: number, c2: number, rule?: Validation): void {
    const rect = rectOf(r1, c1, r2, c2);
    this.checkInside(rect);
    for (let row = r1; row <= r2; row++)
      for (let column = c1; column <= c2; column++) {
        if (rule) this.cell(row, column).validation = rule;
        else delete this.cell(row, column).validation;
      }
  }

  /** Turns a block into checkboxes, unticked: their rule rejects whatever is neither TRUE nor FALSE. */
  insertCheckboxes(r1: number, c1: number, r2: number, c2: number): void {
    this.validate(r1, c1, r2, c2, CHECKBOX);
    for (let row = r1; row <= r2; row++)
      for (let column = c1; column <= c2; column++) this.cell(row, column).value ??= false;
  }

  /** Puts a picture into a cell: it holds that, and shows no text. */
  putPicture(row: number, column: number, url = 'https://example.com/logo.png', altText = ''): void {
    this.enter(row, column, { kind: 'picture', picture: { url, altText } });
  }

  /** Puts a text with a link behind all of it into a cell, as “Insert → Link” does. */
  putLink(row: number, column: number, text: string, url: string): void {
    this.enter(row, column, { kind: 'value', value: text });
    this.cell(row, column).links = [{ start: 0, end: text.length, url }];
  }

  /** Makes a smart chip of a cell: it shows the title of the page that it leads to. */
  putChip(row: number, column: number, title: string, url: string): void {
    this.enter(row, column, { kind: 'value', value: title });
    this.cell(row, column).chip = url;
  }

  /** Gives a formula cell what it computes to: `Loading...`, `#N/A`, a number; states of a formula by their English names. */
  setComputed(row: number, column: number, value: CellValue): void {
    const cell = this.cell(row, column);
    if (cell.formula === undefined) throw new NotModelledError('a computed value without a formula');
    cell.value = value;
  }

  /** Puts an array formula (IMPORTRANGE, ARRAYFORMULA) into a cell, and its values into that cell and those right of and below it. */
  spill(row: number, column: number, formula: string, values: readonly (readonly CellValue[])[]): void {
    this.type(row, column, formula);
    this.cell(row, column).array = values;
    this.settle(row, column);
  }

  /** The array formula of a cell is computing again, or has failed: its own cell says so, all others that it filled are blank. */
  unsettle(row: number, column: number, state: string): void {
    this.eachSpilled(row, column, (cell) => clearCell(cell));
    this.setComputed(row, column, state);
  }

  /** The array formula of a cell has its values (again). */
  settle(row: number, column: number): void {
    const first = this.cell(row, column).array?.[0]?.[0];
    this.eachSpilled(row, column, (cell, value) => {
      cell.value = value;
      cell.spilled = true;
    });
    if (first !== undefined) this.setComputed(row, column, first);
  }

  private eachSpilled(row: number, column: number, act: (cell: Cell, value: CellValue) => void): void {
    const { array } = this.cell(row, column);
    if (!array) throw new NotModelledError('an array formula without an array');
    array.forEach((line, r) => {
      line.forEach((value, c) => {
        if (r > 0 || c > 0) act(this.cell(row + r, column + c), value);
      });
    });
  }

  /** What the cell shows. */
  display(row: number, column: number): string {
    return displayOf(this.peek(row, column), this.world.language, this.world.locale());
  }

  /** What the sheet shows, as far as there is content. */
  displayRows(): string[][] {
    const width = this.lastColumn;
    return Array.from({ length: this.lastRow }, (_, r) =>
      Array.from({ length: width }, (_, c) => this.display(r + 1, c + 1)),
    );
  }

  /** Sorts a block by one of its columns (absolute number). Cells outside the block stay where they are. */
  sortRange(r1: number, c1: number, r2: number, c2: number, byColumn: number, ascending = true): void {
    const rect = rectOf(r1, c1, r2, c2);
    this.checkInside(rect);
    if (this.merges.some((merge) => intersects(merge, rect))) {
      throw new ServiceError('You can’t sort a range with merged cells.');
    }
    const key = byColumn - c1;
    if (key < 0 || key >= rect.columns) throw new NotModelledError('sorting by a column outside the range');
    const block = this.copyBlock(rect);
    block.sort((a, b) => compareCells(a[key], b[key], ascending));
    this.pasteBlock(r1, c1, block);
  }

  /** Sorts all rows below the frozen ones, every column along. */
  sortSheet(byColumn: number, ascending = true): void {
    const last = this.lastRow;
    if (last <= this.frozenRows + 1) return;
    this.sortRange(this.frozenRows + 1, 1, last, this.maxColumns, byColumn, ascending);
  }

  /** Copies whole rows over others, hidden cells included, as a person's copy and paste of row headers does. */
  copyRows(from: number, n: number, to: number): void {
    const source = { row: from, column: 1, rows: n, columns: this.maxColumns };
    this.checkInside(source);
    this.checkInside({ ...source, row: to });
    this.pasteBlock(to, 1, this.copyBlock(source));
  }

  /** Empties the cells of a block and keeps their looks. */
  clear(r1: number, c1: number, r2: number, c2: number): void {
    this.clearContent(rectOf(r1, c1, r2, c2));
  }

  clearContent(rect: Rect): void {
    this.checkInside(rect);
    for (let row = rect.row; row <= lastRowOf(rect); row++) {
      for (const cell of this.row(row).cells.slice(rect.column - 1, lastColumnOf(rect))) {
        if (cell) clearCell(cell);
      }
    }
  }

  hideColumns(column: number, n = 1): void {
    for (let i = 0; i < n; i++) this.column(column + i).hidden = true;
  }

  unhideColumns(column: number, n = 1): void {
    for (let i = 0; i < n; i++) this.column(column + i).hidden = false;
  }

  hideRows(row: number, n = 1): void {
    for (let i = 0; i < n; i++) this.row(row + i).hidden = true;
  }

  /** Folds a group of rows: in Google's own model (DimensionGroup) its rows are then hidden as if by hand. */
  foldRows(row: number, n: number): void {
    this.hideRows(row, n);
  }

  /** Puts the basic filter on a block whose first row is the heading. */
  addFilter(r1: number, c1: number, r2: number, c2: number): void {
    if (this.filter) throw new ServiceError('You can only have one filter in a sheet.');
    this.filter = { rect: rectOf(r1, c1, r2, c2), criteria: new Map() };
  }

  /** Hides the filter's rows by a formula of the person's: whose cell in `column` shows something that is not wanted. */
  filterRows(column: number, wanted: (shown: string) => boolean): void {
    this.setCriterion(column, {
      condition: { type: 'CUSTOM_FORMULA', values: ['=WANTED(A2)'] },
      formula: wanted,
    });
  }

  /** Sets what the filter wants of a column, and hides rows by all of its criteria now: a cell that changes later changes nothing. */
  setCriterion(column: number, criterion: FilterCriterion): void {
    if (!this.filter) throw new NotModelledError('a filter criterion without a filter');
    const { rect } = this.filter;
    const criteria = new Map(this.filter.criteria).set(column, this.computed(criterion));
    this.filter = { rect, criteria };
    for (let row = rect.row + 1; row <= lastRowOf(rect); row++) {
      this.row(row).filtered = ![...criteria].every(([at, each]) =>
        isShown(each, this.peek(row, at), this.display(row, at)),
      );
    }
  }

  /** A formula that comes again comes to what it came to before. */
  private computed(criterion: FilterCriterion): FilterCriterion {
    const text = String(criterion.condition?.values[0]);
    if (criterion.formula) this.formulas.set(text, criterion.formula);
    const formula = this.formulas.get(text);
    return formula && criterion.condition?.type === 'CUSTOM_FORMULA' ? { ...criterion, formula } : criterion;
  }

  /** Sorts by the filter's menu: physically, inside the filter's range. */
  sortFilter(column: number, ascending = true): void {
    if (!this.filter) throw new NotModelledError('sorting a filter that is not there');
    const { rect } = this.filter;
    this.sortRange(rect.row + 1, rect.column, lastRowOf(rect), lastColumnOf(rect), column, ascending);
  }

  /** Merges a block: only its top left cell keeps its content. */
  merge(r1: number, c1: number, r2: number, c2: number): void {
    const rect = rectOf(r1, c1, r2, c2);
    const { value, formula } = { ...this.peek(r1, c1) };
    this.clearContent(rect);
    this.merges.push(rect);
    const anchor = this.cell(r1, c1);
    if (value !== undefined) anchor.value = value;
    if (formula !== undefined) anchor.formula = formula;
  }

  rename(name: string): void {
    this.name = name;
  }

  private isMergedAway(row: number, column: number): boolean {
    const here = rectOf(row, column, row, column);
    return this.merges.some(
      (merge) => contains(merge, here) && (merge.row !== row || merge.column !== column),
    );
  }
}

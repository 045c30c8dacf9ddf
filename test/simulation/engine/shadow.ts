/** A second copy of every sheet that only the person's hands touch: whatever differs from it was done by the script. */
import { type Cell, clearCell, copyCell } from '../../doubles/google/model/cell';
import { type Rect, rectOf } from '../../doubles/google/model/geometry';
import type { Column } from '../../doubles/google/model/grid';
import { Sheet } from '../../doubles/google/model/sheet';
import { compareCells } from '../../doubles/google/model/sort';
import { held } from './enrichments';
import { Unseen } from './unseen';

/** Whose a column is, and the heading it was created with. */
export interface Owner {
  readonly of: 'person' | 'output' | 'status' | 'ledger';
  readonly name: string;
  /** An output that is the person's own column: written, never made or removed. */
  readonly isTheirs?: boolean;
}

/** Left as a note in the shadow of a cell that the person emptied: the script need not fill it again. */
export const EMPTIED = 'emptied by the person';

const NOBODYS: Owner = { of: 'person', name: '' };

/** What the shadow must know of the script that writes. */
export interface Script {
  /** Told of every cell before the script writes it; may throw what Google throws. */
  beforeWrite(): void;
  /** Whether a person agreed that what is in an output column may be replaced. */
  mayReplace(heading: string): boolean;
  /** The run whose answers a person has taken back just now. */
  undone(): string | undefined;
}

/** The shadow of one sheet. */
export class Shadow {
  readonly twin: Sheet;
  readonly unseen: Unseen;
  /** Columns of others that the script removed. */
  readonly trespasses: string[] = [];
  /** Columns that the script inserted, and after how many of its looks. */
  private readonly made = new Map<Column, number>();
  private readonly owners = new Map<Column, Owner>();
  private byPerson = false;
  /** How often the script has read something: an edit that came after its last look at a row cannot be known to it. */
  private looks = 0;

  constructor(
    readonly real: Sheet,
    private readonly ownerOf: (heading: string) => Owner,
    private readonly script: Script,
  ) {
    this.twin = copyOf(real);
    this.unseen = new Unseen(real);
    this.listen();
    this.listenToColumns();
    for (const [i, column] of this.twin.columns.slice(0, real.lastColumn).entries())
      this.owners.set(column, ownerOf(real.display(1, i + 1)));
  }

  /** Told of every service call. */
  nextCall(isRead: boolean): void {
    if (isRead) this.looks += 1;
    this.unseen.nextCall(isRead);
  }

  /** Does the same to the sheet and its shadow. */
  act(action: (sheet: Sheet) => void): void {
    this.actOnReal(() => action(this.real));
    action(this.twin);
  }

  /** Does something to the sheet alone: where the shadow does not look. */
  actOnReal(action: () => void): void {
    this.byPerson = true;
    try {
      action();
    } finally {
      this.byPerson = false;
    }
  }

  /** Types a text into both. */
  type(row: number, column: number, text: string): void {
    this.act((sheet) => sheet.type(row, column, text));
    const twin = this.twin.cell(row, column);
    twin.note = this.ownerAt(column).of === 'person' ? `edited ${this.looks}` : '';
    this.unseen.typed(this.real.cell(row, column), twin);
  }

  /** Sorts a block of both by what the real one shows. */
  sort(rect: Rect, by: number, ascending: boolean): void {
    const keys = this.real.copyBlock({ ...rect, column: by, columns: 1 }).map(([cell]) => cell);
    const order = keys.map((_, i) => i).sort((a, b) => compareCells(keys[a], keys[b], ascending));
    this.act((sheet) => {
      const block = sheet.copyBlock(rect);
      sheet.pasteBlock(
        rect.row,
        rect.column,
        order.map((i) => block[i] ?? []),
      );
    });
  }

  /** Empties a block of both, and remembers that the person did. */
  empty(r1: number, c1: number, r2: number, c2: number): void {
    this.act((sheet) => sheet.clear(r1, c1, r2, c2));
    for (let row = r1; row <= r2; row++)
      for (let column = c1; column <= c2; column++) this.twin.cell(row, column).note = EMPTIED;
  }

  /** Whose the column at a position is now; the person's, where it came later. */
  ownerAt(column: number): Owner {
    const found = this.twin.columns[column - 1];
    return (found && this.owners.get(found)) ?? NOBODYS;
  }

  /** Where the columns of an owner are now, from 1. */
  columnsOf(...of: readonly Owner['of'][]): number[] {
    return this.twin.columns.flatMap((column, i) => {
      const owner = this.owners.get(column);
      return owner && of.includes(owner.of) ? [i + 1] : [];
    });
  }

  /** Where a column is now, by the heading it was created with; 0 when it was deleted. */
  columnOf(name: string): number {
    return this.twin.columns.findIndex((column) => this.owners.get(column)?.name === name) + 1;
  }

  /** After how many of its looks the script inserted the column at a position; 0 for one that it did not. */
  madeAt(column: number): number {
    const found = this.twin.columns[column - 1];
    return (found && this.made.get(found)) ?? 0;
  }

  /** Where columns are that the script made among others, and made nothing of; from 1. */
  get strays(): number[] {
    return this.twin.columns.flatMap((column, i) => {
      const isStray = this.made.has(column) && !this.owners.has(column) && i < this.lastColumn;
      return isStray ? [i + 1] : [];
    });
  }

  /** The last row with content in either. */
  get lastRow(): number {
    return Math.max(this.real.lastRow, this.twin.lastRow);
  }

  get lastColumn(): number {
    return Math.max(this.real.lastColumn, this.twin.lastColumn);
  }

  /** The rows below the headings, every column. */
  get body(): Rect {
    return rectOf(2, 1, Math.max(2, this.lastRow), this.lastColumn);
  }

  /** The person gives the own columns, and others, the names back that the questions use. False when nothing was renamed. */
  restoreHeadings(others: readonly string[]): boolean {
    const used = [...this.columnsOf('person'), ...others.map((name) => this.columnOf(name)).filter(Boolean)];
    const renamed = used.filter((c) => this.real.display(1, c) !== this.ownerAt(c).name);
    for (const column of renamed) this.type(1, column, this.ownerAt(column).name);
    return renamed.length > 0;
  }

  private listen(): void {
    const { real, unseen, script } = this;
    const enter = real.enter.bind(real);
    real.enter = (row, column, entry) => {
      if (this.byPerson) return enter(row, column, entry);
      script.beforeWrite();
      unseen.overwritten(real.cell(row, column));
      enter(row, column, entry);
      this.written(row, column);
    };
  }

  private written(row: number, column: number): void {
    const real = this.real.cell(row, column);
    const { of, name } = this.ownerAt(column);
    if (row === 1 && of === 'person') this.named(column);
    if (of === 'output' && this.script.mayReplace(name)) clearCell(this.twin.cell(row, column));
    if (of === 'output' && held(real) === '' && this.isOfUndone(row))
      this.twin.cell(row, column).note = EMPTIED;
    // The add-on knows no notes, so one can tell when it wrote, wherever the cell moves.
    real.note = `written ${this.looks}`;
  }

  /** Whether the ledger of a row says that the run wrote it which is being undone: what any other run wrote is to stay. */
  private isOfUndone(row: number): boolean {
    const run = this.script.undone();
    if (run === undefined) return false;
    return this.columnsOf('ledger').some((column) => this.real.display(row, column).includes(` | ${run} | `));
  }

  /** Its own columns, and blank ones that it made. */
  private mayRemove(column: number): boolean {
    const found = this.twin.columns[column - 1];
    const isBlank = this.real.display(1, column) === '';
    const { of, isTheirs } = this.ownerAt(column);
    return (of !== 'person' && !isTheirs) || (isBlank && found !== undefined && this.made.has(found));
  }

  /** The script made a blank column one of its own. */
  private named(column: number): void {
    const heading = this.real.display(1, column);
    const found = this.twin.columns[column - 1];
    const owner = this.ownerOf(heading);
    if (!found || this.owners.has(found) || owner.of === 'person') return;
    this.owners.set(found, owner);
    this.twin.type(1, column, heading);
  }

  /** Columns that the script makes and removes are made and removed in the shadow too; it may remove none but its own. */
  private listenToColumns(): void {
    const { real } = this;
    const insert = real.insertColumns.bind(real);
    real.insertColumns = (before, n = 1) => {
      insert(before, n);
      if (this.byPerson) return;
      this.twin.insertColumns(before, n);
      for (const column of this.twin.columns.slice(before - 1, before - 1 + n))
        this.made.set(column, this.looks);
    };
    const remove = real.deleteColumns.bind(real);
    real.deleteColumns = (at, n = 1) => {
      if (this.byPerson) return remove(at, n);
      for (let column = at; column < at + n; column++)
        if (!this.mayRemove(column)) this.trespasses.push(real.display(1, column));
      remove(at, n);
      this.twin.deleteColumns(at, n);
    };
  }
}

/** After how many looks of the script a person edited a cell, or the script wrote it; 0 for never. */
export function looksIn(cell: Cell | undefined): number {
  return Number(/^(?:edited|written) (\d+)$/.exec(cell?.note ?? '')?.[1] ?? 0);
}

function copyOf(sheet: Sheet): Sheet {
  const copy = new Sheet(sheet.world, sheet.id, sheet.name, sheet.maxRows, sheet.maxColumns);
  for (const [r, { cells }] of sheet.rows.entries()) {
    if (cells.length > 0) copy.row(r + 1).cells = cells.map((cell) => cell && copied(cell));
  }
  return copy;
}

function copied(cell: Cell): Cell {
  return { ...copyCell(cell), note: '' };
}

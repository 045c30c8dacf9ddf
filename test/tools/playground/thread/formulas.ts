/** The formula of the script in the cells: calculated when it is typed, and again when what it is given has changed, as Google does. */
import { ExecutionKilled, type GoogleHost } from '../../../doubles/google';
import { argumentFrom, type Calculated } from '../../../doubles/google/custom-functions';
import { type Cell, clearCell, hasContent } from '../../../doubles/google/model/cell';
import type { Sheet } from '../../../doubles/google/model/sheet';
import { argumentsIn } from './formula-arguments';

/** The function of the add-on that cells may call. */
const FUNCTION = 'LINKUP';

/** A cell, and where it is. */
interface Place {
  readonly cell: Cell;
  readonly row: number;
  readonly column: number;
}

/** All formulas of the document. Others than calls of the script's function are left alone. */
export class Formulas {
  /** What each was calculated from. */
  private readonly given = new WeakMap<Cell, string>();
  /** Which further cells each has filled. */
  private readonly filled = new Map<Cell, readonly Cell[]>();

  constructor(
    private readonly host: GoogleHost,
    private readonly tell: () => void,
    private readonly fn = FUNCTION,
  ) {}

  /** Calculates as whoever has edited what is new, or is given something else by now. People may edit meanwhile. */
  recalculate(user: string): void {
    this.clearLeft();
    for (const sheet of this.host.spreadsheet.sheets)
      for (const place of formulasOn(sheet)) this.calculate(sheet, place, user);
  }

  private calculate(sheet: Sheet, { cell, row, column }: Place, user: string): void {
    const { formula = '' } = cell;
    const { timeZone } = this.host.spreadsheet;
    const args = argumentsIn(formula, this.fn, (a1) => argumentFrom({ activeSheet: sheet, timeZone }, a1));
    const given = JSON.stringify([formula, args]);
    // Typed anew, it has no value.
    const isShown = cell.value !== undefined && this.given.get(cell) === given;
    if (args === undefined || isShown) return;
    this.given.set(cell, given);
    sheet.setComputed(row, column, 'Loading...');
    this.tell();
    const calculated = this.resultFor(args, user);
    // It may have been moved, cleared or typed anew meanwhile.
    const now = formulasOn(sheet).find((each) => each.cell === cell);
    if (now && this.given.get(cell) === given) this.show(sheet, now, calculated);
  }

  private resultFor(args: readonly unknown[], user: string): Calculated {
    try {
      return this.host.calculate(this.fn, args, { user });
    } catch (thrown) {
      if (thrown instanceof ExecutionKilled)
        return { error: 'Internal error executing the custom function.' };
      throw thrown;
    }
  }

  private show(sheet: Sheet, place: Place, calculated: Calculated): void {
    const { cell, row, column } = place;
    this.clear(cell);
    delete cell.fault;
    if ('error' in calculated) fail(sheet, place, '#ERROR!', calculated.error);
    else if (!Array.isArray(calculated.shows)) sheet.setComputed(row, column, shownValue(calculated.shows));
    else this.spread(sheet, place, calculated.shows);
    this.tell();
  }

  /** A block fills the cells right of and below its formula, unless something stands there. */
  private spread(sheet: Sheet, place: Place, rows: readonly (readonly unknown[])[]): void {
    const { cell, row, column } = place;
    const [height, width] = [rows.length, rows[0]?.length ?? 0];
    if (row + height - 1 > sheet.maxRows)
      sheet.insertRows(sheet.maxRows + 1, row + height - 1 - sheet.maxRows);
    const others = Array.from({ length: height * width - 1 }, (_, i) =>
      sheet.cell(row + Math.floor((i + 1) / width), column + ((i + 1) % width)),
    );
    if (others.some(hasContent)) fail(sheet, place, '#REF!', 'The block would overwrite what stands here.');
    else {
      cell.array = rows.map((line) => line.map(shownValue));
      sheet.settle(row, column);
      this.filled.set(cell, others);
    }
  }

  /** What formulas that are gone have filled. */
  private clearLeft(): void {
    for (const cell of this.filled.keys()) if (cell.array === undefined) this.clear(cell);
  }

  private clear(cell: Cell): void {
    for (const other of this.filled.get(cell) ?? []) if (other.spilled) clearCell(other);
    this.filled.delete(cell);
  }
}

function formulasOn(sheet: Sheet): Place[] {
  return sheet.rows.flatMap(({ cells }, r) =>
    cells.flatMap((cell, c) => (cell?.formula === undefined ? [] : [{ cell, row: r + 1, column: c + 1 }])),
  );
}

function fail(sheet: Sheet, { cell, row, column }: Place, shows: string, why: string): void {
  sheet.setComputed(row, column, shows);
  cell.fault = why;
}

function shownValue(value: unknown): string | number | boolean {
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value ?? '');
}

/** The table as one enrichment sees it: what each row asks now, what its ledger says, and what its outputs hold. */
import { oldSlots } from '../enrichment/columns';
import type { Enrichment } from '../enrichment/definition';
import { type RowQuestion, rowReader } from '../enrichment/row-question';
import { reading, type Value } from './cells';
import { headingsToAsk, type Layout, layoutOf, type Places, places } from './layout';
import { inCells, type Ledger, ledgerOf, type OldOutputs, oldOutputs } from './ledger';
import type { Sheet } from './spreadsheet';
import { type Cells, cellsOf } from './written';

/** One row as it was when it was read. */
export interface Row {
  /** From 1; only true at the moment of reading. */
  readonly at: number;
  readonly question: RowQuestion;
  readonly ledger: Ledger;
  /** How the output cells read, in the layout's order. */
  readonly outputs: readonly string[];
  /** Those cells by their slots, as hashes of what they read. */
  readonly cells: Cells;
  /** What the first edition's witness would be, and of which cells; worked out where it is asked for. */
  readonly old: OldOutputs;
  /** What every cell displays, by column from 0. */
  readonly display: readonly string[];
  /** What every cell holds, by column from 0. */
  readonly values: readonly Value[];
}

/** A block of rows read from a sheet, with the places of our columns at that moment. */
export interface Reading {
  readonly headings: readonly string[];
  readonly places: Places;
  readonly firstRow: number;
  readonly display: readonly (readonly string[])[];
  readonly values: readonly (readonly Value[])[];
}

/** How often a table is read again that changed between its displayed texts and its values. */
const READS = 3;

/** Reads the whole table below row 1. */
export function readTable(sheet: Sheet): Reading {
  for (let read = 1; ; read++) {
    const placed = places(sheet);
    const data = sheet.getDataRange();
    const [headings = [], ...display] = data.getDisplayValues();
    const [, ...values] = toValues(data.getValues());
    if (read === READS || !isTorn(display, values))
      return { headings, places: placed, firstRow: 2, display, values };
  }
}

/** Texts and values come by two calls, and a person may sort between them: then texts no longer show what the values hold. */
function isTorn(display: readonly string[][], values: readonly Value[][]): boolean {
  return (
    display.length !== values.length ||
    display.some((row, r) =>
      row.some((text, c) => typeof values[r]?.[c] === 'string' && values[r]?.[c] !== text),
    )
  );
}

/** Reads some rows again, as wide as the table was. Undefined when the sheet is smaller now, or changes while it is read. */
export function readRows(
  sheet: Sheet,
  first: number,
  last: number,
  { headings, placed }: TableView,
): Reading | undefined {
  const range = rangeOrNone(sheet, first, last - first + 1, headings.length);
  if (!range) return undefined;
  const display = range.getDisplayValues();
  const values = toValues(range.getValues());
  return isTorn(display, values) ? undefined : { headings, places: placed, firstRow: first, display, values };
}

/** What some rows display now, for a quick look. Undefined when the sheet is smaller now. */
export function readDisplay(
  sheet: Sheet,
  first: number,
  last: number,
  { headings }: TableView,
): string[][] | undefined {
  return rangeOrNone(sheet, first, last - first + 1, headings.length)?.getDisplayValues();
}

/** The formulas of the whole table below row 1, '' where a cell has none: what `getValues` does not tell. */
export function readFormulas(sheet: Sheet): string[][] {
  return sheet.getDataRange().getFormulas().slice(1);
}

/** Asking Google for the size first would be a call each time, for something that hardly ever happens. */
function rangeOrNone(
  sheet: Sheet,
  first: number,
  height: number,
  width: number,
): GoogleAppsScript.Spreadsheet.Range | undefined {
  try {
    return sheet.getRange(first, 1, height, width);
  } catch (thrown) {
    if (thrown instanceof Error && /outside the dimensions/i.test(thrown.message)) return undefined;
    throw thrown;
  }
}

function toValues(values: unknown[][]): Value[][] {
  return values.map((row) => row.map(toValue));
}

/** Dates come from Google's side of the fence, so they are recognised by their tag, not by instanceof. */
function toValue(value: unknown): Value {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return isDate(value) ? value : String(value ?? '');
}

function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === '[object Date]';
}

/** One enrichment's view: remembers how to read its rows as long as headings and places stay the same. */
export class TableView {
  readonly layout: Layout;
  private readonly slots: readonly string[];
  private readonly oldSlots: readonly string[];
  private readonly read: (cells: readonly string[]) => RowQuestion;

  /** Throws `columns-missing`, `unknown-column` or `ambiguous-column`. */
  constructor(
    readonly enrichment: Enrichment,
    readonly headings: readonly string[],
    readonly placed: Places,
  ) {
    this.layout = layoutOf(enrichment, placed);
    this.slots = this.layout.outputs.map(({ column }) => column.slot);
    this.oldSlots = oldSlots(enrichment);
    this.read = rowReader(enrichment, headingsToAsk(enrichment, headings, placed));
  }

  /** The rows of a reading that was made with the same headings and places. */
  rows(reading: Reading): Row[] {
    return reading.display.map((display, i) =>
      this.row(reading.firstRow + i, display, reading.values[i] ?? []),
    );
  }

  /** What a row with these displayed texts asks. */
  asks(display: readonly string[]): RowQuestion {
    return this.read(display);
  }

  private row(at: number, display: readonly string[], values: readonly Value[]): Row {
    const { layout } = this;
    const outputs = layout.outputs.map(({ at: c }) => reading(values[c - 1], display[c - 1] ?? ''));
    const old = (): OldOutputs => oldOutputs(this.oldSlots, this.slots, outputs);
    return {
      at,
      question: this.read(display),
      ledger: this.ledger(display, old),
      outputs,
      cells: cellsOf(this.slots, outputs),
      get old() {
        return old();
      },
      display,
      values,
    };
  }

  private ledger(display: readonly string[], old: () => OldOutputs): Ledger {
    const { state, task, question } = this.layout;
    const at = (column: number): string => display[column - 1] ?? '';
    const ledger = ledgerOf(at(state), at(task), at(question));
    return ledger.state ? { ...ledger, state: inCells(ledger.state, old) } : ledger;
  }
}

/** Rows that are looked at for one that shows something. */
const TOP = 20;

/** What row 1 and the first rows below it display. */
export function readTop(sheet: Sheet): string[][] {
  const width = sheet.getLastColumn();
  const height = Math.min(sheet.getLastRow(), TOP);
  return width < 1 ? [] : sheet.getRange(1, 1, height, width).getDisplayValues();
}

/** Row 1 as it is displayed. */
export function headingsOf(sheet: Sheet): string[] {
  const width = sheet.getLastColumn();
  return width < 1 ? [] : (sheet.getRange(1, 1, 1, width).getDisplayValues()[0] ?? []);
}

/**
 * How work on cells, rows and columns is taken back. Rows and columns are known as the objects that they are, not by their numbers: others
 * insert, delete and write meanwhile, and their work stays.
 */
import { type Cell, copyCell, hasContent } from '../../../doubles/google/model/cell';
import type { Row } from '../../../doubles/google/model/grid';
import type { Sheet } from '../../../doubles/google/model/sheet';
import type { Spreadsheet } from '../../../doubles/google/model/spreadsheet';
import type { Block, Doing, Lines } from '../wire';
import type { Selection } from './selections';
import type { Step } from './undo';

/** Does something to a sheet, and tells how it is taken back; `act` is what is done. */
export type Remembering = (spreadsheet: Spreadsheet, sheet: Sheet, act: () => void) => Step;

/** Cells that were typed or pasted: those that still hold it get back what they held. */
export function typing(cells: Doing<'type'>['cells']): Remembering {
  return (spreadsheet, sheet, act) => {
    const before = cells.map(({ row, column }) => copied(sheet.rows[row - 1]?.cells[column - 1]));
    act();
    const after = cells.map(({ row, column }, i) => ({
      row: sheet.row(row),
      column: sheet.column(column),
      before: before[i],
      typed: copied(sheet.peek(row, column)),
    }));
    return step(spreadsheet, sheet, () => {
      const [rowAt, columnAt] = [places(sheet.rows), places(sheet.columns)];
      const back = after.reverse().flatMap(({ row, column, before, typed }) => {
        const [r, c] = [rowAt.get(row) ?? -1, columnAt.get(column) ?? -1];
        if (r < 0 || c < 0 || !holdsTheSame(row.cells[c], typed)) return [];
        row.cells[c] = before;
        return [{ row: r + 1, column: c + 1, rows: 1, columns: 1 }];
      });
      if (back.length === 0) throw new Error('These cells have changed since, so nothing was taken back.');
      return back.at(-1);
    });
  };
}

/** Rows or columns that were inserted: they go, unless somebody has filled them. */
export function inserting({ axis, at, count }: Lines): Remembering {
  return (spreadsheet, sheet, act) => {
    act();
    const lines = sheet[axis].slice(at - 1, at - 1 + count);
    return step(spreadsheet, sheet, () => {
      const from = positionOf(sheet[axis], lines) + 1;
      if (linesHoldSomething(sheet, axis, from, count))
        throw new Error(`These ${axis} hold something by now, so they stay.`);
      if (axis === 'rows') sheet.deleteRows(from, count);
      else sheet.deleteColumns(from, count);
      return block(axis, from, 1);
    });
  };
}

/** Rows or columns that were deleted: they come back with all that was in them, before the line that followed them. */
export function deleting({ axis, at, count }: Lines): Remembering {
  return (spreadsheet, sheet, act) => {
    const gone = (of: Lines['axis']): number => (of === axis ? at - 1 + count : 0);
    const rows = sheet.rows.slice(at - 1, gone('rows'));
    const columns = sheet.columns.slice(at - 1, gone('columns'));
    const next = sheet[axis][at - 1 + count];
    const cut = axis === 'columns' ? sheet.rows : [];
    const cells = cut.map((row) => [row, row.cells.slice(at - 1, at - 1 + count)] as const);
    const overlays = overlaysOf(sheet);
    act();
    const { conditionalRules } = sheet;
    return step(spreadsheet, sheet, () => {
      const isAsLeft = sheet.conditionalRules === conditionalRules;
      const followed = next ? placeOf(sheet[axis], next) : -1;
      const from = followed < 0 ? Math.min(at, sheet[axis].length + 1) : followed + 1;
      if (axis === 'rows') sheet.insertRows(from, count);
      else sheet.insertColumns(from, count);
      sheet.rows.splice(from - 1, rows.length, ...rows);
      sheet.columns.splice(from - 1, columns.length, ...columns);
      putBack(sheet, cells, from);
      // Formats and filters that went with them, where nothing else has moved them since.
      if (isAsLeft) Object.assign(sheet, overlays);
      return block(axis, from, count);
    });
  };
}

/** Rows that were sorted: each goes back to where it was, with what has been written into it since. `order` says which row came where. */
export function sorting(rect: Block, order: readonly number[]): Remembering {
  return (spreadsheet, sheet, act) => {
    act();
    const rows = sheet.rows.slice(rect.row - 1, rect.row - 1 + rect.rows);
    const columns = sheet.columns.slice(rect.column - 1, rect.column - 1 + rect.columns);
    return step(spreadsheet, sheet, () => {
      if (rows.length === 0) return undefined;
      positionOf(sheet.rows, rows);
      const left = positionOf(sheet.columns, columns);
      const sorted = rows.map(({ cells }) => Array.from(columns, (_, c) => cells[left + c]));
      for (const [now, before] of order.entries())
        for (const c of columns.keys()) setCell(rows[before], left + c, sorted[now]?.[c]);
      return { ...rect, row: placeOf(sheet.rows, rows[0]) + 1, column: left + 1, rows: 1, columns: 1 };
    });
  };
}

/** A column whose width a person dragged. */
export function widening({ column: at }: Doing<'width'>): Remembering {
  return (spreadsheet, sheet, act) => {
    const column = sheet.column(at);
    const before = column.width;
    act();
    return step(spreadsheet, sheet, () => {
      column.width = before;
      return undefined;
    });
  };
}

function step(spreadsheet: Spreadsheet, sheet: Sheet, back: () => Block | undefined): Step {
  return {
    undo(): Selection | undefined {
      if (!spreadsheet.sheets.includes(sheet)) throw new Error('This sheet is not there any more.');
      const seen = back();
      return seen && { sheet: sheet.id, block: seen };
    },
  };
}

const copied = (cell: Cell | undefined): Cell | undefined => cell && copyCell(cell);

function holdsTheSame(a: Cell | undefined, b: Cell | undefined): boolean {
  const content = (cell: Cell | undefined) => JSON.stringify([cell?.formula, cell?.value, cell?.picture]);
  return content(a) === content(b);
}

const places = <T>(lines: readonly T[]): ReadonlyMap<T, number> => new Map(lines.map((line, i) => [line, i]));

const placeOf = (lines: readonly unknown[], line: unknown): number => lines.indexOf(line);

/** Where these lines are by now, from 0. Throws when they are not together any more. */
function positionOf(lines: readonly unknown[], wanted: readonly unknown[]): number {
  const at = placeOf(lines, wanted[0]);
  if (at < 0 || wanted.some((line, i) => lines[at + i] !== line))
    throw new Error('Rows or columns have been moved since, so nothing was taken back.');
  return at;
}

function linesHoldSomething(sheet: Sheet, axis: Lines['axis'], at: number, count: number): boolean {
  if (axis === 'rows')
    return sheet.rows.slice(at - 1, at - 1 + count).some(({ cells }) => cells.some(hasContent));
  return sheet.rows.some(({ cells }) => cells.slice(at - 1, at - 1 + count).some(hasContent));
}

function overlaysOf({ conditionalRules, merges, filter, protections }: Sheet) {
  return { conditionalRules, merges, filter, protections: protections.map((each) => ({ ...each })) };
}

function putBack(
  sheet: Sheet,
  cells: readonly (readonly [Row, readonly (Cell | undefined)[]])[],
  from: number,
): void {
  const there = new Set(sheet.rows);
  for (const [row, line] of cells)
    if (there.has(row)) for (const [i, cell] of line.entries()) setCell(row, from - 1 + i, cell);
}

function setCell(row: Row | undefined, at: number, cell: Cell | undefined): void {
  if (row && (cell || row.cells[at])) row.cells[at] = cell;
}

function block(axis: Lines['axis'], at: number, count: number): Block {
  return axis === 'rows'
    ? { row: at, column: 1, rows: count, columns: 1 }
    : { row: 1, column: at, rows: 1, columns: count };
}

/** What a person does to the table while it is being enriched. Every action happens to the sheet and its shadow alike. */
import { rectOf } from '../../doubles/google/model/geometry';
import type { Dice } from '../engine/dice';
import type { Shadow } from '../engine/shadow';

/** One action; the dice decide its details. False when there was nothing to act on. */
export type Action = (shadow: Shadow, dice: Dice) => unknown;

function someRow(shadow: Shadow, dice: Dice): number {
  return dice.between(2, Math.max(2, shadow.lastRow));
}

/** A block of rows inside the table: where it begins and how many. */
function someRows(shadow: Shadow, dice: Dice): { row: number; n: number } {
  const row = someRow(shadow, dice);
  return { row, n: dice.between(1, Math.min(3, Math.max(2, shadow.lastRow) - row + 1)) };
}

function sortColumns(shadow: Shadow, dice: Dice, first: number, last: number): void {
  const { row, rows } = shadow.body;
  const rect = rectOf(row, first, row + rows - 1, last);
  shadow.sort(rect, dice.between(first, last), dice.chance(0.5));
}

/** Sorting. */
export const SORTING: Readonly<Record<string, Action>> = {
  'sorts the whole range': (shadow, dice) => sortColumns(shadow, dice, 1, shadow.lastColumn),
  'sorts without the hidden columns': (shadow, dice) => {
    const firstHidden = Math.min(...shadow.columnsOf('ledger'), shadow.lastColumn);
    sortColumns(shadow, dice, 1, Math.max(1, firstHidden - 1));
  },
  'sorts only the own columns': (shadow, dice) => {
    const ours = shadow.columnsOf('output', 'status', 'ledger');
    const firstOurs = Math.min(...ours.filter((column) => !shadow.ownerAt(column).isTheirs));
    sortColumns(shadow, dice, 1, Math.max(1, firstOurs - 1));
  },
};

/** Rows come, go and move. */
export const ROWS: Readonly<Record<string, Action>> = {
  'inserts rows': (shadow, dice) => {
    const before = someRow(shadow, dice);
    const n = dice.between(1, 3);
    shadow.act((sheet) => sheet.insertRows(before, n));
  },
  'deletes rows': (shadow, dice) => {
    const { row, n } = someRows(shadow, dice);
    shadow.act((sheet) => sheet.deleteRows(row, n));
  },
  'moves rows': (shadow, dice) => {
    const { row, n } = someRows(shadow, dice);
    const to = dice.between(2, shadow.lastRow + 1);
    shadow.act((sheet) => sheet.moveRows(row, n, to));
  },
  'copies rows, hidden cells included': (shadow, dice) => {
    const { row, n } = someRows(shadow, dice);
    const to = dice.between(2, shadow.lastRow + 1);
    shadow.act((sheet) => sheet.copyRows(row, n, to));
  },
};

/** Cells are typed and cleared. */
export const CELLS: Readonly<Record<string, Action>> = {
  'edits an input': (shadow, dice) => {
    const column = shadow.columnOf('Thing');
    if (column === 0) return false;
    const text = dice.chance(0.5) ? `New-${dice.salt()}` : shadow.twin.display(someRow(shadow, dice), column);
    shadow.type(someRow(shadow, dice), column, text);
    return true;
  },
  'adds a row': (shadow, dice) => {
    const row = shadow.lastRow + 1;
    if (shadow.columnOf('Thing') === 0 || shadow.columnOf('Year') === 0) return false;
    shadow.type(row, shadow.columnOf('Thing'), `Added-${dice.salt()}`);
    shadow.type(row, shadow.columnOf('Year'), '1999');
    return true;
  },
  'types into an output': (shadow, dice) => {
    const outputs = shadow.columnsOf('output');
    if (outputs.length === 0) return false;
    shadow.type(someRow(shadow, dice), dice.pick(outputs), `typed ${dice.salt()}`);
    return true;
  },
  'types into a status': (shadow, dice) => {
    const statuses = shadow.columnsOf('status');
    if (statuses.length === 0) return false;
    shadow.type(someRow(shadow, dice), dice.pick(statuses), `my remark ${dice.salt()}`);
    return true;
  },
  'clears a column': (shadow, dice) => {
    const columns = shadow.columnsOf('output', 'status');
    if (columns.length === 0) return false;
    const column = dice.pick(columns);
    shadow.empty(2, column, Math.max(2, shadow.lastRow), column);
    return true;
  },
};

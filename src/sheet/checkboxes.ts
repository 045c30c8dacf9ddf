/** Which cells are checkboxes: one that nobody has ticked holds FALSE from the beginning, and says nothing. */
import type { Sheet } from './spreadsheet';

/** Whether a cell is a checkbox, by its row and its column, both from 1. */
export type Boxes = (row: number, column: number) => boolean;

/** The checkboxes of the rows from the first to the last: a call for each column in which one is asked for. */
export function boxesIn(sheet: Sheet, [first, last]: readonly [first: number, last: number]): Boxes {
  const columns = new Map<number, readonly boolean[]>();
  return (row, column) => {
    const known = columns.get(column) ?? areBoxes(sheet, [first, column, last - first + 1]);
    columns.set(column, known);
    return known[row - first] ?? false;
  };
}

function areBoxes(sheet: Sheet, [row, column, rows]: readonly [number, number, number]): boolean[] {
  return sheet
    .getRange(row, column, rows, 1)
    .getDataValidations()
    .map(([rule]) => String(rule?.getCriteriaType()) === 'CHECKBOX');
}

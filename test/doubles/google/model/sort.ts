/** The order in which Sheets sorts cells. */
import type { Cell, CellValue } from './cell';

/** Compares two cells as `sort` does: numbers and dates, then text, then booleans; blanks last either way. */
export function compareCells(a: Cell | undefined, b: Cell | undefined, ascending: boolean): number {
  const left = a?.value;
  const right = b?.value;
  if (left === undefined || right === undefined) {
    return Number(left === undefined) - Number(right === undefined);
  }
  const order = compareValues(left, right);
  return ascending ? order : -order;
}

function compareValues(a: CellValue, b: CellValue): number {
  const byKind = rank(a) - rank(b);
  if (byKind !== 0) return byKind;
  if (typeof a === 'string' && typeof b === 'string') {
    return a.localeCompare(b, 'en', { sensitivity: 'base' });
  }
  return Number(a) - Number(b);
}

function rank(value: CellValue): number {
  if (typeof value === 'string') return 1;
  return typeof value === 'boolean' ? 2 : 0;
}

/** Names of columns and cells, as people say them. */
import type { Block } from '../../wire';

/** A, B, … Z, AA … of a column counted from 1. */
export function letters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? letters(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}

/** B3, or B3:D7. */
export function nameOf({ row, column, rows, columns }: Block): string {
  const first = `${letters(column)}${row}`;
  return rows * columns === 1 ? first : `${first}:${letters(column + columns - 1)}${row + rows - 1}`;
}

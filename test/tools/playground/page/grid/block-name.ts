/** Names of columns and cells, as people say them. */
import { columnLetters } from '../../../../../src/enrichment/letters';
import type { Block } from '../../wire';

/** B3, or B3:D7. */
export function nameOf({ row, column, rows, columns }: Block): string {
  const first = `${columnLetters(column)}${row}`;
  return rows * columns === 1 ? first : `${first}:${columnLetters(column + columns - 1)}${row + rows - 1}`;
}

/**
 * What a person typed into columns made for answers, when a table was sorted under a write: it went with its row, or stayed where it was
 * because the range that was sorted ended before our columns. Pure.
 */
import type { Patch } from '../../sheet/patches';
import type { Row } from '../../sheet/table';
import { alike, shows } from './cell-shows';

/** The rows before a write and now. */
interface Readings {
  readonly before: readonly Row[];
  readonly now: readonly Row[];
}

/**
 * Whether what a row held in a column is gone from it: then it went with the row, and was written over there. What was to be written
 * over where it stood is not missed, and what stands in the column still was left behind.
 */
export function isMissing(
  was: Row,
  column: number,
  patches: ReadonlyMap<number, Patch>,
  { before, now }: Readings,
): boolean {
  if (patches.get(was.at)?.cells.has(column)) return false;
  const holds = ({ values }: Row): boolean => alike(values[column - 1], was.values[column - 1]);
  const isWritten = (row: Row): boolean => {
    const content = patches.get(row.at)?.cells.get(column);
    return content !== undefined && shows(row, column, content);
  };
  const kept = before.filter((row) => holds(row) && !patches.get(row.at)?.cells.has(column));
  return now.filter((row) => holds(row) && !isWritten(row)).length < kept.length;
}

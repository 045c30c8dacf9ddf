/**
 * What a person typed into columns made for answers, when a table was sorted under a write: it went with its row, or stayed where it was
 * because the range that was sorted ended before our columns. Pure.
 */
import type { Content, Value } from '../../sheet/cells';
import type { Patch } from '../../sheet/patches';
import type { Row } from '../../sheet/table';
import { shows } from './cell-shows';

/** The rows before a write and now. */
interface Readings {
  readonly before: readonly Row[];
  readonly now: readonly Row[];
}

/** Whether what a row of before held in a column, from 1, is gone. */
export type IsMissing = (was: Row, column: number) => boolean;

/**
 * Tells whether what a row held in a column is gone from it: then it went with the row, and was written over there. What was to be
 * written over where it stood is not missed, and what stands in the column still was left behind.
 */
export function missing(patches: ReadonlyMap<number, Patch>, { before, now }: Readings): IsMissing {
  const known = new Map<number, ReadonlyMap<string, number>>();
  const written = ({ at }: Row, column: number): Content | undefined => patches.get(at)?.cells.get(column);
  // Once for a column: a table is large, and any row of it may be asked about.
  const balance = (column: number): ReadonlyMap<string, number> => {
    const stay = before.filter((row) => written(row, column) === undefined);
    const are = now.filter((row) => {
      const content = written(row, column);
      return content === undefined || !shows(row, column, content);
    });
    return counted(stay, are, column);
  };
  return (was, column) => {
    if (written(was, column) !== undefined) return false;
    const balances = known.get(column) ?? balance(column);
    known.set(column, balances);
    return (balances.get(keyOf(was.values[column - 1])) ?? 0) > 0;
  };
}

/** By what cells of a column hold: how many more held it than do. */
function counted(were: readonly Row[], are: readonly Row[], column: number): Map<string, number> {
  const more = new Map<string, number>();
  const count = (rows: readonly Row[], by: number): void => {
    for (const { values } of rows) {
      const key = keyOf(values[column - 1]);
      more.set(key, (more.get(key) ?? 0) + by);
    }
  };
  count(were, 1);
  count(are, -1);
  return more;
}

/** The same for what is `alike`. */
function keyOf(value: Value | undefined): string {
  return `${typeof value} ${String(value)}`;
}

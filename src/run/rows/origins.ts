/** Which column of a table was which before its columns moved. */
import type { Row, TableView } from '../../sheet/table';
import { alike } from './cell-shows';

/** For each column of now (from 0), the column that it was before; -1 for one that was not there. */
export type Origins = readonly number[];

/** A table as it was read. */
export interface Columns {
  readonly view: TableView;
  readonly rows: readonly Row[];
}

/**
 * Our own columns are known by their metadata, the person's by their headings. Those whose heading is blank, or another than before,
 * are known by what they hold, or else by their neighbour on the left; or by their order, if as many are left over as were there.
 */
export function originsOf(before: Columns, now: Columns): Origins {
  const origins = now.view.headings.map(() => -1);
  for (const [part, column] of now.view.placed) origins[column - 1] = (before.view.placed.get(part) ?? 0) - 1;
  let wanted = theirs(before.view);
  let unknown = theirs(now.view);
  const match = (column: number, origin: number | undefined): void => {
    if (origin === undefined) return;
    origins[column] = origin;
    wanted = wanted.filter((each) => each !== origin);
    unknown = unknown.filter((each) => each !== column);
  };
  for (const column of unknown)
    match(
      column,
      wanted.find((origin) => isNamedAlike(before.view, origin, now.view, column)),
    );
  for (const { column, origin } of resemblances(before, wanted, now, unknown))
    if (wanted.includes(origin) && unknown.includes(column)) match(column, origin);
  for (const column of unknown) match(column, besideTheSame(origins, column, wanted));
  if (unknown.length === wanted.length)
    for (const [i, column] of unknown.entries()) origins[column] = wanted[i] ?? -1;
  return origins;
}

function theirs({ headings, placed }: TableView): number[] {
  const ours = new Set(placed.values());
  return headings.flatMap((_, i) => (ours.has(i + 1) ? [] : [i]));
}

function isNamedAlike(before: TableView, origin: number, now: TableView, column: number): boolean {
  return now.headings[column] !== '' && now.headings[column] === before.headings[origin];
}

interface Resemblance {
  readonly column: number;
  readonly origin: number;
  /** Rows in which both hold the same, and not nothing. */
  readonly rows: number;
}

/** Columns that hold what a column of before held, the most alike first. */
function resemblances(
  before: Columns,
  wanted: readonly number[],
  now: Columns,
  unknown: readonly number[],
): Resemblance[] {
  const was = new Map(before.rows.map((row) => [row.at, row]));
  const rowsAlike = (column: number, origin: number): number =>
    now.rows.filter(({ at, values }) => {
      const held = was.get(at)?.values[origin] ?? '';
      return held !== '' && alike(held, values[column]);
    }).length;
  const all = unknown.flatMap((column) =>
    wanted.map((origin) => ({ column, origin, rows: rowsAlike(column, origin) })),
  );
  return all.filter(({ rows }) => rows > 0).sort((a, b) => b.rows - a.rows);
}

/** The column of before that stood right of the one that is still left of this one. */
function besideTheSame(origins: Origins, column: number, wanted: readonly number[]): number | undefined {
  const neighbour = column === 0 ? -1 : origins[column - 1];
  if (neighbour === undefined || (neighbour < 0 && column > 0)) return undefined;
  return wanted.find((origin) => origin === neighbour + 1);
}

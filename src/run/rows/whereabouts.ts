/** Where a write is found when columns have moved once more since it landed. */
import type { Content } from '../../sheet/cells';
import type { Patch } from '../../sheet/patches';
import type { Row } from '../../sheet/table';
import { shows } from './cell-shows';

/**
 * The patches by the columns that hold them now. A column of contents that is nowhere to be seen where it was written, and stands
 * whole in exactly one other, was carried there.
 */
export function whereabouts(patches: readonly Patch[], now: readonly Row[]): Patch[] {
  const rows = new Map(now.map((row) => [row.at, row]));
  const written = new Set(patches.flatMap(({ cells }) => [...cells.keys()]));
  const places = new Map([...written].map((column) => [column, placeOf(column, patches, rows)]));
  return patches.map(({ at, cells }) => ({
    at,
    cells: new Map([...cells].map(([column, content]) => [places.get(column) ?? column, content])),
  }));
}

/** The column, from 1, that holds what was written into this one; itself where that cannot be told. */
function placeOf(column: number, patches: readonly Patch[], rows: ReadonlyMap<number, Row>): number {
  const sought = patches.flatMap(({ at, cells }): [Row, Content][] => {
    const [row, content] = [rows.get(at), cells.get(column)];
    return row && content !== undefined && content !== '' ? [[row, content]] : [];
  });
  const [first] = sought;
  if (!first || sought.some(([row, content]) => shows(row, column, content))) return column;
  const others = first[0].values.map((_, i) => i + 1);
  const whole = others.filter((other) => sought.every(([row, content]) => shows(row, other, content)));
  return whole.length === 1 ? (whole[0] ?? column) : column;
}

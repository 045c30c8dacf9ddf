/** Changes of rows, and how few blocks of cells they make. Pure. */
import type { Content } from './cells';

/** New contents for some cells of one row: by column, from 1. */
export interface Patch {
  readonly at: number;
  readonly cells: ReadonlyMap<number, Content>;
}

/** A block of cells to be written at once. */
export interface Rectangle {
  readonly row: number;
  readonly column: number;
  readonly contents: Content[][];
}

/** Covers exactly the patched cells, in each group of neighbouring columns by whichever makes fewer: stacking spans of rows, or lining up runs of columns. */
export function rectangles(patches: readonly Patch[]): Rectangle[] {
  return columnGroups(patches).flatMap((group) => {
    const [stacked, lined] = [stackedRows(group), linedUpColumns(group)];
    return lined.length < stacked.length ? lined : stacked;
  });
}

/** The patches by columns that stand together: none of the cells of one group touches one of another. */
function columnGroups(patches: readonly Patch[]): Patch[][] {
  const columns = new Set(patches.flatMap(({ cells }) => [...cells.keys()]));
  const sorted = [...patches].sort((a, b) => a.at - b.at);
  return stretches([...columns], 1).map(([from, to]) =>
    sorted.flatMap(({ at, cells }) => {
      const own = [...cells].filter(([column]) => column >= from && column <= to);
      return own.length > 0 ? [{ at, cells: new Map(own) }] : [];
    }),
  );
}

/** Neighbouring columns of a row, then equal spans of neighbouring rows. */
function stackedRows(patches: readonly Patch[]): Rectangle[] {
  const open = new Map<string, Rectangle>();
  const done: Rectangle[] = [];
  for (const patch of patches) {
    for (const span of spans(patch)) {
      const key = `${span.column}:${span.contents.length}`;
      const above = open.get(key);
      if (above && above.row + above.contents.length === patch.at) above.contents.push(span.contents);
      else {
        const started = { row: patch.at, column: span.column, contents: [span.contents] };
        open.set(key, started);
        done.push(started);
      }
    }
  }
  return done;
}

/** Neighbouring rows of a column, then equal runs of neighbouring columns: fewer where typed cells stand between the blanks of some columns. */
function linedUpColumns(patches: readonly Patch[]): Rectangle[] {
  const byColumn = new Map<number, Map<number, Content>>();
  for (const { at, cells } of patches)
    for (const [column, content] of cells)
      byColumn.set(column, (byColumn.get(column) ?? new Map<number, Content>()).set(at, content));
  const turned = [...byColumn].map(([at, cells]) => ({ at, cells })).sort((a, b) => a.at - b.at);
  return stackedRows(turned).map(({ row, column, contents }) => ({
    row: column,
    column: row,
    contents: transposed(contents),
  }));
}

function transposed(contents: readonly Content[][]): Content[][] {
  return (contents[0] ?? []).map((_, i) => contents.map((line) => line[i] ?? ''));
}

interface Span {
  readonly column: number;
  readonly contents: Content[];
}

function spans(patch: Patch): Span[] {
  const result: Span[] = [];
  for (const [column, content] of [...patch.cells].sort(([a], [b]) => a - b)) {
    const last = result[result.length - 1];
    if (last && last.column + last.contents.length === column) last.contents.push(content);
    else result.push({ column, contents: [content] });
  }
  return result;
}

/** Rows that are read along rather than with a call of their own: a call takes as long as ten thousand cells (cost table, 2018 to 2026). */
const GAP = 250;

/** Numbers of rows, or of columns, as few stretches to read: those between them are read along, where they are fewer than `gap`. */
export function stretches(rows: readonly number[], gap = GAP): (readonly [first: number, last: number])[] {
  const result: [number, number][] = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const last = result[result.length - 1];
    if (last && row - last[1] <= gap) last[1] = row;
    else result.push([row, row]);
  }
  return result;
}

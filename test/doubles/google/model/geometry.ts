/** Rectangles on a sheet and what structural changes do to them. Everything counts from 1. */

/** A block of cells. */
export interface Rect {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** A run of rows or columns. */
export interface Span {
  readonly start: number;
  readonly count: number;
}

/** Rows or columns: what is inserted, deleted or moved. */
export type Axis = 'rows' | 'columns';

/** The block between two corners, inclusive. */
export function rectOf(row: number, column: number, lastRow: number, lastColumn: number): Rect {
  return { row, column, rows: lastRow - row + 1, columns: lastColumn - column + 1 };
}

/** The last row of the block. */
export const lastRowOf = (rect: Rect): number => rect.row + rect.rows - 1;

/** The last column of the block. */
export const lastColumnOf = (rect: Rect): number => rect.column + rect.columns - 1;

/** Do the two blocks share a cell? */
export function intersects(a: Rect, b: Rect): boolean {
  return (
    a.row <= lastRowOf(b) &&
    b.row <= lastRowOf(a) &&
    a.column <= lastColumnOf(b) &&
    b.column <= lastColumnOf(a)
  );
}

/** Is every cell of `inner` in `outer`? */
export function contains(outer: Rect, inner: Rect): boolean {
  return (
    outer.row <= inner.row &&
    outer.column <= inner.column &&
    lastRowOf(inner) <= lastRowOf(outer) &&
    lastColumnOf(inner) <= lastColumnOf(outer)
  );
}

/** Where a span is after `n` lines were inserted before `at`: moved, grown, or as it was. */
export function afterInsert(span: Span, at: number, n: number): Span {
  if (at <= span.start) return { start: span.start + n, count: span.count };
  if (at < span.start + span.count) return { start: span.start, count: span.count + n };
  return span;
}

/** Where a span is after lines `at … at+n-1` were deleted; undefined when nothing of it is left. */
export function afterDelete(span: Span, at: number, n: number): Span | undefined {
  const before = Math.max(0, Math.min(n, span.start - at));
  const inside = overlap(span, { start: at, count: n });
  if (inside === span.count) return undefined;
  return { start: span.start - before, count: span.count - inside };
}

/** Where a span is after lines `from … from+n-1` were moved before line `to`: the hull of its lines. */
export function afterMove(span: Span, from: number, n: number, to: number): Span {
  const places = Array.from({ length: span.count }, (_, i) => placeAfterMove(span.start + i, from, n, to));
  const start = Math.min(...places);
  return { start, count: Math.max(...places) - start + 1 };
}

/** The rectangle with one axis replaced; undefined stays undefined. */
export function withSpan(rect: Rect, axis: Axis, span: Span | undefined): Rect | undefined {
  if (!span) return undefined;
  return axis === 'rows'
    ? { ...rect, row: span.start, rows: span.count }
    : { ...rect, column: span.start, columns: span.count };
}

/** One axis of the rectangle. */
export function spanOf(rect: Rect, axis: Axis): Span {
  return axis === 'rows'
    ? { start: rect.row, count: rect.rows }
    : { start: rect.column, count: rect.columns };
}

function overlap(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.start + a.count, b.start + b.count) - Math.max(a.start, b.start));
}

function placeAfterMove(line: number, from: number, n: number, to: number): number {
  if (line >= from && line < from + n) return line - from + (to > from ? to - n : to);
  const closed = line >= from + n ? line - n : line;
  const target = to > from ? to - n : to;
  return closed >= target ? closed + n : closed;
}

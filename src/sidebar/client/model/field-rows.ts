/** The list of fields being edited: add, change, remove, move. Pure; every function returns a new list. */
import type { FieldRow } from './form';

/** The list with an empty field at its end. */
export function addField(rows: readonly FieldRow[]): FieldRow[] {
  const key = Math.max(0, ...rows.map((row) => row.key)) + 1;
  return [...rows, { key, name: '', kind: 'text', description: '' }];
}

/** The list with one field changed. */
export function changeField(
  rows: readonly FieldRow[],
  key: number,
  change: Partial<Omit<FieldRow, 'key'>>,
): FieldRow[] {
  return rows.map((row) => (row.key === key ? { ...row, ...change } : row));
}

/** The list without one field. */
export function removeField(rows: readonly FieldRow[], key: number): FieldRow[] {
  return rows.filter((row) => row.key !== key);
}

/** The list with one field a place up (-1) or down (1); unchanged where there is no such place. */
export function moveField(rows: readonly FieldRow[], key: number, by: -1 | 1): FieldRow[] {
  const from = rows.findIndex((row) => row.key === key);
  const moved = rows[from];
  const to = from + by;
  if (!moved || to < 0 || to >= rows.length) return [...rows];
  const rest = removeField(rows, key);
  return [...rest.slice(0, to), moved, ...rest.slice(to)];
}

/** What was taken out of the list since anything else in it was changed. */
export interface Removed {
  /** The list as it was, with all of these in their places. */
  readonly before: readonly FieldRow[];
  /** The list without them: once it is another one, they are gone for good. */
  readonly left: readonly FieldRow[];
}

/** Nothing was taken out. */
export const NONE_REMOVED: Removed = { before: [], left: [] };

/** The list without one field, and what can be put back into it. */
export function takeOut(rows: readonly FieldRow[], key: number, removed: Removed): Removed {
  return { before: lines(rows, removed), left: removeField(rows, key) };
}

/** The list with a field where it was. */
export function putBack(rows: readonly FieldRow[], key: number, { before }: Removed): Removed {
  return { before, left: before.filter((row) => row.key === key || rows.includes(row)) };
}

/** All lines to show: the fields, and in their places those that can be put back. */
export function lines(rows: readonly FieldRow[], { before, left }: Removed): readonly FieldRow[] {
  return left === rows ? before : rows;
}

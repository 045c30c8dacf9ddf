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

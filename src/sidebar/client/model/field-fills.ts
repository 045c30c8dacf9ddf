/** The list of fields being edited, with the empty columns of the person's own that they fill. Pure; every function returns a new list. */
import { MAX_FIELDS } from '../../../enrichment/check';
import type { Filled } from '../../../enrichment/definition';
import type { EmptyColumn } from '../../../enrichment/empty-columns';
import { choicesOf, fieldsFilling } from '../../../enrichment/fill-question';
import { firstTaken, isSameName } from '../../../enrichment/names';
import type { FieldRow } from './form';

/** Whether a column is the one that an output fills. Where it stood is only known until it is saved. */
export function isThat({ heading, at }: Filled, column: EmptyColumn): boolean {
  return heading === column.heading && (at === undefined || at === column.at);
}

/** The columns that no field of a list fills. */
export function freeFor(rows: readonly FieldRow[], columns: readonly EmptyColumn[]): EmptyColumn[] {
  return columns.filter((column) => !rows.some(({ fills }) => fills && isThat(fills, column)));
}

/** A column as what an output fills. */
export function filledBy({ heading, at }: EmptyColumn): Filled {
  return at > 0 ? { heading, at } : { heading };
}

/** The first column that is called so. */
export function called(name: string, columns: readonly EmptyColumn[]): EmptyColumn | undefined {
  return columns.find(({ heading }) => isSameName(heading, name));
}

/** The list with a field for each column: the ones that are called like it, and new ones. Fields without a name make room. */
export function withColumns(rows: readonly FieldRow[], columns: readonly EmptyColumn[]): FieldRow[] {
  const named = rows.filter(({ name, fills }) => name.trim() !== '' || fills);
  const kept = bound(named, columns);
  const free = freeFor(kept, columns).slice(0, Math.max(0, MAX_FIELDS - kept.length));
  const key = Math.max(0, ...rows.map((row) => row.key)) + 1;
  const names = kept.map(({ name }) => name);
  const added = fieldsFilling(free, names).map((field, i) => ({ description: '', ...field, key: key + i }));
  return [...kept, ...added];
}

/** The list with each field in the empty column that is called like it, where there is one. */
export function bound(rows: readonly FieldRow[], columns: readonly EmptyColumn[]): FieldRow[] {
  const done: FieldRow[] = [];
  for (const row of rows) {
    const column = row.fills ? undefined : called(row.name, freeFor([...rows, ...done], columns));
    done.push(column ? filling(row, column) : row);
  }
  return done;
}

/** The empty column that a field is called like, while it has one of its own to come: it may fill that. */
export function namesake(
  row: FieldRow,
  rows: readonly FieldRow[],
  taken: readonly string[],
  columns: readonly EmptyColumn[],
): EmptyColumn | undefined {
  if (row.fills || firstTaken([row.name], taken) === undefined) return undefined;
  return called(row.name, freeFor(rows, columns));
}

/** The list with one field in a column, or, without one, in a new column again. */
export function bindField(
  rows: readonly FieldRow[],
  key: number,
  column: EmptyColumn | undefined,
): FieldRow[] {
  return rows.map((row) => {
    if (row.key !== key) return row;
    const { fills, ...own } = row;
    return column ? filling(own, column) : own;
  });
}

/** A field takes from its column what nobody has said of it, and a dropdown's choices in any case: the column was made for these. */
function filling(row: FieldRow, column: EmptyColumn): FieldRow {
  const [named] = row.name.trim() === '' ? fieldsFilling([column], []) : [];
  return {
    ...row,
    name: named?.name ?? row.name,
    kind: column.kind === 'text' ? row.kind : column.kind,
    ...choicesOf(column),
    fills: filledBy(column),
  };
}

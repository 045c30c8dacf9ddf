/** A sheet as a CSV file: what is visible of it. */
import { stringify } from 'csv-stringify/sync';
import type { ShownSheet } from '../wire';

/** Hidden columns are left out. The cells are data: nothing in them is changed. */
export function csvOf({ columns, rows }: ShownSheet): string {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const shown = Array.from({ length: width }, (_, c) => c).filter((c) => columns[c]?.hidden !== true);
  const texts = rows.map((row) =>
    shown.map((c) => {
      const cell = row[c] ?? '';
      return typeof cell === 'string' ? cell : cell.text;
    }),
  );
  return stringify(texts);
}

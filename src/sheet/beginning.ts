/** The beginning of a table, for a page that wants to show it at once: one call, however long the table is. */
import { headingRow, type Places } from './layout';
import type { Sheet } from './spreadsheet';

/** Rows that are looked at for one that shows something, and for columns that show nothing: one call, which takes no longer for it. */
const TOP = 300;

/** The beginning of a table. */
export interface Beginning {
  /** What the headings and the first rows below them display. */
  readonly rows: readonly (readonly string[])[];
  /** How many rows are further down, empty ones between them too. */
  readonly below: number;
}

/** Reads it. */
export function readTop(sheet: Sheet, placed: Places): Beginning {
  const width = sheet.getLastColumn();
  const top = headingRow(placed);
  const all = sheet.getLastRow() - top + 1;
  const height = Math.min(all, TOP);
  if (width < 1 || height < 1) return { rows: [], below: 0 };
  return { rows: sheet.getRange(top, 1, height, width).getDisplayValues(), below: all - height };
}

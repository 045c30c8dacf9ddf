/** Whether a sheet has room for an enrichment's columns: found out before anything is changed. */
import type { Enrichment } from '../enrichment/definition';
import { wholeColumns } from '../enrichment/letters';
import { MOST_CELLS, MOST_COLUMNS } from '../enrichment/limits';
import { Problem } from '../enrichment/problem';
import { firstFree, missingColumns } from './create-columns';
import { ownPlaces, type Top } from './layout';
import type { Sheet, Workbook } from './spreadsheet';

/** Throws `protected` or `no-room` when the columns that are missing cannot be created. */
export function checkRoom(workbook: Workbook, sheet: Sheet, e: Enrichment, { headings, placed }: Top): void {
  const missing = missingColumns(placed, e).length;
  const own = [...ownPlaces(e.id, placed).values()];
  const width = sheet.getMaxColumns();
  const first = firstFree(headings.length, placed);
  // What is there is changed where it is; what is not goes beside the table, or into its last column's place.
  if (own.length === 0) checkEditable(sheet, Math.min(first, width), width);
  for (const column of own) checkEditable(sheet, column, column);
  if (missing === 0) return;
  const shortBy = own.length > 0 ? missing : first + missing - 1 - width;
  if (shortBy <= 0) return;
  const cells = workbook.cells() + shortBy * sheet.getMaxRows();
  if (cells > MOST_CELLS || width + shortBy > MOST_COLUMNS) throw new Problem('no-room', sheet.getName());
}

/** All rows of some columns. */
function checkEditable(sheet: Sheet, first: number, last: number): void {
  if (sheet.getRange(wholeColumns(first, last)).canEdit()) return;
  throw new Problem('protected', `the columns next to the table of “${sheet.getName()}”`);
}

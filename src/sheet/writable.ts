/** Whether answers can be written at all: found out before anything is asked. */
import { Problem } from '../enrichment/problem';
import { ownBlocks } from './layout';
import type { Sheet } from './spreadsheet';
import type { TableView } from './table';

/** Throws `protected` or `merged-outputs` when our columns cannot take answers in the first `rows` rows below the headings. */
export function checkWritable(sheet: Sheet, { layout, firstRow }: TableView, rows: number): void {
  const height = Math.max(1, rows);
  for (const [first, last] of ownBlocks(layout)) {
    const range = sheet.getRange(firstRow, first, height, last - first + 1);
    if (!range.canEdit()) throw new Problem('protected', `the columns for answers on “${sheet.getName()}”`);
    const [merged] = range.getMergedRanges();
    if (merged) throw new Problem('merged-outputs', merged.getA1Notation());
  }
}

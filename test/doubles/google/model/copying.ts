/** Copying a whole sheet, within its document or with it: cells with notes, formats and rules, what is hidden, and what lies over the grid. */
import { copyCell } from './cell';
import type { Metadata } from './metadata';
import type { Sheet } from './sheet';

/** What becomes of metadata in a copy. */
export type CopiesMetadata = (metadata: readonly Metadata[]) => Metadata[];

/** Brings all that is on a sheet to a fresh one of the same size. Protections stay behind. */
export function copySheet(source: Sheet, copy: Sheet, metadataOf: CopiesMetadata): void {
  source.rows.forEach((row, r) => {
    Object.assign(copy.row(r + 1), {
      ...row,
      metadata: metadataOf(row.metadata),
      cells: row.cells.map((cell) => cell && copyCell(cell)),
    });
  });
  source.columns.forEach((column, c) => {
    Object.assign(copy.column(c + 1), { ...column, metadata: metadataOf(column.metadata) });
  });
  copy.metadata.push(...metadataOf(source.metadata));
  copy.frozenRows = source.frozenRows;
  copy.frozenColumns = source.frozenColumns;
  copy.merges = [...source.merges];
  copy.conditionalRules = [...source.conditionalRules];
  if (source.filter) copy.filter = { ...source.filter };
}

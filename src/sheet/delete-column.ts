/** Deleting a column of ours, also the last one that Google would let nobody delete. */
import type { Sheet } from './spreadsheet';

/** Deletes it. Google wants a column besides those that are frozen, and one at all: where ours is the last such, a blank one takes its place. */
export function deleteColumn(sheet: Sheet, column: number): void {
  try {
    sheet.deleteColumn(column);
  } catch (thrown) {
    const width = sheet.getMaxColumns();
    if (width > sheet.getFrozenColumns() + 1) throw thrown;
    sheet.insertColumnsAfter(width, 1);
    sheet.deleteColumn(column);
  }
}

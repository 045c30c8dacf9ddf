/** The row of headings of a sheet that has no enrichment yet: the last frozen one that shows anything, or row 1. */
import type { Sheet } from './spreadsheet';

/** From 1. Titles may stand above it. */
export function lastFrozenRow(sheet: Sheet): number {
  const frozen = sheet.getFrozenRows();
  if (frozen < 2) return 1;
  const shown = sheet.getRange(1, 1, frozen, sheet.getMaxColumns()).getDisplayValues();
  const blank = [...shown].reverse().findIndex((cells) => cells.some((text) => text.trim() !== ''));
  return blank < 0 ? frozen : frozen - blank;
}

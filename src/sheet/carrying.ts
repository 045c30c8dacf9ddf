/** Writing the note on the heading of State, in which a definition travels with a copy. What a person wrote there stays. */
import { carryingNote } from '../enrichment/carrying-note';
import type { Enrichment } from '../enrichment/definition';
import { headingRow, type Places } from './layout';
import type { Sheet } from './spreadsheet';

/** Brings the note up to date: two calls, or one where the column was just made and can have no note. */
export function carryDefinition(sheet: Sheet, e: Enrichment, placed: Places, isNew = false): void {
  const at = placed.get(`${e.id}/state`);
  if (!at) return;
  const cell = sheet.getRange(headingRow(placed), at);
  const before = isNew ? '' : cell.getNote();
  const after = carryingNote(before, e);
  if (after !== undefined && after !== before) cell.setNote(after);
}

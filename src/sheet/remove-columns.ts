/** Takes an enrichment's columns off its sheet: those that are only ours, or all of them. */
import type { Enrichment } from '../enrichment/definition';
import { Problem } from '../enrichment/problem';
import { columnLetters, keepColumns, LEDGER_PARTS, places } from './layout';
import type { Sheet } from './spreadsheet';

/** keep: the answers stay as plain columns of the person's own · delete: they go too. */
export type Leave = 'keep' | 'delete';

/** Deletes Status and ledger, and the answers or only their marks. Throws `protected`, with nothing changed. */
export function removeColumns(sheet: Sheet, e: Enrichment, leave: Leave): void {
  const parts = [...places(sheet).keys()].filter((place) => place.startsWith(`${e.id}/`));
  const ledger = new Set(LEDGER_PARTS.map((part) => `${e.id}/${part}`));
  const going = leave === 'delete' ? parts : parts.filter((part) => ledger.has(part));
  for (const part of going) checkDeletable(sheet, part);
  for (const part of going) deleteColumn(sheet, part);
  keepColumns(sheet, e, new Set());
}

function checkDeletable(sheet: Sheet, part: string): void {
  const letters = columnLetters(places(sheet).get(part) ?? 1);
  if (!sheet.getRange(`${letters}:${letters}`).canEdit())
    throw new Problem('protected', `the columns of this enrichment on “${sheet.getName()}”`);
}

/** Its place is looked up right before, each time: people insert columns, and what is beside ours is theirs. */
function deleteColumn(sheet: Sheet, part: string): void {
  const at = places(sheet).get(part);
  if (at !== undefined) sheet.deleteColumn(at);
}

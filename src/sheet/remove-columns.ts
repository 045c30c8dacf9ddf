/** Takes an enrichment's columns off its sheet: those that are only ours, or all of them. */
import { wholeColumns } from '../enrichment/letters';
import { Problem } from '../enrichment/problem';
import type { Insertion } from './create-columns';
import { deleteColumn } from './delete-column';
import { isTheirs, LEDGER_PARTS, ownPlaces, places, releaseColumn, releaseColumns } from './layout';
import type { Sheet } from './spreadsheet';

/** keep: the answers stay as plain columns of the person's own · delete: they go too. */
export type Leave = 'keep' | 'delete';

/** Deletes Status and ledger, and the answers or only their marks; of a person's own column only ever the mark. Throws `protected`, with nothing changed. */
export function removeColumns(sheet: Sheet, id: string, leave: Leave): void {
  const parts = [...places(sheet).keys()].filter((place) => place.startsWith(`${id}/`));
  const ledger = new Set(LEDGER_PARTS.map((part) => `${id}/${part}`));
  const made = parts.filter((part) => !isTheirs(part.slice(id.length + 1)));
  const going = leave === 'delete' ? made : parts.filter((part) => ledger.has(part));
  for (const part of going) checkDeletable(sheet, part);
  for (const part of going) deletePart(sheet, part);
  releaseColumns(sheet, id, new Set());
  places(sheet).leaveHeadings();
}

/** Takes back columns that a Save has made and not come to save: all but the known ones. */
export function dropColumns(sheet: Sheet, id: string, known: ReadonlySet<string>): void {
  for (const part of ownPlaces(id, places(sheet)).keys()) {
    if (known.has(part)) continue;
    if (isTheirs(part)) releaseColumn(sheet, id, part);
    else deletePart(sheet, `${id}/${part}`);
  }
  places(sheet).leaveHeadings();
}

/** Takes back inserted columns that were not marked before a Save was cut short: they hold nothing, and stand where it put them. */
export function dropStrays(sheet: Sheet, { after, count, width }: Insertion): void {
  if (sheet.getMaxColumns() < width + count) return;
  const marked = new Set(places(sheet).values());
  const height = Math.max(1, sheet.getLastRow());
  for (let column = after + count; column > after; column--) {
    if (marked.has(column)) continue;
    const texts = sheet.getRange(1, column, height, 1).getDisplayValues();
    if (texts.every(([text]) => text === '')) deleteColumn(sheet, column);
  }
}

function checkDeletable(sheet: Sheet, part: string): void {
  if (!sheet.getRange(wholeColumns(places(sheet).get(part) ?? 1)).canEdit())
    throw new Problem('protected', `the columns of this enrichment on “${sheet.getName()}”`);
}

/** Its place is looked up right before, each time: people insert columns, and what is beside ours is theirs. */
function deletePart(sheet: Sheet, part: string): void {
  const at = places(sheet).get(part);
  if (at !== undefined) deleteColumn(sheet, at);
}

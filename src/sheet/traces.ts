/** What serves the machine alone on a sheet, whoever's it was: Status and hidden columns, and marks. It is found, and taken off; answers stay. */
import { columnLetters } from '../enrichment/letters';
import { copiedOn } from './copied';
import { columnsOfCopy } from './copied-columns';
import { LEDGER_PARTS, type Places, places, releaseAll } from './layout';
import { headingsOf } from './reading';
import type { Sheet } from './spreadsheet';

/** In this order: a copy without marks is known by its State as long as that stands. */
const PARTS = ['status', 'task', 'question', 'state'] as const;

/** Whether its columns that would go may all be deleted. */
export function mayTakeTraces(sheet: Sheet): boolean {
  return columnsIn(sheet).every((column) => {
    const letters = columnLetters(column);
    return sheet.getRange(`${letters}:${letters}`).canEdit();
  });
}

/** Takes them off. Where one is, is looked up right before it goes, each time; cut short, it can be done again. */
export function takeTraces(sheet: Sheet): void {
  for (let [column] = columnsIn(sheet); column !== undefined; [column] = columnsIn(sheet))
    sheet.deleteColumn(column);
  releaseAll(sheet);
}

/** The columns, from 1: those that are marked first, then those of copies whose marks did not come along. */
function columnsIn(sheet: Sheet): number[] {
  const placed = places(sheet);
  const marked = [...placed].filter(([place]) => isMachine(place)).map(([, column]) => column);
  return [...marked, ...unmarked(sheet, placed)];
}

function isMachine(place: string): boolean {
  return LEDGER_PARTS.some((part) => place.endsWith(`/${part}`));
}

function unmarked(sheet: Sheet, placed: Places): number[] {
  const top = { headings: headingsOf(sheet, placed), placed };
  // Whatever has a mark is dealt with.
  const isOwn = (): boolean => true;
  return copiedOn(sheet, top, isOwn).flatMap((copied) => {
    const found = columnsOfCopy(sheet, top, copied, isOwn);
    return PARTS.flatMap((part) => found.get(part) ?? []);
  });
}

/** What serves the machine alone on a sheet, whoever's it was: Status and hidden columns, and marks. It is found, and taken off; answers stay. */
import { wholeColumns } from '../enrichment/letters';
import { copiedOn } from './copied';
import { columnsOfCopy } from './copied-columns';
import { deleteColumn } from './delete-column';
import { isMachines, type Places, places, releaseAll } from './layout';
import { headingsOf } from './reading';
import type { Sheet } from './spreadsheet';

/** In this order: a copy without marks is known by its State as long as that stands. */
const PARTS = ['status', 'task', 'question', 'state'] as const;

/** Whether its columns that would go may all be deleted. */
export function mayTakeTraces(sheet: Sheet): boolean {
  const placed = places(sheet);
  return [...marked(placed), ...unmarked(sheet, placed)].every((column) =>
    sheet.getRange(wholeColumns(column)).canEdit(),
  );
}

/** Takes them off. Where one is, is looked up right before it goes, each time; cut short, it can be done again. */
export function takeTraces(sheet: Sheet): void {
  for (let column = firstOn(sheet); column !== undefined; column = firstOn(sheet))
    deleteColumn(sheet, column);
  releaseAll(sheet);
}

function firstOn(sheet: Sheet): number | undefined {
  const placed = places(sheet);
  return marked(placed)[0] ?? unmarked(sheet, placed)[0];
}

/** Columns, from 1, that are marked as the machine's. */
function marked(placed: Places): number[] {
  return [...placed].filter(([place]) => isMachines(place)).map(([, column]) => column);
}

/** Those of copies whose marks did not come along. */
function unmarked(sheet: Sheet, placed: Places): number[] {
  const top = { headings: headingsOf(sheet, placed), placed };
  // Whatever has a mark is dealt with.
  const isOwn = (): boolean => true;
  return copiedOn(sheet, top, isOwn).flatMap((copied) => {
    const found = columnsOfCopy(sheet, top, copied, isOwn);
    return PARTS.flatMap((part) => found.get(part) ?? []);
  });
}

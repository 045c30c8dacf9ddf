/** The task ids on a sheet, in the ledgers of all enrichments at once. */
import { headingRow, partIn, places } from './layout';
import { isFromBefore, parseState, type State } from './ledger';
import type { Stretch } from './reading';
import type { Sheet } from './spreadsheet';

/**
 * Every id that a ledger of the sheet names. A row that waits to be asked names the one from before, which its State knows;
 * another was written there by somebody who died before the State beside it.
 */
export function taskIdsOn(sheet: Sheet): string[] {
  const last = sheet.getLastRow();
  if (last < 2) return [];
  const placed = places(sheet);
  if (placed.size === 0) return [];
  const rows = [headingRow(placed) + 1, last] as const;
  return [...placed].flatMap(([place, column]) => {
    if (partIn(place) !== 'task') return [];
    const state = placed.get(place.replace(/task$/, 'state'));
    const states = state ? textsIn(sheet, state, rows) : [];
    const ids = textsIn(sheet, column, rows);
    return ids.filter((id, i) => id !== '' && isNamedBeside(parseState(states[i] ?? ''), id));
  });
}

function isNamedBeside(state: State | undefined, id: string): boolean {
  return state?.state !== 'reserved' || isFromBefore(state, id);
}

function textsIn(sheet: Sheet, column: number, [first, last]: Stretch): string[] {
  if (last < first) return [];
  return sheet
    .getRange(first, column, last - first + 1, 1)
    .getDisplayValues()
    .map(([text = '']) => text);
}

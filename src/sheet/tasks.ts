/** The task ids on a sheet, in the ledgers of all enrichments at once. */
import { places } from './layout';
import { isFromBefore, parseState, type State } from './ledger';
import type { Sheet } from './spreadsheet';

/**
 * Every id that a ledger of the sheet names. A row that waits to be asked names the one from before, which its State knows;
 * another was written there by somebody who died before the State beside it.
 */
export function taskIdsOn(sheet: Sheet): string[] {
  const height = sheet.getLastRow() - 1;
  if (height < 1) return [];
  const placed = places(sheet);
  return [...placed].flatMap(([part, column]) => {
    if (!part.endsWith('/task')) return [];
    const state = placed.get(part.replace(/task$/, 'state'));
    const states = state ? textsIn(sheet, state, height) : [];
    const ids = textsIn(sheet, column, height);
    return ids.filter((id, i) => id !== '' && isNamedBeside(parseState(states[i] ?? ''), id));
  });
}

function isNamedBeside(state: State | undefined, id: string): boolean {
  return state?.state !== 'reserved' || isFromBefore(state, id);
}

function textsIn(sheet: Sheet, column: number, height: number): string[] {
  return sheet
    .getRange(2, column, height, 1)
    .getDisplayValues()
    .map(([text = '']) => text);
}

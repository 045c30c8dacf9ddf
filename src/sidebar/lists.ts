/** The calls for lists: what the page says of one becomes a question, and its sheet can be gone to. */
import { moneyOf } from '../enrichment/money';
import { cutToName } from '../enrichment/names';
import { Problem } from '../enrichment/problem';
import { dropList, lookAtList, makeList, moreOfList } from '../run/press/list';
import { listsOf } from '../run/record/kept-lists';
import type { Services } from '../run/services';
import { enrichmentOf } from './draft';
import type { Calls, Draft, Start } from './protocol';
import { start } from './start';

/** A new list. Its question names it; it belongs to no sheet yet. */
export function made(
  services: Services,
  { draft, total }: Calls['makeList']['argument'],
): Calls['makeList']['result'] {
  return makeList(services, enrichmentOf(ofList(draft), 0), moneyOf(total));
}

function ofList({ fills: _, onlyIf: _if, steps: _steps, fieldSources: _sources, ...draft }: Draft): Draft {
  const name = cutToName(draft.template.replace(/\s+/g, ' ')) || 'List';
  return { ...draft, id: '', name, sources: false };
}

/** More of one. */
export function more(
  services: Services,
  { kept, total }: Calls['moreOfList']['argument'],
): Calls['moreOfList']['result'] {
  return moreOfList(services, kept, moneyOf(total));
}

/** How one is. */
export function lookedAt(
  services: Services,
  { kept }: Calls['lookAtList']['argument'],
): Calls['lookAtList']['result'] {
  return lookAtList(services, kept);
}

/** Goes to its sheet. Throws `list-closed`, or `list-sheet-gone`. */
export function opened(services: Services, { kept }: Calls['openList']['argument']): Start {
  const list = listsOf(services).of(kept);
  if (!list) throw new Problem('list-closed');
  const sheet = list.sheetId === undefined ? undefined : services.workbook.sheetById(list.sheetId);
  if (!sheet) throw new Problem('list-sheet-gone');
  services.workbook.show(sheet, 1);
  return start(services, { sheetId: sheet.getSheetId() });
}

/** Forgets it. */
export function dropped(services: Services, { kept }: Calls['dropList']['argument']): null {
  dropList(services, kept);
  return null;
}

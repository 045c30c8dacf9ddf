/** The function that cells of the scratch sheets call. */
import { readsOwn } from './answers';
import { Desk } from './question';
import { ECHO } from './questions/network';

/** What its texts begin with: nothing that Google shows in its place does. */
export const BEGINNING = 'parity ';

/** How long it is at work where somebody wants to see that. */
const SLOWLY_MS = 6_000;

/** Tells what it was given, what it may do, or nothing for some seconds. */
export function PARITY(wish: unknown, ...given: readonly unknown[]): string {
  if (wish === 'slowly') Utilities.sleep(SLOWLY_MS);
  return BEGINNING + JSON.stringify(wish === 'rights' ? rights() : given, withoutNames);
}

/** Errors have other names in other languages. */
const withoutNames = (_: string, value: unknown): unknown =>
  typeof value === 'string' && value.startsWith('#') ? '#…' : value;

function rights(): Desk['facts'] {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const desk = new Desk(spreadsheet, spreadsheet.getActiveSheet());
  desk.tries('the person’s own properties', () => {
    if (!readsOwn()) throw new Error('they are somebody else’s');
  });
  desk.tries('a property of the document', () =>
    PropertiesService.getDocumentProperties().setProperty('parity.formula', 'yes'),
  );
  desk.tries('a lock of the document', () => LockService.getDocumentLock().waitLock(1_000));
  desk.tries('the cache', () => CacheService.getScriptCache().put('p', 'x'));
  desk.tries('a request', () => UrlFetchApp.fetch(`${ECHO}/get`));
  desk.tries('writing a cell', () => {
    desk.sheet.getRange('Z9').setValue('x');
    SpreadsheetApp.flush();
  });
  return desk.facts;
}

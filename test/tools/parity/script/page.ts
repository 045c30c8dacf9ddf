/** What the page asks for: what it looks like to a browser, and two executions at the same time. */
import { keep } from './answers';
import { markIn } from './mark';
import { Desk } from './question';

const HELD_MS = 8_000;

/** A property that is there while the lock is held. */
const HELD = 'parity.held';

/** The page that drives the rest of the round. */
export function showPage(): void {
  const page = HtmlService.createHtmlOutputFromFile('Page').setTitle('Parity');
  SpreadsheetApp.getUi().showSidebar(page);
}

/** The page tells what came out of its template literals. */
export function heard(url: string, block: string): void {
  const facts = { '// in a template literal': url, '/* in a template literal': block };
  keep('template-comments', { facts, figures: {}, quotes: {} });
}

/** Holds the document's lock for a while, with a write that is not flushed. */
export function holdLock(): void {
  const lock = LockService.getDocumentLock();
  lock.waitLock(10_000);
  const store = PropertiesService.getDocumentProperties();
  store.setProperty(HELD, 'yes');
  markIn(SpreadsheetApp.getActiveSpreadsheet())?.getRange('F1').setValue('held');
  Utilities.sleep(HELD_MS);
  store.deleteProperty(HELD);
  SpreadsheetApp.flush();
  lock.releaseLock();
}

const NOT_AT_ONCE =
  'The two executions were not at work at the same time: press Parity → Ask everything once more.';

/** Meanwhile, in another execution. */
export function tryTheLock(): void {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const sheet = markIn(spreadsheet);
  if (!sheet) return;
  const desk = new Desk(spreadsheet, sheet);
  const lock = LockService.getDocumentLock();
  desk.facts['tryLock(0)'] = lock.tryLock(0);
  desk.tries('waitLock(100)', () => lock.waitLock(100));
  desk.facts['tryLock(0) of the person’s own lock'] = LockService.getUserLock().tryLock(0);
  desk.facts['a write without a flush is seen'] = sheet.getRange('F1').getValue() === 'held';
  const store = PropertiesService.getDocumentProperties();
  if (store.getProperty(HELD) !== null) keep('two-at-once', desk.answer());
  else keep('two-at-once', { facts: {}, figures: {}, quotes: {}, failed: NOT_AT_ONCE });
}

/** What takes a hand: Ctrl+Z after a script has written, between two buttons of the page. */
import { keep } from './answers';
import { markIn } from './mark';
import { Desk } from './question';
import { EDITED } from './questions/rules';

const WRITTEN = 'by a script';
const CELL = 'H1';

/** Writes what is to be taken back, and shows it. */
export function writeForUndo(): void {
  const sheet = markIn(SpreadsheetApp.getActiveSpreadsheet());
  PropertiesService.getDocumentProperties().deleteProperty(EDITED);
  sheet?.getRange(CELL).activate().setValue(WRITTEN);
  SpreadsheetApp.flush();
}

/** The person has pressed Ctrl+Z. */
export function undone(): void {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const sheet = markIn(spreadsheet);
  if (!sheet) return;
  const desk = new Desk(spreadsheet, sheet);
  const isThere = sheet.getRange(CELL).getValue() === WRITTEN;
  desk.facts['what a script wrote'] = isThere ? 'stays' : 'is taken back';
  const isTold = PropertiesService.getDocumentProperties().getProperty(EDITED) !== null;
  desk.facts.onEdit = isTold ? 'fired' : 'did not fire';
  keep('undo', desk.answer());
}

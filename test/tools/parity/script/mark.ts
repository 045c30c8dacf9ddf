/** A sheet that stays in the document: a copy of the file is recognised by it, and what a copy keeps is read from it. */
import { keep, kept } from './answers';
import { fresh } from './asking';
import { Desk } from './question';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** What the sheet is called. */
export const MARK = 'Parity mark';
const KEY = 'parity.mark';

/** The sheet, or nothing where no question was asked in this document or its original. */
export const markIn = (spreadsheet: Spreadsheet): Sheet | null => spreadsheet.getSheetByName(MARK);

/** Leaves the mark: whose it is, and metadata on column B. */
export function leaveMark(spreadsheet: Spreadsheet): void {
  const sheet = fresh(spreadsheet, MARK);
  sheet.getRange('A1:A2').setValues([[`'${spreadsheet.getId()}`], [`'${sheet.getSheetId()}`]]);
  sheet.getRange('B:B').addDeveloperMetadata(KEY, SpreadsheetApp.DeveloperMetadataVisibility.PROJECT);
}

/** Whether the document is a copy of one in which questions were asked. */
export function isCopy(spreadsheet: Spreadsheet): boolean {
  const owner = markIn(spreadsheet)?.getRange('A1').getValue();
  return owner !== undefined && owner !== spreadsheet.getId();
}

const ID = 'file-copy';

/** What came along into the copy. Asked once, before anything else is written here. */
export function askOfCopy(spreadsheet: Spreadsheet): void {
  const sheet = markIn(spreadsheet);
  if (!sheet || kept()[ID]) return;
  const desk = new Desk(spreadsheet, sheet);
  const found = spreadsheet.createDeveloperMetadataFinder().withKey(KEY).find().length;
  desk.facts.metadata = found > 0 ? 'copied' : 'none';
  desk.facts['document properties'] = PropertiesService.getDocumentProperties().getKeys().length;
  desk.facts.triggers = ScriptApp.getProjectTriggers().length;
  const id = sheet.getRange('A2').getValue();
  desk.facts['the sheet’s id'] = id === String(sheet.getSheetId()) ? 'the same' : 'another';
  keep(ID, desk.answer());
}

/** How long each kind of call takes, by the names that the local Google's prices have. */
import { type Desk, type Question, tenths } from '../question';
import { ECHO } from './network';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const ROWS = 20_000;

/** A text in each row, behind the apostrophe that the product writes it with. */
const TEXTS = (): string[][] => Array.from({ length: ROWS }, () => ["'a company"]);

/** Nothing but time: no promise to a person rests on it. */
const SLOWER =
  'Runs would take longer and use more of the daily trigger minutes; the bench was tried with three times these figures.';

/** The questions about time. */
export const COSTS: readonly Question[] = [
  cost(
    'ms-sheet',
    'How long do 100 reads, writes, flushes and changes of a sheet of 20,000 rows take?',
    ofSheet,
  ),
  cost(
    'metadata-cost',
    'How long does it take to mark a column with metadata, and to find the mark again?',
    marks,
  ),
  cost('ms-stores', 'How long do 100 reads and writes of properties and the cache take?', stores),
  cost('ms-others', 'How long do locks, triggers, requests and toasts take?', others),
];

function cost(id: string, asks: string, ask: (desk: Desk) => void): Question {
  return {
    id,
    asks,
    knobs: ['costs'],
    sureness: 'observed',
    means: SLOWER,
    adapts: 'the pace of a run follows its clock',
    ask,
  };
}

function filled(sheet: Sheet): Sheet {
  sheet.insertRowsAfter(sheet.getMaxRows(), ROWS - sheet.getMaxRows());
  sheet.getRange(1, 1, ROWS, 1).setValues(TEXTS());
  SpreadsheetApp.flush();
  return sheet;
}

function ofSheet(desk: Desk): void {
  const sheet = filled(desk.sheet);
  reading(desk, sheet);
  writing(desk, sheet);
}

function reading(desk: Desk, sheet: Sheet): void {
  const cell = sheet.getRange(7, 1);
  desk.times('handle', 100, () => cell.getRow());
  desk.times('lookup', 100, () => sheet.isRowHiddenByFilter(7));
  desk.times('read', 100, (i) => sheet.getRange(i + 1, 1).getValue());
  desk.times('readPerCell', 1, () => sheet.getRange(1, 1, ROWS, 1).getValues());
  perThousandCells(desk, 'readPerCell', 'read');
}

function writing(desk: Desk, sheet: Sheet): void {
  desk.times('write', 100, (i) => sheet.getRange(i + 1, 1).setValue(i));
  SpreadsheetApp.flush();
  desk.times('flush', 100, (i) => {
    sheet.getRange(i + 1, 1).setValue(-i);
    SpreadsheetApp.flush();
  });
  desk.figures.flush = tenths((desk.figures.flush ?? 0) - (desk.figures.write ?? 0));
  desk.times('change', 100, (i) => (i % 2 === 0 ? sheet.hideColumns(3) : sheet.showColumns(3)));
  const texts = TEXTS();
  desk.times('writePerCell', 1, () => {
    sheet.getRange(1, 1, ROWS, 1).setValues(texts);
    SpreadsheetApp.flush();
  });
  perThousandCells(desk, 'writePerCell', 'flush');
}

/** A call of many cells, less what the call itself takes, for a thousand of them. */
function perThousandCells({ figures }: Desk, name: string, call: string): void {
  const [whole = 0, alone = 0] = [figures[name], figures[call]];
  figures[name] = Math.round(((whole - alone) / ROWS) * 1_000);
}

function marks(desk: Desk): void {
  const { sheet } = desk;
  const column = sheet.getRange('C:C');
  desk.times('addDeveloperMetadata()', 20, (i) => column.addDeveloperMetadata(`parity.${i}`));
  const finder = sheet.createDeveloperMetadataFinder().withKey('parity.7');
  desk.times('find()', 50, () => finder.find());
  const [found] = finder.find();
  desk.times('getLocation().getColumn()', 50, () => found?.getLocation().getColumn());
}

function stores(desk: Desk): void {
  const store = PropertiesService.getScriptProperties();
  const cache = CacheService.getScriptCache();
  desk.times('propertyWrite', 100, (i) => store.setProperty('p', String(i)));
  desk.times('propertyRead', 100, () => store.getProperty('p'));
  desk.times('cacheWrite', 100, (i) => cache.put('p', String(i)));
  desk.times('cacheRead', 100, () => cache.get('p'));
  store.deleteAllProperties();
}

/** Fewer of these: a person's screen, triggers and a stranger's service are not ours to fill. */
function others(desk: Desk): void {
  const lock = LockService.getUserLock();
  desk.times('lock', 100, () => lock.tryLock(0));
  lock.releaseLock();
  desk.times('trigger', 20, () => ScriptApp.getProjectTriggers());
  desk.times('fetch', 5, () => UrlFetchApp.fetch(`${ECHO}/get`));
  desk.times('ui', 5, () => desk.spreadsheet.toast('Asking everything …'));
  desk.times('sleep', 5, () => Utilities.sleep(100));
  desk.figures.sleep = Math.round((desk.figures.sleep ?? 0) - 100);
}

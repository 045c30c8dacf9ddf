/** SpreadsheetApp.Spreadsheet: the document that the script is in. */
import { ServiceError } from '../errors';
import type { Execution } from '../execution';
import type { Sheet as SheetModel } from '../model/sheet';
import { change, handle, lookup, type Modelled, read, service, ui } from '../service';
import { sheets } from './handles';
import { addMetadata, metadataFinder, metadataOf } from './metadata';
import { SHEETS } from './scopes';
import { userService } from './session';
import { rangeList } from './sheet';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** The sheet that the script takes for the active one: the person's, or the first when nobody is there. */
export function activeSheet(run: Execution): SheetModel {
  const { spreadsheet } = run.state;
  return run.circumstances.by === 'clock'
    ? (spreadsheet.sheets[0] ?? spreadsheet.activeSheet)
    : spreadsheet.activeSheet;
}

/** The active range of the script: the last selected block. */
export function activeRange(run: Execution) {
  const sheet = activeSheet(run);
  const { activeSheet: shown, selection } = run.state.spreadsheet;
  const rect = sheet === shown ? selection.at(-1) : undefined;
  return run.make.range(sheet, rect ?? { row: 1, column: 1, rows: 1, columns: 1 });
}

/** A handle of the document. */
export function spreadsheetService(run: Execution): Spreadsheet {
  const self: Spreadsheet = service<Spreadsheet>(
    run,
    'SpreadsheetApp.Spreadsheet',
    [() => identity(run), () => itsSheets(run), () => metadata(run, () => self)],
    { scopes: SHEETS },
  );
  return self;
}

function identity(run: Execution): Modelled<Spreadsheet> {
  const { spreadsheet, screen } = run.state;
  return {
    getId: handle('', () => spreadsheet.id),
    getUrl: handle('', () => `https://docs.google.com/spreadsheets/d/${spreadsheet.id}/edit`),
    getOwner: lookup('', () => userService(run, run.state.knobs.owner)),
    getName: lookup('', () => spreadsheet.name),
    getSpreadsheetTimeZone: lookup('', () => spreadsheet.timeZone),
    getSpreadsheetLocale: lookup('', () => spreadsheet.locale),
    setSpreadsheetTimeZone: change('string', (timeZone: string) => {
      spreadsheet.timeZone = timeZone;
    }),
    setSpreadsheetLocale: change('string', (locale: string) => {
      spreadsheet.locale = locale;
    }),
    toast: ui(
      'string; string, string; string, string, number|null',
      (message: string, title?: string, seconds?: number | null) => {
        screen.toasts.push({ message, title, seconds: seconds ?? undefined });
      },
    ),
  };
}

function itsSheets(run: Execution): Modelled<Spreadsheet> {
  const { spreadsheet } = run.state;
  const orNull = (sheet: SheetModel | undefined) => (sheet ? run.make.sheet(sheet) : null);
  return {
    getSheets: lookup('', () => spreadsheet.sheets.map((sheet) => run.make.sheet(sheet))),
    getSheetByName: lookup('string', (name: string) =>
      orNull(spreadsheet.sheets.find((sheet) => sheet.name === name)),
    ),
    getSheetById: lookup('int', (id: number) => orNull(spreadsheet.sheets.find((sheet) => sheet.id === id))),
    getActiveSheet: lookup('', () => run.make.sheet(activeSheet(run))),
    getActiveRange: lookup('', () => activeRange(run)),
    getActiveRangeList: lookup('', () => rangeList(run, activeSheet(run))),
    setActiveSheet: change('SpreadsheetApp.Sheet', (sheet: Sheet) => {
      spreadsheet.select(sheets.get(sheet));
      return sheet;
    }),
    insertSheet: change('; int; string; string, int', (...args: unknown[]) =>
      run.make.sheet(insertSheet(run, args)),
    ),
    duplicateActiveSheet: change('', () => {
      const copy = spreadsheet.duplicateSheet(activeSheet(run));
      spreadsheet.select(copy);
      return run.make.sheet(copy);
    }),
    deleteSheet: change('SpreadsheetApp.Sheet', (sheet: Sheet) => spreadsheet.deleteSheet(sheets.get(sheet))),
  };
}

function metadata(run: Execution, self: () => Spreadsheet): Modelled<Spreadsheet> {
  const { spreadsheet } = run.state;
  return {
    addDeveloperMetadata: change(
      'string; string, string; string, enum; string, string, enum',
      (key: string, ...rest: unknown[]) => {
        addMetadata(run, spreadsheet.metadata, key, rest);
        return self();
      },
    ),
    getDeveloperMetadata: read('', () => metadataOf(run, spreadsheet.metadata)),
    createDeveloperMetadataFinder: handle('', () => metadataFinder(run, {})),
  };
}

/** The new sheet becomes the active one, after the old active one unless a place is given. */
function insertSheet(run: Execution, args: readonly unknown[]): SheetModel {
  const { spreadsheet } = run.state;
  const name = args.find((arg) => typeof arg === 'string');
  const place = args.find((arg) => typeof arg === 'number');
  if (name === '') throw new ServiceError('Invalid argument: name');
  const at = Number(place ?? spreadsheet.sheets.indexOf(spreadsheet.activeSheet) + 1);
  const sheet = spreadsheet.addSheet(typeof name === 'string' ? name : undefined, at);
  spreadsheet.select(sheet);
  return sheet;
}

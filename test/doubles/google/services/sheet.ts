/** SpreadsheetApp.Sheet. */
import { ServiceError } from '../errors';
import type { Execution } from '../execution';
import { fromA1 } from '../model/a1';
import { lastColumnOf, lastRowOf, type Rect, rectOf } from '../model/geometry';
import type { Sheet as SheetModel } from '../model/sheet';
import { change, handle, lookup, type Modelled, read, service, write } from '../service';
import { ranges, sheets } from './handles';
import { addMetadata, metadataFinder, metadataOf } from './metadata';
import { sheetRegions } from './sheet-regions';
import { sheetStructure } from './sheet-structure';
import { entryOf } from './values';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type RangeList = GoogleAppsScript.Spreadsheet.RangeList;

/** A Sheet handle. */
export function sheetService(run: Execution, sheet: SheetModel): Sheet {
  const self: Sheet = service<Sheet>(run, 'SpreadsheetApp.Sheet', [
    () => places(run, sheet),
    () => identity(run, sheet, () => self),
    () => sheetStructure(run, sheet, () => self),
    () => sheetRegions(run, sheet),
  ]);
  return sheets.set(self, sheet);
}

function identity(run: Execution, sheet: SheetModel, self: () => Sheet): Modelled<Sheet> {
  const { spreadsheet } = run.state;
  return {
    getSheetId: handle('', () => sheet.id),
    getParent: handle('', () => run.make.spreadsheet()),
    getName: lookup('', () => sheet.name),
    setName: change('string', (name: string) => {
      if (name !== sheet.name) spreadsheet.checkName(name);
      sheet.rename(name);
      return self();
    }),
    getIndex: lookup('', () => spreadsheet.sheets.indexOf(sheet) + 1),
    setTabColor: change('string|null', (color: string | null) => {
      sheet.tabColor = color;
      return self();
    }),
    activate: change('', () => {
      spreadsheet.select(sheet);
      return self();
    }),
    hideSheet: change('', () => {
      if (spreadsheet.sheets.every((one) => one === sheet || one.hidden)) {
        throw new ServiceError("You can't hide all the sheets in a document.");
      }
      sheet.hidden = true;
      return self();
    }),
    showSheet: change('', () => {
      sheet.hidden = false;
      return self();
    }),
    isSheetHidden: lookup('', () => sheet.hidden),
    addDeveloperMetadata: change(
      'string; string, string; string, enum; string, string, enum',
      (key: string, ...rest: unknown[]) => {
        addMetadata(run, sheet.metadata, key, rest);
        return self();
      },
    ),
    getDeveloperMetadata: read('', () => metadataOf(run, sheet.metadata)),
    createDeveloperMetadataFinder: handle('', () => metadataFinder(run, { sheet })),
  };
}

function places(run: Execution, sheet: SheetModel): Modelled<Sheet> {
  const { spreadsheet } = run.state;
  const active = () => (spreadsheet.activeSheet === sheet ? spreadsheet.selection : [rectOf(1, 1, 1, 1)]);
  return {
    getLastRow: read('', () => sheet.lastRow),
    getLastColumn: read('', () => sheet.lastColumn),
    getMaxRows: read('', () => sheet.maxRows),
    getMaxColumns: read('', () => sheet.maxColumns),
    getRange: handle('int, int; int, int, int; int, int, int, int; string', (...where: unknown[]) =>
      rangeAt(run, sheet, where),
    ),
    getDataRange: read('', () =>
      run.make.range(sheet, rectOf(1, 1, Math.max(1, sheet.lastRow), Math.max(1, sheet.lastColumn))),
    ),
    getActiveRange: lookup('', () => run.make.range(sheet, active().at(-1) ?? rectOf(1, 1, 1, 1))),
    // The doubles know selected blocks only: the cell that has the focus is the first of the last one.
    getCurrentCell: lookup('', () => {
      const { row, column } = active().at(-1) ?? rectOf(1, 1, 1, 1);
      return run.make.range(sheet, rectOf(row, column, row, column));
    }),
    getActiveRangeList: lookup('', () => rangeList(run, sheet)),
    getRangeList: handle('string[]', (names: string[]) =>
      rangeListOf(
        run,
        sheet,
        names.map((name) => blockAt(sheet, name)),
      ),
    ),
    setActiveRange: change('SpreadsheetApp.Range', (range) => {
      spreadsheet.select(sheet, ranges.get(range).rect);
      return range;
    }),
    appendRow: write('any[]', (values: unknown[]) => {
      const copy = [...values];
      run.buffer.add({ cells: copy.length, apply: () => appendRow(run, sheet, copy) });
      return sheetService(run, sheet);
    }),
  };
}

/** The selected blocks as a RangeList. */
export function rangeList(run: Execution, sheet: SheetModel): RangeList {
  const { activeSheet, selection } = run.state.spreadsheet;
  return rangeListOf(run, sheet, activeSheet === sheet ? selection : [rectOf(1, 1, 1, 1)]);
}

function rangeListOf(run: Execution, sheet: SheetModel, rects: readonly Rect[]): RangeList {
  const self: RangeList = service<RangeList>(run, 'SpreadsheetApp.RangeList', {
    getRanges: handle('', () => rects.map((rect) => run.make.range(sheet, rect))),
    activate: change('', () => {
      run.state.spreadsheet.select(sheet, ...rects);
      return self;
    }),
  });
  return self;
}

function blockAt(sheet: SheetModel, name: string): Rect {
  const { open: _, ...rect } = fromA1(name, { rows: sheet.maxRows, columns: sheet.maxColumns });
  return rect;
}

function rangeAt(run: Execution, sheet: SheetModel, where: readonly unknown[]) {
  const [first] = where;
  if (typeof first === 'string') {
    const { open, ...rect } = fromA1(first, { rows: sheet.maxRows, columns: sheet.maxColumns });
    return run.make.range(sheet, rect, open);
  }
  const [row = 1, column = 1, rows = 1, columns = 1] = where.map(Number);
  if (rows < 1) throw new ServiceError('The number of rows in the range must be at least 1.');
  if (columns < 1) throw new ServiceError('The number of columns in the range must be at least 1.');
  if (row < 1) throw new ServiceError('The starting row of the range is too small.');
  if (column < 1) throw new ServiceError('The starting column of the range is too small.');
  return run.make.range(sheet, { row, column, rows, columns });
}

function appendRow(run: Execution, sheet: SheetModel, values: readonly unknown[]): void {
  const row = sheet.lastRow + 1;
  if (row > sheet.maxRows) sheet.insertRows(row);
  if (values.length > sheet.maxColumns)
    sheet.insertColumns(sheet.maxColumns + 1, values.length - sheet.maxColumns);
  const rect = rectOf(row, 1, row, Math.max(1, values.length));
  sheet.assertEditable(run.user, rect);
  for (let column = 1; column <= Math.min(values.length, lastColumnOf(rect)); column++) {
    const format = sheet.peek(lastRowOf(rect), column)?.format ?? '';
    const entry = entryOf(values[column - 1], format, sheet.world.rules, run.state.spreadsheet.timeZone);
    sheet.enter(row, column, entry);
  }
}

/** SpreadsheetApp.Range: where it is, what it holds, what can be written into it. */
import type { Execution } from '../execution';
import { type A1Range, toA1 } from '../model/a1';
import type { Rect } from '../model/geometry';
import { contains, intersects, lastColumnOf, lastRowOf } from '../model/geometry';
import type { Sheet } from '../model/sheet';
import { change, handle, lookup, type Modelled, read, service } from '../service';
import { createFilter } from './filter';
import { type RangeData, ranges } from './handles';
import { addMetadata, metadataFinder, metadataOf, wholeLine } from './metadata';
import { protectionService } from './protection';
import { rangeReads } from './range-reads';
import { rangeContents, rangeLooks } from './range-writes';
import { groupRows } from './row-group';

type Range = GoogleAppsScript.Spreadsheet.Range;

const CLOSED: A1Range['open'] = { rows: false, columns: false };

/** A Range handle. Throws Google's text when the block is not on the grid. */
export function rangeService(run: Execution, sheet: Sheet, rect: Rect, open = CLOSED): Range {
  sheet.checkInside(rect);
  const data: RangeData = { run, sheet, rect, open };
  const self: Range = service<Range>(run, 'SpreadsheetApp.Range', [
    () => places(data),
    () => rangeReads(data),
    () => rangeContents(data, () => self),
    () => rangeLooks(data, () => self),
    () => belongings(data, () => self),
  ]);
  return ranges.set(self, data);
}

function places({ run, sheet, rect, open }: RangeData): Modelled<Range> {
  return {
    getRow: handle('', () => rect.row),
    getColumn: handle('', () => rect.column),
    getNumRows: handle('', () => rect.rows),
    getNumColumns: handle('', () => rect.columns),
    getLastRow: handle('', () => lastRowOf(rect)),
    getLastColumn: handle('', () => lastColumnOf(rect)),
    getA1Notation: handle('', () => toA1(rect, open)),
    getSheet: handle('', () => run.make.sheet(sheet)),
    offset: handle(
      'int, int; int, int, int; int, int, int, int',
      (rows: number, columns: number, numRows?: number, numColumns?: number) =>
        rangeService(run, sheet, {
          row: rect.row + rows,
          column: rect.column + columns,
          rows: numRows ?? rect.rows,
          columns: numColumns ?? rect.columns,
        }),
    ),
  };
}

function belongings(data: RangeData, self: () => Range): Modelled<Range> {
  const { run, sheet, rect } = data;
  const { spreadsheet } = run.state;
  return {
    activate: change('', () => {
      spreadsheet.select(sheet, rect);
      return self();
    }),
    sort: change('int', (column) => {
      sheet.assertEditable(run.user, rect);
      sheet.sortRange(rect.row, rect.column, lastRowOf(rect), lastColumnOf(rect), Number(column));
      return self();
    }),
    createFilter: change('', () => createFilter(run, sheet, rect)),
    canEdit: lookup('', () => sheet.canEdit(run.user, rect)),
    protect: change('', () => protectionService(run, sheet, sheet.protect(rect))),
    merge: change('', () => {
      sheet.assertEditable(run.user, rect);
      sheet.merge(rect.row, rect.column, lastRowOf(rect), lastColumnOf(rect));
      return self();
    }),
    shiftRowGroupDepth: change('int', (delta: number) => {
      groupRows(sheet, rect, delta);
      return self();
    }),
    getMergedRanges: read('', () =>
      sheet.merges.filter((merge) => intersects(merge, rect)).map((merge) => rangeService(run, sheet, merge)),
    ),
    isPartOfMerge: read('', () => sheet.merges.some((merge) => contains(merge, rect))),
    addDeveloperMetadata: change(
      'string; string, string; string, enum; string, string, enum',
      (key: string, ...rest: unknown[]) => {
        addMetadata(run, wholeLine(data).metadata, key, rest);
        return self();
      },
    ),
    getDeveloperMetadata: read('', () => metadataOf(run, wholeLine(data).metadata)),
    createDeveloperMetadataFinder: handle('', () => metadataFinder(run, { sheet, rect })),
  };
}

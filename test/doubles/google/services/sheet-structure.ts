/** The half of SpreadsheetApp.Sheet that changes rows and columns as such. */
import { NotModelledError } from '../errors';
import type { Execution } from '../execution';
import { rectOf } from '../model/geometry';
import type { Sheet as SheetModel } from '../model/sheet';
import { change, lookup, type Modelled } from '../service';
import { ranges } from './handles';
import { rowGroup } from './row-group';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Inserting, deleting, hiding, freezing, sorting: all at once, after the buffered writes. */
export function sheetStructure(run: Execution, sheet: SheetModel, self: () => Sheet): Modelled<Sheet> {
  return {
    ...inserts(run, sheet, self),
    ...deletes(run, sheet, self),
    ...views(run, sheet),
    ...order(run, sheet, self),
  };
}

function inserts(run: Execution, sheet: SheetModel, self: () => Sheet): Modelled<Sheet> {
  const columns = (at: number, n: number): Sheet => {
    sheet.assertEditable(run.user, rectOf(1, Math.max(1, at - 1), sheet.maxRows, Math.max(1, at - 1)));
    sheet.insertColumns(at, n);
    return self();
  };
  const rows = (at: number, n: number): Sheet => {
    sheet.insertRows(at, n);
    return self();
  };
  return {
    insertColumnAfter: change('int', (after: number) => columns(after + 1, 1)),
    insertColumnBefore: change('int', (before: number) => columns(before, 1)),
    insertColumnsAfter: change('int, int', (after: number, n: number) => columns(after + 1, n)),
    insertColumnsBefore: change('int, int', (before: number, n: number) => columns(before, n)),
    insertRowsAfter: change('int, int', (after: number, n: number) => rows(after + 1, n)),
    insertRowAfter: change('int', (after: number) => rows(after + 1, 1)),
    insertRowsBefore: change('int, int', (before: number, n: number) => rows(before, n)),
  };
}

function deletes(run: Execution, sheet: SheetModel, self: () => Sheet): Modelled<Sheet> {
  const columns = (at: number, n: number) => {
    sheet.assertEditable(run.user, { row: 1, column: at, rows: sheet.maxRows, columns: n });
    sheet.deleteColumns(at, n);
  };
  const rows = (at: number, n: number) => {
    sheet.assertEditable(run.user, { row: at, column: 1, rows: n, columns: sheet.maxColumns });
    sheet.deleteRows(at, n);
  };
  return {
    deleteColumn: change('int', (at: number) => {
      columns(at, 1);
      return self();
    }),
    deleteColumns: change('int, int', columns),
    deleteRow: change('int', (at: number) => {
      rows(at, 1);
      return self();
    }),
    deleteRows: change('int, int', rows),
  };
}

function views(run: Execution, sheet: SheetModel): Modelled<Sheet> {
  return {
    hideColumns: change('int; int, int', (column: number, n?: number) => sheet.hideColumns(column, n)),
    showColumns: change('int; int, int', (column: number, n?: number) => sheet.unhideColumns(column, n)),
    isColumnHiddenByUser: lookup('int', (column: number) => sheet.column(column).hidden),
    isRowHiddenByUser: lookup('int', (row: number) => sheet.row(row).hidden),
    getRowGroup: lookup('int, int', (row: number, depth: number) => rowGroup(run, sheet, row, depth)),
    isRowHiddenByFilter: lookup('int', (row: number) => sheet.row(row).filtered),
    setFrozenRows: change('int', (rows: number) => {
      sheet.frozenRows = rows;
    }),
    getFrozenRows: lookup('', () => sheet.frozenRows),
    getFrozenColumns: lookup('', () => sheet.frozenColumns),
  };
}

function order(run: Execution, sheet: SheetModel, self: () => Sheet): Modelled<Sheet> {
  return {
    setColumnWidth: change('int, int', (column: number, width: number) => {
      sheet.column(column).width = width;
      return self();
    }),
    getColumnWidth: lookup('int', (column: number) => sheet.column(column).width),
    moveColumns: change('SpreadsheetApp.Range, int', (columns, to: number) => {
      const { rect } = ranges.get(columns);
      if (rect.columns !== 1) throw new NotModelledError('moving several columns');
      sheet.moveColumn(rect.column, to);
    }),
    sort: change('int; int, boolean', (column: number, ascending?: boolean) => {
      sheet.assertEditable(run.user, rectOf(1, 1, sheet.maxRows, sheet.maxColumns));
      sheet.sortSheet(column, ascending);
      return self();
    }),
  };
}

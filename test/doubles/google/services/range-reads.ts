/** The reading half of SpreadsheetApp.Range. */
import { ServiceError } from '../errors';
import type { Cell } from '../model/cell';
import { displayOf } from '../model/display';
import { type Modelled, read } from '../service';
import { cellImage } from './cell-image';
import type { RangeData } from './handles';
import { richTextOf } from './rich-text';
import { validationService } from './validation';
import { readableValue } from './values';

type Range = GoogleAppsScript.Spreadsheet.Range;

/** Throws when a person deleted the sheet meanwhile (Google's wording is not known). */
export function checkSheetExists({ run, sheet }: RangeData): void {
  if (!run.state.spreadsheet.sheets.includes(sheet)) {
    throw new ServiceError(`Sheet ${sheet.id} not found`);
  }
}

/** The members that read cells. */
export function rangeReads(data: RangeData): Modelled<Range> {
  const { run } = data;
  const { language } = data.sheet.world;
  const locale = data.sheet.world.locale();
  const value = (cell: Cell | undefined) =>
    cell?.picture
      ? cellImage(run, cell.picture)
      : readableValue(cell, run.state.spreadsheet.timeZone, language);
  const display = (cell: Cell | undefined) => displayOf(cell, language, locale);
  const rule = (cell: Cell | undefined) =>
    cell?.validation ? validationService(run, cell.validation) : null;
  const format = (cell: Cell | undefined) => cell?.format || '0.###############';
  const rich = (cell: Cell | undefined) => richTextOf(run, cell);
  return {
    getValues: read('', () => block(data, value)),
    getValue: read('', () => first(data, value)),
    getDisplayValues: read('', () => block(data, display)),
    getDisplayValue: read('', () => first(data, display)),
    getFormulas: read('', () => block(data, (cell) => cell?.formula ?? '')),
    getFormula: read('', () => first(data, (cell) => cell?.formula ?? '')),
    getNotes: read('', () => block(data, (cell) => cell?.note ?? '')),
    getNote: read('', () => first(data, (cell) => cell?.note ?? '')),
    getNumberFormats: read('', () => block(data, format)),
    getNumberFormat: read('', () => first(data, format)),
    getBackgrounds: read('', () => block(data, (cell) => cell?.style.background ?? '#ffffff')),
    getDataValidations: read('', () => block(data, rule)),
    getDataValidation: read('', () => first(data, rule)),
    getRichTextValues: read('', () => block(data, rich)),
    getRichTextValue: read('', () => first(data, rich)),
  };
}

function block<T>(data: RangeData, pick: (cell: Cell | undefined) => T): T[][] {
  const { run, sheet, rect } = data;
  checkSheetExists(data);
  sheet.checkInside(rect);
  run.spendCells(rect.rows * rect.columns, 'readPerCell');
  return Array.from({ length: rect.rows }, (_, r) =>
    Array.from({ length: rect.columns }, (_, c) => pick(sheet.peek(rect.row + r, rect.column + c))),
  );
}

function first<T>(data: RangeData, pick: (cell: Cell | undefined) => T): T {
  checkSheetExists(data);
  return pick(data.sheet.peek(data.rect.row, data.rect.column));
}

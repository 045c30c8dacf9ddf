/** What a person does to columns, to the hidden ledger, to filters, and to whole sheets. */
import type { Spreadsheet } from '../../doubles/google/model/spreadsheet';
import type { Dice } from '../engine/dice';
import type { Shadow } from '../engine/shadow';
import type { Action } from './table';

/** Columns are renamed, moved, inserted and deleted. */
export const COLUMNS: Readonly<Record<string, Action>> = {
  'renames a column': (shadow, dice) => {
    const column = dice.pick(shadow.columnsOf('person', 'output', 'status'));
    const name = `renamed ${dice.salt()}`;
    shadow.type(1, column, name);
  },
  'moves a column': (shadow, dice) => {
    const from = dice.between(1, shadow.lastColumn);
    const to = dice.between(1, shadow.lastColumn + 1);
    shadow.act((sheet) => sheet.moveColumn(from, to));
  },
  'moves an output to the end': (shadow, dice) => {
    const from = dice.pick(shadow.columnsOf('output'));
    shadow.act((sheet) => sheet.moveColumn(from, shadow.lastColumn + 1));
  },
  'inserts a column': (shadow, dice) => {
    const before = dice.between(1, shadow.lastColumn);
    shadow.act((sheet) => sheet.insertColumns(before));
  },
  'deletes an output column': (shadow, dice) => {
    const outputs = shadow.columnsOf('output');
    if (outputs.length < 2) return false;
    const column = dice.pick(outputs);
    shadow.act((sheet) => sheet.deleteColumns(column));
    return true;
  },
};

/** The hidden cells are unhidden and broken. */
export const LEDGER: Readonly<Record<string, Action>> = {
  'breaks a cell of the ledger': (shadow, dice) => {
    const [row, column] = ledgerCell(shadow, dice);
    shadow.real.unhideColumns(column);
    const text = dice.chance(0.5) ? '' : `nonsense ${dice.salt()}`;
    shadow.actOnReal(() => shadow.real.type(row, column, text));
  },
  'empties the ledger of a row': (shadow, dice) => {
    const [row] = ledgerCell(shadow, dice);
    for (const column of shadow.columnsOf('ledger')) shadow.real.clear(row, column, row, column);
  },
  'copies a cell of the ledger': (shadow, dice) => {
    const [row, column] = ledgerCell(shadow, dice);
    const [from] = ledgerCell(shadow, dice);
    shadow.real.pasteBlock(row, column, shadow.real.copyBlock({ row: from, column, rows: 1, columns: 1 }));
  },
};

function ledgerCell(shadow: Shadow, dice: Dice): readonly [row: number, column: number] {
  return [dice.between(2, Math.max(2, shadow.lastRow)), dice.pick(shadow.columnsOf('ledger'))];
}

/** Filters. */
export const FILTERS: Readonly<Record<string, Action>> = {
  'adds or removes a filter': (shadow, dice) => {
    if (shadow.real.filter) return shadow.act((sheet) => sheet.removeFilter());
    const { lastRow, lastColumn } = shadow;
    const hidden = dice.between(2, Math.max(2, lastRow));
    shadow.act((sheet) => sheet.addFilter(1, 1, Math.max(2, lastRow), lastColumn));
    const shown = shadow.real.display(hidden, 1);
    shadow.real.filterRows(1, (text) => text !== shown);
  },
};

/** What happens to a whole sheet. */
export type SheetAction = (document: Spreadsheet, shadow: Shadow, dice: Dice) => unknown;

/** Sheets are renamed, duplicated and deleted. */
export const SHEETS: Readonly<Record<string, SheetAction>> = {
  'renames the sheet': (_, shadow, dice) => shadow.act((sheet) => sheet.rename(`Renamed ${dice.salt()}`)),
  'duplicates the sheet': (document, shadow) => {
    document.duplicateSheet(shadow.real);
  },
  'deletes the sheet': (document, shadow) => {
    if (document.sheets.length < 2) document.addSheet();
    document.deleteSheet(shadow.real);
  },
};

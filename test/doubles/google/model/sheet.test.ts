/** A person's hands on a sheet: what moves, what stays, and what follows. */
import { beforeEach, describe, expect, it } from 'vitest';
import { VirtualClock } from '../../clock';
import { GoogleHost } from '../host';
import type { Knobs } from '../knobs';
import { blankCell } from './cell';
import { isShown } from './filtering';
import { rectOf } from './geometry';
import type { Sheet } from './sheet';
import type { Spreadsheet } from './spreadsheet';

function document(knobs: Partial<Knobs> = {}): Spreadsheet {
  const transport = () => ({ status: 200, headers: {}, body: '' });
  return new GoogleHost({ clock: new VirtualClock(), transport, knobs }).spreadsheet;
}

const TABLE = [
  ['name', 'n', 'ledger'],
  ['cobalt', '3', 'c'],
  ['amber', '1', 'a'],
  ['basil', '2', 'b'],
];

let sheet: Sheet;
beforeEach(() => {
  sheet = document().activeSheet;
  sheet.fromRows(TABLE);
});

const column = (of: Sheet, number: number) => of.displayRows().map((line) => line[number - 1]);

describe('a fresh sheet', () => {
  it('is 1000 by 26 and has no last row', () => {
    const { activeSheet } = document();
    expect([activeSheet.maxRows, activeSheet.maxColumns, activeSheet.lastRow]).toEqual([1000, 26, 0]);
  });
});

describe('a table laid down', () => {
  it('is text, whatever it looks like', () => {
    expect(sheet.peek(2, 2)?.value).toBe('3');
  });

  it('grows the grid', () => {
    sheet.fromRows(Array.from({ length: 1200 }, (_, i) => [String(i)]));
    expect(sheet.maxRows).toBe(1200);
  });
});

describe('sorting', () => {
  it('moves only the cells inside the range, with their notes and formats', () => {
    Object.assign(sheet.cell(2, 1), { note: 'third', format: '@' });
    sheet.sortRange(2, 1, 4, 2, 1);
    expect(column(sheet, 1)).toEqual(['name', 'amber', 'basil', 'cobalt']);
    expect(column(sheet, 3)).toEqual(['ledger', 'c', 'a', 'b']);
    expect(sheet.peek(4, 1)).toMatchObject({ note: 'third', format: '@' });
  });

  it('puts numbers before text before booleans, and blanks last either way', () => {
    ['b', '', 'TRUE', '2', 'A'].forEach((text, i) => {
      sheet.type(10 + i, 5, text);
    });
    sheet.sortRange(10, 5, 14, 5, 5);
    expect(column(sheet, 5).slice(9)).toEqual(['2', 'A', 'b', 'TRUE']);
    sheet.sortRange(10, 5, 14, 5, 5, false);
    expect(column(sheet, 5).slice(9)).toEqual(['TRUE', 'b', 'A', '2']);
  });

  it('of the whole sheet takes the heading along unless it is frozen', () => {
    sheet.sortSheet(1);
    expect(column(sheet, 1)).toEqual(['amber', 'basil', 'cobalt', 'name']);
    sheet.frozenRows = 1;
    sheet.sortSheet(1, false);
    expect(column(sheet, 1)).toEqual(['amber', 'name', 'cobalt', 'basil']);
  });

  it('by the filter keeps to the range of the filter', () => {
    sheet.addFilter(1, 1, 4, 2);
    sheet.sortFilter(1);
    expect(column(sheet, 1)).toEqual(['name', 'amber', 'basil', 'cobalt']);
    expect(column(sheet, 3)).toEqual(['ledger', 'c', 'a', 'b']);
  });
});

describe('rows and columns', () => {
  it('move whole, hidden cells included', () => {
    sheet.hideColumns(3);
    sheet.moveRows(2, 1, 5);
    expect(column(sheet, 1)).toEqual(['name', 'amber', 'basil', 'cobalt']);
    expect(column(sheet, 3)).toEqual(['ledger', 'a', 'b', 'c']);
  });

  it('are copied over others with their hidden cells', () => {
    sheet.copyRows(2, 1, 5);
    expect(sheet.displayRows()[4]).toEqual(['cobalt', '3', 'c']);
  });

  it('carry their metadata through inserts and moves, and lose it when deleted', () => {
    const item = { id: 1, key: 'k', value: null, visibility: 'PROJECT' } as const;
    sheet.column(3).metadata.push(item);
    sheet.insertColumns(2, 2);
    expect(sheet.column(5).metadata).toEqual([item]);
    sheet.moveColumn(5, 1);
    expect(sheet.column(1).metadata).toEqual([item]);
    expect(column(sheet, 1)).toEqual(['ledger', 'c', 'a', 'b']);
    sheet.sortSheet(1);
    expect(sheet.column(1).metadata).toEqual([item]);
    sheet.deleteColumns(1);
    expect(sheet.columns.flatMap(({ metadata }) => metadata)).toEqual([]);
  });

  it('take filter, merge, protection and conditional format with them', () => {
    sheet.addFilter(1, 1, 4, 2);
    sheet.merge(6, 1, 6, 2);
    sheet.protect(rectOf(2, 3, 4, 3));
    const rule = {
      condition: { type: 'TEXT_EQ', values: ['x'] },
      background: null,
      fontColor: null,
      bold: null,
    };
    sheet.conditionalRules = [{ ...rule, ranges: [rectOf(1, 3, 4, 3)] }];
    sheet.insertRows(2, 2);
    sheet.insertColumns(1);
    expect(sheet.filter?.rect).toEqual(rectOf(1, 2, 6, 3));
    expect(sheet.merges).toEqual([rectOf(8, 2, 8, 3)]);
    expect(sheet.protections[0]?.rect).toEqual(rectOf(4, 4, 6, 4));
    sheet.deleteColumns(4);
    expect([sheet.conditionalRules, sheet.protections]).toEqual([[], []]);
  });

  it('are never all deleted, nor all that are not frozen', () => {
    sheet.deleteColumns(4, 23);
    sheet.frozenColumns = 2;
    expect(() => sheet.deleteColumns(1, 3)).toThrow("You can't delete all the columns on the sheet.");
    expect(() => sheet.deleteColumns(3)).toThrow('not possible to delete all non-frozen columns');
    sheet.deleteColumns(2);
    expect([sheet.frozenColumns, sheet.maxColumns]).toEqual([1, 2]);
    sheet.frozenRows = 1;
    expect(() => sheet.deleteRows(2, 999)).toThrow('not possible to delete all non-frozen rows');
  });

  it('throw Google’s text beyond the grid', () => {
    expect(() => sheet.deleteRows(1000, 2)).toThrow('Those rows are out of bounds.');
    expect(() => sheet.peek(1, 27)).toThrow('outside the dimensions of the sheet');
  });

  it('respect the limit of cells in a workbook', () => {
    const small = document({ limits: { workbookCells: 30_000 } });
    expect(() => small.activeSheet.insertRows(1001, 200)).toThrow('above the limit of 30000 cells');
  });

  it('inherit the looks of the column before, by knob', () => {
    sheet.cell(2, 3).format = '@';
    sheet.insertColumns(4);
    expect(sheet.peek(2, 4)?.format).toBe('@');
    const plain = document({ insertedColumnsInherit: false }).activeSheet;
    plain.cell(2, 3).format = '@';
    plain.insertColumns(4);
    expect(plain.peek(2, 4)).toBeUndefined();
  });
});

describe('a filter', () => {
  it('hides rows without moving them, until it is removed', () => {
    sheet.addFilter(1, 1, 4, 3);
    sheet.filterRows(1, (shown) => shown !== 'amber');
    expect([2, 3, 4].map((row) => sheet.row(row).filtered)).toEqual([false, true, false]);
    sheet.removeFilter();
    expect(sheet.row(3).filtered).toBe(false);
  });

  it('hides by what cells hold when it is set, and by all of its criteria', () => {
    sheet.addFilter(1, 1, 4, 3);
    const [first, second, third] = [2, 3, 4].map((row) => sheet.display(row, 1));
    sheet.setCriterion(1, { hiddenValues: [first ?? ''] });
    sheet.type(2, 1, 'something else');
    sheet.type(3, 1, first ?? '');
    expect([2, 3, 4].map((row) => sheet.row(row).filtered)).toEqual([true, false, false]);
    sheet.setCriterion(2, { condition: { type: 'CELL_NOT_EMPTY', values: [] } });
    expect([2, 3, 4].map((row) => sheet.row(row).filtered)).toEqual(
      [2, 3, 4].map((row) => row === 3 || sheet.display(row, 2) === ''),
    );
    expect([second, third]).not.toContain(first);
  });

  it('takes its criteria along with their columns', () => {
    sheet.addFilter(1, 1, 4, 3);
    sheet.setCriterion(2, { hiddenValues: ['x'] });
    sheet.insertColumns(1);
    expect([...(sheet.filter?.criteria.keys() ?? [])]).toEqual([3]);
    sheet.deleteColumns(3);
    expect(sheet.filter?.criteria.size).toBe(0);
  });

  it.each<[string, unknown[], (string | number)[], boolean[]]>([
    ['TEXT_CONTAINS', ['AM'], ['amber', 'jam', 'x', ''], [true, true, false, false]],
    ['TEXT_DOES_NOT_CONTAIN', ['am'], ['amber', 'x', ''], [false, true, true]],
    ['NUMBER_GREATER_THAN', [2], [3, 2, 'three'], [true, false, false]],
    ['NUMBER_NOT_BETWEEN', [1, 2], [3, 2, 'three'], [true, false, true]],
  ])('with %s of %j shows what meets it', (type, values, cells, shown) => {
    const kept = cells.map((value) =>
      isShown({ condition: { type, values } }, { ...blankCell(), value }, String(value)),
    );
    expect(kept).toEqual(shown);
  });
});

describe('merged cells', () => {
  it('keep only the top left content and swallow what is written to the others', () => {
    sheet.merge(2, 1, 2, 2);
    sheet.type(2, 2, 'gone');
    expect([sheet.display(2, 1), sheet.display(2, 2)]).toEqual(['cobalt', '']);
  });
});

describe('a protection', () => {
  it('keeps out everybody but the owner and its editors, unless it only warns', () => {
    const rect = rectOf(2, 3, 4, 3);
    const protection = sheet.protect(rect, { editors: ['ann@example.com'] });
    const who = ['owner@example.com', 'ann@example.com', 'bob@example.com'];
    expect(who.map((user) => sheet.canEdit(user, rect))).toEqual([true, true, false]);
    expect(sheet.canEdit('bob@example.com', rectOf(1, 1, 9, 2))).toBe(true);
    protection.warningOnly = true;
    expect(sheet.canEdit('bob@example.com', rect)).toBe(true);
  });
});

describe('a document', () => {
  /** A table with a note, a hidden column, and metadata on a row and a column. */
  function dressed(knobs: Partial<Knobs>): Spreadsheet {
    const book = document(knobs);
    const { activeSheet } = book;
    activeSheet.fromRows(TABLE);
    activeSheet.hideColumns(3);
    Object.assign(activeSheet.cell(1, 3), { note: 'what it is', format: '@' });
    for (const line of [activeSheet.row(1), activeSheet.column(3)])
      line.metadata.push({ id: 1, key: 'k', value: null, visibility: 'PROJECT' });
    return book;
  }

  function expectCopied(copy: Sheet, areMarksKept: boolean): void {
    expect(copy.displayRows()).toEqual(TABLE);
    expect(copy.peek(1, 3)).toMatchObject({ note: 'what it is', format: '@' });
    expect(copy.column(3).hidden).toBe(true);
    const count = areMarksKept ? 1 : 0;
    expect([copy.row(1).metadata.length, copy.column(3).metadata.length]).toEqual([count, count]);
  }

  it('duplicates a sheet with its cells, notes and what is hidden, and by knob with its metadata', () => {
    for (const duplicateCopiesMetadata of [true, false]) {
      const book = dressed({ duplicateCopiesMetadata });
      const copy = book.duplicateSheet(book.activeSheet);
      expectCopied(copy, duplicateCopiesMetadata);
      copy.type(1, 1, 'changed');
      expect(book.activeSheet.display(1, 1)).toBe('name');
    }
  });

  it('is copied as a file with its sheets and their ids under another id, and by knob with its metadata', () => {
    for (const fileCopyKeepsMetadata of [true, false]) {
      const original = dressed({});
      original.addSheet('Second');
      const copy = document({ fileCopyKeepsMetadata });
      copy.becomeCopyOf(original);
      expectCopied(copy.activeSheet, fileCopyKeepsMetadata);
      expect(copy.sheets.map(({ id, name }) => [id, name])).toEqual(
        original.sheets.map(({ id, name }) => [id, name]),
      );
      expect(copy.id).not.toBe(original.id);
      copy.activeSheet.type(1, 1, 'changed');
      expect(original.activeSheet.display(1, 1)).toBe('name');
    }
  });

  it('keeps sheet names unique and never loses its last sheet', () => {
    const book = document();
    expect(() => book.addSheet('Sheet1')).toThrow('already exists');
    expect(() => book.deleteSheet(book.activeSheet)).toThrow(
      "You can't remove all the sheets in a document.",
    );
  });
});

import { describe, expect, it } from 'vitest';
import { OWNER } from '../wire';
import { bareHost } from './bare-host';
import { addTable, layDown, work } from './hands';

/** A document with a small table on its first sheet. */
function document() {
  const { spreadsheet } = bareHost();
  layDown(spreadsheet.activeSheet, [
    ['Name', 'Hidden', 'City'],
    ['b', '1', 'Bern'],
    ['a', '2', 'Athens'],
  ]);
  return spreadsheet;
}

describe('sorting', () => {
  it('of the sheet takes every cell along, and leaves the headings', () => {
    const spreadsheet = document();
    work(spreadsheet, { kind: 'sort', sheet: 0, column: 1, ascending: true, cells: 'all' }, OWNER);
    expect(spreadsheet.activeSheet.displayRows()).toEqual([
      ['Name', 'Hidden', 'City'],
      ['a', '2', 'Athens'],
      ['b', '1', 'Bern'],
    ]);
  });

  it('of the visible cells stops at a hidden column', () => {
    const spreadsheet = document();
    spreadsheet.activeSheet.hideColumns(2);
    work(spreadsheet, { kind: 'sort', sheet: 0, column: 1, ascending: true, cells: 'visible' }, OWNER);
    expect(spreadsheet.activeSheet.displayRows().slice(1)).toEqual([
      ['a', '1', 'Bern'],
      ['b', '2', 'Athens'],
    ]);
  });
});

describe('typing', () => {
  it('beyond the edge makes the sheet larger', () => {
    const spreadsheet = document();
    work(spreadsheet, { kind: 'type', sheet: 0, cells: [{ row: 1_005, column: 30, text: 'x' }] }, OWNER);
    expect(spreadsheet.activeSheet.display(1_005, 30)).toBe('x');
  });

  it('into a protected cell is for those who may', () => {
    const spreadsheet = document();
    spreadsheet.activeSheet.protect({ row: 2, column: 1, rows: 1, columns: 1 }, { editors: [OWNER] });
    const typing = { kind: 'type', sheet: 0, cells: [{ row: 2, column: 1, text: 'x' }] } as const;
    expect(() => work(spreadsheet, typing, 'colleague@example.com')).toThrow('protected cell');
    work(spreadsheet, typing, OWNER);
    expect(spreadsheet.activeSheet.display(2, 1)).toBe('x');
  });
});

describe('a table of one’s own', () => {
  it('gets a name that is free', () => {
    const spreadsheet = document();
    expect(['T', 'T', 'T'].map((name) => addTable(spreadsheet, name, [['x']]).name)).toEqual([
      'T',
      'T (2)',
      'T (3)',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { OWNER } from '../wire';
import { bareHost } from './bare-host';
import { layDown, work } from './hands';
import { addTab, deleteTab, duplicateTab, renameTab } from './tab-hands';
import { Undoing } from './undo';

/** A small table, and a person who does things to it. */
function play() {
  const { spreadsheet } = bareHost();
  const sheet = spreadsheet.activeSheet;
  layDown(sheet, [
    ['Name', 'City'],
    ['b', 'Bern'],
    ['c', 'Cairo'],
    ['a', 'Athens'],
  ]);
  const undoing = new Undoing();
  const doIt = (action: Parameters<typeof work>[1]): void =>
    undoing.did(OWNER, work(spreadsheet, action, OWNER));
  const type = (row: number, column: number, text: string): void =>
    doIt({ kind: 'type', sheet: 0, cells: [{ row, column, text }] });
  const undo = () => undoing.undo(OWNER);
  return {
    spreadsheet,
    sheet,
    doIt,
    type,
    undo,
    undoing,
    names: () => sheet.displayRows().map(([name]) => name),
  };
}

describe('Ctrl+Z', () => {
  it('takes back what was typed, step by step, and shows where', () => {
    const { sheet, type, undo } = play();
    type(2, 1, 'x');
    type(2, 1, '');
    type(6, 3, 'new');
    expect(undo()).toEqual({ sheet: 0, block: { row: 6, column: 3, rows: 1, columns: 1 } });
    undo();
    expect(sheet.display(2, 1)).toBe('x');
    undo();
    expect([sheet.display(2, 1), sheet.display(6, 3)]).toEqual(['b', '']);
    expect(undo()).toBeUndefined();
  });

  it('takes back a paste as one step, and leaves what a script has put there since', () => {
    const { sheet, doIt, undo } = play();
    const cells = [2, 3].map((row) => ({ row, column: 2, text: 'pasted' }));
    doIt({ kind: 'type', sheet: 0, cells });
    sheet.type(3, 2, 'from the web');
    undo();
    expect([sheet.display(2, 2), sheet.display(3, 2)]).toEqual(['Bern', 'from the web']);
  });

  it('finds a cell again whose row has moved', () => {
    const { sheet, type, undo } = play();
    type(2, 1, 'x');
    sheet.insertRows(2, 3);
    undo();
    expect(sheet.display(5, 1)).toBe('b');
  });

  it('says so where everything has changed since, and is not stuck there', () => {
    const { sheet, type, undo } = play();
    type(3, 1, 'y');
    type(2, 1, 'x');
    sheet.type(2, 1, 'somebody else’s');
    expect(undo).toThrow('These cells have changed since');
    undo();
    expect([sheet.display(2, 1), sheet.display(3, 1)]).toEqual(['somebody else’s', 'c']);
  });

  it('takes inserted rows away, but not what was filled in meanwhile', () => {
    const { sheet, doIt, undo, names } = play();
    doIt({ kind: 'insert', sheet: 0, axis: 'rows', at: 2, count: 2 });
    undo();
    expect(names()).toEqual(['Name', 'b', 'c', 'a']);
    doIt({ kind: 'insert', sheet: 0, axis: 'columns', at: 1, count: 1 });
    sheet.type(2, 1, 'mine');
    expect(undo).toThrow('These columns hold something by now, so they stay.');
  });

  it('brings deleted rows and columns back where they were, with formats and what scripts know them by', () => {
    const { sheet, doIt, undo, names } = play();
    sheet.column(2).metadata.push({ id: 7, key: 'k', value: 'v', visibility: 'PROJECT' });
    const rule = {
      condition: { type: 'TEXT_EQ', values: ['x'] },
      background: 'red',
      fontColor: null,
      bold: null,
    };
    sheet.conditionalRules = [{ ...rule, ranges: [{ row: 1, column: 2, rows: 9, columns: 1 }] }];
    const before = [sheet.displayRows(), sheet.conditionalRules];
    doIt({ kind: 'delete', sheet: 0, axis: 'columns', at: 2, count: 1 });
    expect(sheet.conditionalRules).toEqual([]);
    undo();
    expect([sheet.displayRows(), sheet.conditionalRules]).toEqual(before);
    expect(sheet.column(2).metadata).toHaveLength(1);
    doIt({ kind: 'delete', sheet: 0, axis: 'rows', at: 3, count: 2 });
    sheet.insertRows(2, 1);
    undo();
    expect(names()).toEqual(['Name', '', 'b', 'c', 'a']);
  });

  it.each(['all', 'visible'] as const)('unsorts rows, each with what it was answered since: %s', (cells) => {
    const { sheet, doIt, undo } = play();
    doIt({ kind: 'sort', sheet: 0, column: 1, ascending: true, cells });
    expect(sheet.display(2, 2)).toBe('Athens');
    sheet.type(2, 2, 'Athens, Greece');
    undo();
    expect(sheet.displayRows().slice(1)).toEqual([
      ['b', 'Bern'],
      ['c', 'Cairo'],
      ['a', 'Athens, Greece'],
    ]);
  });

  it('does not unsort rows between which others were inserted', () => {
    const { sheet, doIt, undo } = play();
    doIt({ kind: 'sort', sheet: 0, column: 1, ascending: true, cells: 'all' });
    sheet.insertRows(3, 1);
    expect(undo).toThrow('have been moved since');
  });

  it('gives a column its width back', () => {
    const { sheet, doIt, undo } = play();
    const { width } = sheet.column(1);
    doIt({ kind: 'width', sheet: 0, column: 1, width: 300 });
    expect(sheet.column(1).width).toBe(300);
    undo();
    expect(sheet.column(1).width).toBe(width);
  });

  it('is each person’s own', () => {
    const { sheet, type, undoing } = play();
    type(2, 1, 'x');
    expect(undoing.undo('colleague@example.com')).toBeUndefined();
    expect(sheet.display(2, 1)).toBe('x');
  });
});

describe('a tab', () => {
  const names = ({ spreadsheet }: ReturnType<typeof play>) => spreadsheet.sheets.map(({ name }) => name);

  it('is added, renamed and deleted, and each of it is taken back', () => {
    const stage = play();
    const { spreadsheet, undoing, undo } = stage;
    const { sheet, step } = addTab(spreadsheet);
    undoing.did(OWNER, step);
    undoing.did(OWNER, renameTab(spreadsheet, sheet, ' Prices '));
    undoing.did(OWNER, deleteTab(spreadsheet, stage.sheet));
    expect(names(stage)).toEqual(['Prices']);
    undo();
    expect(names(stage)).toEqual(['Sheet1', 'Prices']);
    undo();
    expect(names(stage)).toEqual(['Sheet1', 'Sheet2']);
    undo();
    expect(names(stage)).toEqual(['Sheet1']);
  });

  it('is duplicated beside itself, hidden columns, notes and marks included, and the copy goes where nobody has changed it', () => {
    const stage = play();
    const { spreadsheet, sheet: original, undoing, undo } = stage;
    original.hideColumns(2);
    original.cell(1, 2).note = 'what it is about';
    undoing.did(OWNER, addTab(spreadsheet).step);
    const { sheet, step } = duplicateTab(spreadsheet, original);
    expect(names(stage)).toEqual(['Sheet1', 'Copy of Sheet1', 'Sheet2']);
    expect([sheet.column(2).hidden, sheet.peek(1, 2)?.note]).toEqual([true, 'what it is about']);
    undoing.did(OWNER, step);
    expect(undo()).toMatchObject({ sheet: original.id });
    expect(names(stage)).toEqual(['Sheet1', 'Sheet2']);

    const changed = duplicateTab(spreadsheet, original);
    changed.sheet.type(2, 1, 'x');
    undoing.did(OWNER, changed.step);
    expect(undo).toThrow('stays');
  });

  it('keeps its name where the wanted one is taken or none, and the last one stays', () => {
    const { spreadsheet, sheet } = play();
    const other = addTab(spreadsheet).sheet;
    expect(() => renameTab(spreadsheet, other, 'Sheet1')).toThrow('already exists');
    expect(() => renameTab(spreadsheet, other, ' ')).toThrow('A sheet needs a name.');
    deleteTab(spreadsheet, other);
    expect(() => deleteTab(spreadsheet, sheet)).toThrow("can't remove all the sheets");
  });
});

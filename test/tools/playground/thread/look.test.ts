import { describe, expect, it } from 'vitest';
import { bareHost } from './bare-host';
import { rowOf } from './look';

/** An empty sheet. */
function sheet() {
  const host = bareHost({ knobs: { language: 'en' } });
  return host.spreadsheet.activeSheet;
}

describe('a cell as it is shown', () => {
  it('is its bare text wherever that is all', () => {
    const it_ = sheet();
    it_.type(1, 2, 'hello');
    expect(rowOf(it_, 1)).toEqual(['', 'hello']);
  });

  it('stands on the right when it holds a number, and has its formula to edit', () => {
    const it_ = sheet();
    it_.type(1, 1, '42');
    it_.type(1, 2, '=A1');
    expect(rowOf(it_, 1)).toEqual([
      { text: '42', right: true },
      { text: '#NAME?', formula: '=A1' },
    ]);
  });

  it('has the looks of the first rule that holds', () => {
    const it_ = sheet();
    const range = { row: 1, column: 1, rows: 5, columns: 1 };
    const rule = (text: string, background: string) => ({
      condition: { type: 'TEXT_STARTS_WITH', values: [text] },
      background,
      fontColor: null,
      bold: null,
      ranges: [range],
    });
    it_.conditionalRules = [rule('Failed', 'red'), rule('Fail', 'blue')];
    it_.type(1, 1, 'failed: no result');
    it_.type(2, 1, 'Done');
    expect(rowOf(it_, 1)).toEqual([{ text: 'failed: no result', background: 'red' }]);
    expect(rowOf(it_, 2)).toEqual(['Done']);
  });

  it('leads to the web only, whatever a link says', () => {
    const it_ = sheet();
    it_.type(1, 1, 'ab');
    const link = (url: string) => ({ start: 0, end: 1, url });
    it_.cell(1, 1).links = [
      link('javascript:alert(1)'),
      link('https://linkup.so'),
      link('https://linkup.so'),
    ];
    expect(rowOf(it_, 1)).toEqual([{ text: 'ab', links: ['https://linkup.so'] }]);
  });
});

/** Rows of totals are told from rows that a formula happens to stand in. */
import { describe, expect, it } from 'vitest';
import { totalsAmong } from '../../../../src/run/rows/totals';
import type { Value } from '../../../../src/sheet/cells';

/** A table from row 2 on, drawn as text: a cell that begins with "=" has that formula, and holds a number; so does one of digits. */
function totals(...lines: readonly string[]): number[] {
  const cells = lines.map((line) => line.split('|').map((cell) => cell.trim()));
  const rows = cells.map((row, i) => ({
    at: i + 2,
    values: row.map((cell): Value => (/^(=|\d+$)/.test(cell) ? 7 : cell)),
  }));
  const formulas = cells.map((row) => row.map((cell) => (cell.startsWith('=') ? cell : '')));
  return [...totalsAmong({ placed: new Map() }, rows, formulas)].reverse();
}

describe('a row of totals', () => {
  it('sums up the greater part of its numbers', () => {
    expect(totals('Chad|1|2', 'Mali|3|4', 'All countries|=SUM(B2:B3)|=AVERAGE(C2:C3)')).toEqual([4]);
  });

  it.each([
    ...['Total', 'TOTAL:', 'Grand total', 'Totals 2026', 'Sum', 'Summe', 'Gesamtsumme', 'Total général'],
    ...['Suma', 'Totale', 'Итого', 'Toplam', '合計', 'الإجمالي', 'Average', 'Durchschnitt', 'Moyenne'],
  ])('says so in its first cell, and sums up something: %s', (label) => {
    expect(totals('Chad|1|2|3', 'Mali|3|4|5', `${label}|=SUM($B$2:$B3)|7|9`)).toEqual([4]);
  });

  it('may be followed by others', () => {
    const more = ['Sum|=SUBTOTAL(109;B2:B3)', 'Mean|=ROUND(AVERAGE(B2:B3);1)', 'Most|=MAX(B2:B3)'];
    expect(totals('Chad|1', 'Mali|3', ...more)).toEqual([4, 5, 6]);
  });
});

describe('a row whose sum was pasted as a plain number', () => {
  const among = (...rows: readonly (readonly Value[])[]): number[] => [
    ...totalsAmong(
      { placed: new Map() },
      rows.map((values, i) => ({ at: i + 2, values })),
      [],
    ),
  ];

  it('is one of totals where its first cell says so too', () => {
    expect(among(['Chad', 1.1, ''], ['Mali', 2.2, ''], ['Summe', 3.3, ''])).toEqual([4]);
    expect(among(['Chad', '10'], ['Mali', '22'], ['Total', '32'])).toEqual([4]);
  });

  it('is none where it is called otherwise, where the number is another one, or there is one to sum up', () => {
    expect(among(['Chad', 1], ['Mali', 2], ['Fiji', 3])).toEqual([]);
    expect(among(['Shell', 1], ['BP', 2], ['Total', 4])).toEqual([]);
    expect(among(['Shell', 1], ['Total', 1])).toEqual([]);
  });
});

describe('a row that holds a label and nothing else', () => {
  const among = (...rows: readonly (readonly [at: number, ...values: readonly string[]])[]): number[] => [
    ...totalsAmong(
      { placed: new Map() },
      rows.map(([at, ...values]) => ({ at, values })),
      [],
    ),
  ];

  it.each([
    'Grand total',
    'Subtotal',
    'Total:',
    'Totals',
    'Gesamtsumme',
    'Total général',
    'Insgesamt 2026',
  ])('is one of totals where nothing else is called so: %s', (label) => {
    expect(among([2, 'Chad', ''], [3, 'Mali', ''], [4, label, ''])).toEqual([4]);
  });

  it('is one where an empty row sets it apart', () => {
    expect(among([2, 'Chad', ''], [3, 'Mali', ''], [5, 'Total', ''])).toEqual([5]);
  });

  it('is none where a company may be called so, where it holds more, or where nothing is above it', () => {
    expect(among([2, 'Shell', ''], [3, 'BP', ''], [4, 'Total', ''])).toEqual([]);
    expect(among([2, 'Shell', ''], [3, 'BP', ''], [5, 'Total Energies', ''])).toEqual([]);
    expect(among([2, 'Anna', ''], [3, 'Ben', ''], [5, 'Max', ''])).toEqual([]);
    expect(among([2, 'Shell', ''], [3, 'Chad', ''], [5, 'Total', 'Paris'])).toEqual([]);
    expect(among([2, 'Subtotal', ''])).toEqual([]);
    expect(among([2, 'Chad', ''], [5, 'Fiji', ''])).toEqual([]);
  });
});

describe('a row like any other', () => {
  it.each([
    ['a company of that name', ['Shell|1', 'Total|2']],
    ['one whose formulas go along the row', ['Shell|1|2|=SUM(B2:C2)', 'Total|1|2|=SUM(B3:C3)']],
    ['one that is looked up elsewhere', ['Shell|1', "Total|=SUM('My sheet'!B2:B9)", 'BP|=SUM(Other!B2:B9)']],
    ['a running total in each row', ['Chad|1|=SUM(B$2:B2)', 'Mali|2|=SUM(B$2:B3)', 'Fiji|2|=SUM(B$2:B4)']],
    ['one that sums up rows below it', ['All|=SUM(B3:B4)', 'Chad|1', 'Mali|2']],
    ['one number of many', ['Chad|1|1|1', 'Mali|=MAX(B2:B2)|2|3', 'Fiji|=MAX(B2:B3)|2|3']],
    ['one in the middle', ['Chad|1', 'Total|=SUM(B1:B2)', 'Mali|2']],
    ['one that begins like the word', ['Chad|1|2|3', 'Totally Ltd|=MAX(B1:B2)|2|3']],
    ['the only row', ['Total|=SUM(D1:D1)|2']],
  ])('is %s', (_, lines) => {
    expect(totals(...lines)).toEqual([]);
  });
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { BadInput } from './bad-input';
import { parseCsv, readCsv, tableOf, writeCsv } from './csv';

const folder = mkdtempSync(join(tmpdir(), 'csv-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Writes a file for a test and gives its path. */
function file(content: string | Uint8Array): string {
  const path = join(folder, 'table.csv');
  writeFileSync(path, content);
  return path;
}

describe('a CSV text', () => {
  it.each([
    [
      'a byte order mark',
      '\uFEFFa,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'CRLF',
      'a,b\r\n1,2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'line ends of both kinds',
      'a,b\r\n1,2\n3,4',
      [
        ['a', 'b'],
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    [
      'quoted line breaks',
      'a,b\n"1\r\n1","say ""2"""\n',
      [
        ['a', 'b'],
        ['1\r\n1', 'say "2"'],
      ],
    ],
    [
      'semicolons',
      'a;b\n1,5;2\n',
      [
        ['a', 'b'],
        ['1,5', '2'],
      ],
    ],
    [
      'tabs',
      'a\tb\n1\t2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a quoted heading full of other delimiters',
      '"a;b;c",d\n1,2\n',
      [
        ['a;b;c', 'd'],
        ['1', '2'],
      ],
    ],
    [
      'a line break in a quoted heading',
      '"a\n;b",c\n1,2\n',
      [
        ['a\n;b', 'c'],
        ['1', '2'],
      ],
    ],
    ['empty lines', 'a\n\n1\n\n', [['a'], ['1']]],
    [
      'texts like formulas and numbers',
      'a,b\n=1+1,007\n',
      [
        ['a', 'b'],
        ['=1+1', '007'],
      ],
    ],
  ])('may have %s', (_, text, table) => {
    expect(parseCsv(text)).toEqual(table);
  });

  it('is padded where rows are short, and where they are long', () => {
    expect(parseCsv('a,b\n1\n1,2,3\n')).toEqual([
      ['a', 'b', ''],
      ['1', '', ''],
      ['1', '2', '3'],
    ]);
  });
});

describe('a CSV file', () => {
  it('gives its first rows', () => {
    expect(readCsv(file('a\n1\n2\n3\n'), 2)).toEqual([['a'], ['1'], ['2']]);
  });

  it.each([
    ['nothing', '', 'has no column names in row 1'],
    ['blank headings', ',\n1,2\n', 'has no column names in row 1'],
    ['headings only', 'a,b\n', 'has no rows below its column names'],
    ['an open quote', 'a,b\n"1,2\n', 'cannot be read: Quote Not Closed'],
    ['a cell too long for Sheets', `a\n1\n${'x'.repeat(50_001)}\n`, 'more than 50000 characters in row 3'],
    [
      'too many rows',
      `a\n${'1\n'.repeat(10_001)}`,
      'has 10,001 rows, and 10,000 are the most; take the first ones with --rows',
    ],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47), 'table.csv is a picture (PNG), not a CSV file'],
  ])('is refused with %s', (_, content, sentence) => {
    expect(() => readCsv(file(content))).toThrow(sentence);
  });

  it('gives its first rows however many there are, and however long a later one is', () => {
    expect(readCsv(file(`a\n1\n${','.repeat(20_000)}\n${'2\n'.repeat(125_000)}`), 1)).toEqual([['a'], ['1']]);
  });

  it('is refused when it is not there, or a folder', () => {
    expect(() => readCsv(join(folder, 'none.csv'))).toThrow(
      'cannot be read: ENOENT: no such file or directory',
    );
    expect(() => readCsv(folder)).toThrow('cannot be read: EISDIR');
  });

  it('is read again as it was written, hostile texts and all', () => {
    const table = [
      ['a', 'b;c'],
      ['=1+1', 'two\nlines'],
      ['"quoted", yes', '  spaces '],
    ];
    const path = join(folder, 'deep', 'out.csv');
    writeCsv(path, table);
    expect(parseCsv(readFileSync(path, 'utf8'))).toEqual(table);
  });
});

describe('a table that is too large', () => {
  it.each([
    ['rows', `a\n${'1\n'.repeat(125_000)}`, 'This file has 125,000 rows, and 10,000 are the most.'],
    [
      'columns, of one row among many short ones',
      `a\n${'1\n'.repeat(9_989)}${','.repeat(20_000)}\n`,
      'This file has 20,001 columns in row 9991, and 200 are the most.',
    ],
    [
      'cells',
      `${'a,'.repeat(99)}a\n${'1\n'.repeat(2_500)}`,
      'This file has 250,100 cells (2,501 rows of 100), and 250,000 are the most.',
    ],
  ])('is refused with the limit before any row is made longer: too many %s', (_, text, sentence) => {
    expect(() => tableOf(text)).toThrow(new BadInput(sentence));
  });
});

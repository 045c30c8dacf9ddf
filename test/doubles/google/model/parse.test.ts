/** What typed text becomes, and how it looks afterwards. */
import { describe, expect, it } from 'vitest';
import { blankCell, type CellValue } from './cell';
import { checkFormat, displayOf } from './display';
import { type Entry, type ParseRules, parseTyped } from './parse';

const RULES: ParseRules = {
  plainTextKeepsEquals: true,
  plainTextDropsApostrophe: true,
  plainTextKeepsNumbers: true,
  year: () => 2026,
};

const parse = (text: string, format = '', rules = RULES): Entry => parseTyped(text, format, rules);

function shown(text: string): string {
  const entry = parse(text);
  if (entry.kind !== 'value') return entry.kind;
  return displayOf({ ...blankCell(), value: entry.value, format: entry.format ?? '' });
}

const day = (iso: string): Date => new Date(`${iso}Z`);

describe('typed text', () => {
  it.each([
    ['=1+1', '=1+1'],
    ['=HYPERLINK("x")', '=HYPERLINK("x")'],
    ['+A1', '=+A1'],
    ['-A1', '=-A1'],
    ['+1 555 0100', '=+1 555 0100'],
    ['- a list item', '=- a list item'],
  ])('parses %s as a formula', (text, formula) => {
    expect(parse(text)).toEqual({ kind: 'formula', formula });
  });

  it.each<[string, CellValue]>([
    ['12', 12],
    ['-3.5', -3.5],
    ['+7', 7],
    ['.5', 0.5],
    ['1e5', 100_000],
    ['007', 7],
    [' 42 ', 42],
    ['1,234,567', 1_234_567],
    ['50%', 0.5],
    ['-12.5%', -0.125],
    ['$1,200', 1200],
    ['-$5', -5],
    ['(12)', -12],
    ['TRUE', true],
    ['false', false],
    ['2026-10-02', day('2026-10-02T00:00')],
    ['10/2/2026', day('2026-10-02T00:00')],
    ['10/2/26', day('2026-10-02T00:00')],
    ['1/2', day('2026-01-02T00:00')],
    ['Oct 2, 2026', day('2026-10-02T00:00')],
    ['2 October 2026', day('2026-10-02T00:00')],
    ['Sept 2026', day('2026-09-01T00:00')],
    ['2026-10-02 14:30', day('2026-10-02T14:30')],
    ['2:30 PM', day('1899-12-30T14:30')],
  ])('parses %s as a number, boolean or date', (text, value) => {
    expect(parse(text)).toMatchObject({ kind: 'value', value });
  });

  it.each([
    'Linkup',
    '＝1+1',
    '=',
    '-',
    '1,23',
    '1.2.3',
    '12a',
    '1e999',
    '2026-13-01',
    '2/30/2026',
    '25:00',
    'TRUE story',
    '2026-10-02T10:00:00Z',
    'Mayor 5',
  ])('keeps %s as text', (text) => {
    expect(parse(text)).toEqual({ kind: 'value', value: text });
  });

  it.each([
    ["'=1+1", '=1+1'],
    ["'007", '007'],
    ["''quoted", "'quoted"],
  ])('takes one leading apostrophe off %s and keeps the rest as text', (text, value) => {
    expect(parse(text)).toEqual({ kind: 'value', value });
  });

  it('is blank when there is nothing, or only an apostrophe', () => {
    expect([parse(''), parse("'")]).toEqual([{ kind: 'blank' }, { kind: 'blank' }]);
  });
});

describe('typed text in a plain text cell', () => {
  it.each(['007', '2026-10-02', 'TRUE', '+1 555', '=1+1'])('keeps %s as text', (text) => {
    expect(parse(text, '@')).toEqual({ kind: 'value', value: text });
  });

  it('makes =… a formula by knob', () => {
    expect(parse('=1', '@', { ...RULES, plainTextKeepsEquals: false }).kind).toBe('formula');
  });

  it('keeps the apostrophe by knob', () => {
    expect(parse("'x", '@', { ...RULES, plainTextDropsApostrophe: false })).toMatchObject({ value: "'x" });
  });
});

describe('what a cell shows', () => {
  it.each([
    ['1,234', '1,234'],
    ['0.1', '0.1'],
    ['50%', '50%'],
    ['$1,200.5', '$1,200.50'],
    ['-$1,200', '-$1,200'],
    ['1e5', '1.00E+05'],
    ['true', 'TRUE'],
    ['2026-10-02', '2026-10-02'],
    ['10/2/2026', '10/2/2026'],
    ['Oct 2, 2026', 'Oct 2, 2026'],
    ['2:05', '2:05:00'],
  ])('after typing %s is %s', (text, display) => {
    expect(shown(text)).toBe(display);
  });

  it.each<[CellValue, string, string]>([
    [1 / 3, '', '0.3333333333'],
    [1234567890123, '', '1234567890123'],
    [1234.5, '0', '1235'],
    [1234.5, '0.00', '1234.50'],
    [-1234567.5, '#,##0', '-1,234,568'],
    [0.256, '0%', '26%'],
    [46_297, 'yyyy-mm-dd', '2026-10-02'],
    [day('2026-10-02T00:00'), '', '10/2/2026'],
    [day('2026-10-02T14:05'), '', '10/2/2026 14:05:00'],
    [day('2026-10-02T14:05'), 'h:mm am/pm', '2:05 PM'],
  ])('for %s as %s is %s', (value, format, display) => {
    expect(displayOf({ ...blankCell(), value, format })).toBe(display);
  });

  it('is #NAME? for a formula that nobody gave a value', () => {
    expect(displayOf({ ...blankCell(), formula: '=A1' })).toBe('#NAME?');
  });

  it('refuses number formats it does not know, by name', () => {
    expect(() => checkFormat('[red]0')).toThrow('not modelled: the number format "[red]0"');
  });
});

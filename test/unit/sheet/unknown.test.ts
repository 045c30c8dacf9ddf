/** Cells that say nothing at present: told from what a person typed, in any language, with the blanks that a formula leaves. */
import { describe, expect, it } from 'vitest';
import type { Value } from '../../../src/sheet/cells';
import { stateOf } from '../../../src/sheet/formula-words';
import { NOTHING_UNKNOWN, unknownsIn } from '../../../src/sheet/unknown';

/** A block drawn as text: a cell that begins with "=" has a formula, and holds what follows. */
function drawn(...lines: readonly string[]): string[] {
  const cells = lines.map((line) => line.split('|').map((cell) => cell.trim()));
  const values = cells.map((row): Value[] => row.map((cell) => cell.replace(/^=/, '')));
  const formulas = cells.map((row) => row.map((cell) => (cell.startsWith('=') ? cell : '')));
  const unknowns = unknownsIn(values, () => formulas, new Set());
  return values.map((row, r) => row.map((_, c) => (unknowns(r + 1, c) ?? '.').charAt(0)).join(''));
}

describe('what a formula shows', () => {
  it.each([
    ...['#N/A', '#REF!', '#VALUE!', '#NAME?', '#DIV/0!', '#NUM!', '#NULL!', '#ERROR!', '#SPILL!', '#CALC!'],
    ...['#BUSY!', '#FIELD!', '#BLOCKED!', '#CONNECT!', '#UNKNOWN!'],
    ...[
      '#BEZUG!',
      '#NV',
      '#WERT!',
      '#ZAHL!',
      '#VALEUR!',
      '#NOM?',
      '#NOMBRE!',
      '#N/D',
      '#Н/Д',
      '#ИМЯ?',
      '#IMIĘ?',
    ],
    ...['#¡REF!', '#¿NOMBRE?', '#¡DIV/0!', '#RIF!', '#NÚM!', '#გადატანა!', '#خطأ!', '#YOK', '#SAKNAS'],
  ])('is an error: %s', (text) => {
    expect(stateOf(text, 'computed')).toBe('error');
  });

  it.each([
    'Loading...',
    'Loading…',
    'Wird geladen...',
    'Chargement...',
    'Cargando...',
    '読み込んでいます...',
    '\u200fجارٍ التحميل...\u200f',
    '载入中⋯',
  ])('is loading: %s', (text) => {
    expect(stateOf(text, 'computed')).toBe('loading');
  });

  it.each(['#1', '#AI', '#N/A Records', 'Acme Inc.', '#team!'])('is a text like any other: %s', (text) => {
    expect(stateOf(text, 'computed')).toBeUndefined();
  });
});

describe('what a person typed', () => {
  it.each([
    'Loading...',
    'Wird geladen…',
    'and so on…',
    '#NV',
    '#YOK',
    '#1',
    '#TEAM!',
  ])('is theirs: %s', (text) => {
    expect(stateOf(text, 'typed')).toBeUndefined();
  });

  it.each([
    ...['#N/A', '#N/D', '#N/D!', '#Н/Д', '#REF!', '#SPILL!', '#BUSY!', '#CONNECT!'],
    ...['#BEZUG!', '#VALEUR!', '#¡REF!', '#¿NOMBRE?', '#RIF!', '#ССЫЛКА!', '#DEĞER!'],
  ])('is no question where nobody would type it of their own: %s', (text) => {
    expect(stateOf(text, 'typed')).toBe('error');
  });
});

describe('a formula without a value', () => {
  it('leaves blanks below it, up to the first cell that holds something', () => {
    expect(drawn('h', '=#REF!', '', '', 'a', '')).toEqual(['.', 'e', 'e', 'e', '.', '.']);
  });

  it('leaves blanks to its right too, as an array of several columns does', () => {
    expect(drawn('=Loading...||x', '||', '|y|', '||')).toEqual(['ll.', 'll.', 'l..', 'l..']);
  });

  it('leaves none below a formula of its own', () => {
    expect(drawn('=#N/A|a', '=b|', '|')).toEqual(['e.', '..', '..']);
  });

  it('in the heading leaves the heading and all below it unknown', () => {
    expect(drawn('=#REF!|', '|', '|')).toEqual(['ee', 'ee', 'ee']);
  });

  it('makes an error of what it filled below, in any language', () => {
    expect(drawn('=a', '#NV', 'b')).toEqual(['.', 'e', '.']);
  });

  it('makes states of Google’s own words that it may have filled to its right, in any language', () => {
    expect(drawn('=a|Wird geladen…|#NV', 'b|Chargement...|x')).toEqual(['.le', '.l.']);
  });

  it('leaves a person their own words beside it, and Google’s to its left', () => {
    expect(drawn('Loading...|=a|and so on…|#TEAM!')).toEqual(['....']);
  });

  it('is found above the rows that were read', () => {
    const above = () => [
      ['', ''],
      ['=IMPORTRANGE("x")', ''],
    ];
    const unknowns = unknownsIn(
      [
        ['Wird geladen…', 'Lädt…'],
        ['a', ''],
      ],
      () => [
        ['', ''],
        ['', ''],
      ],
      new Set(),
      5,
      above,
    );
    expect([unknowns(5, 0), unknowns(5, 1)]).toEqual(['loading', undefined]);
  });

  it('is not looked for above where the rows themselves tell', () => {
    const above = () => {
      throw new Error('read');
    };
    const unknowns = unknownsIn([['Loading...', '#REF!', '#1']], () => [['=a', '', '']], new Set(), 5, above);
    expect([unknowns(5, 0), unknowns(5, 1), unknowns(5, 2)]).toEqual(['loading', 'error', undefined]);
  });
});

describe('a table without any', () => {
  it('is known without reading its formulas', () => {
    const formulas = () => {
      throw new Error('read');
    };
    expect(
      unknownsIn(
        [
          ['a', ''],
          [1, ''],
        ],
        formulas,
        new Set(),
      ),
    ).toBe(NOTHING_UNKNOWN);
    expect(unknownsIn([['a', '# A page …']], formulas, new Set([1]))).toBe(NOTHING_UNKNOWN);
  });
});

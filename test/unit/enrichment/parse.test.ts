/** The small parsers: they let the right values through as they are and name what is wrong. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cut,
  id,
  integer,
  isRecord,
  list,
  maybe,
  moment,
  number,
  object,
  oneOf,
  parseJson,
  record,
  short,
  text,
  yesNo,
} from '../../../src/enrichment/parse';
import { problemOf } from '../../world/definitions';

describe('a parser', () => {
  it('gives every JSON value to exactly one of text, number, yes/no, object and list, or to none for null', () => {
    const parsers = [text, number, yesNo, object, list((item) => item)];
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const takers = parsers.filter((parse) => {
          try {
            return parse(value, '') === value || Array.isArray(value);
          } catch {
            return false;
          }
        });
        expect(takers).toHaveLength(value === null ? 0 : 1);
      }),
    );
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, '1'])('of numbers refuses %s', (value) => {
    expect(problemOf(() => number(value, 'price')).subject).toBe('price should be a number');
  });

  it.each([-1, 0.5, 11, 1e308, Number.NaN])('of whole numbers from 0 to 10 refuses %s', (value) => {
    expect(problemOf(() => integer(0, 10)(value, 'n')).code).toBe('malformed');
    expect([0, 10].map((n) => integer(0, 10)(n, 'n'))).toEqual([0, 10]);
  });

  it.each([0, Date.UTC(1999, 0, 1), Date.UTC(9999, 0, 1), 8.64e15])('of moments refuses %s', (value) => {
    expect(problemOf(() => moment(value, 'at')).code).toBe('malformed');
  });

  it('of short texts refuses long ones, and one of texts for people cuts them', () => {
    expect(short(3)('abc', 'name')).toBe('abc');
    expect(problemOf(() => short(3)('abcd', 'name')).code).toBe('malformed');
    expect(cut(3)('abcd', 'name')).toBe('abc');
  });

  it.each([
    '',
    'A',
    'a b',
    '..',
    '__proto__',
    'constructor',
    'toString',
    'x'.repeat(41),
  ])('of ids refuses %j', (value) => {
    expect(problemOf(() => id(value, 'id')).code).toBe('malformed');
    expect(id('a1b2c3d4e5', 'id')).toBe('a1b2c3d4e5');
  });

  it('of words takes only the words', () => {
    const size = oneOf('S', 'M');
    expect(size('M', 'size')).toBe('M');
    expect(problemOf(() => size('m', 'size')).subject).toBe('size should be one of S, M');
    expect(problemOf(() => size('toString', 'size')).code).toBe('malformed');
  });

  it('of lists names the item that is wrong', () => {
    expect(problemOf(() => list(list(text))([['a'], ['b', 1]], 'rows')).subject).toBe(
      'rows[1][1] should be a text',
    );
  });

  it('of optional values takes null for missing and nothing else', () => {
    expect([maybe(text)(null, ''), maybe(text)(undefined, ''), maybe(text)('', '')]).toEqual([
      undefined,
      undefined,
      '',
    ]);
    expect(problemOf(() => maybe(text)(0, 'note')).code).toBe('malformed');
  });

  it('calls a value without a path “value”', () => {
    expect(problemOf(() => text(1, '')).subject).toBe('value should be a text');
  });
});

describe('a record', () => {
  const person = record<{ name: string; age?: number }>({ name: text, age: maybe(number) });

  it('drops unknown members and undefined ones', () => {
    const read = person({ name: 'Ada', age: null, secret: 1 }, '');
    expect(Object.entries(read)).toEqual([['name', 'Ada']]);
  });

  it('names the path of a member', () => {
    expect(problemOf(() => person({ name: 1 }, 'people[3]')).subject).toBe('people[3].name should be a text');
    expect(problemOf(() => person({}, '')).subject).toBe('name should be a text');
  });
});

describe('JSON', () => {
  it('is read, or undefined where it is none', () => {
    expect(parseJson('{"a":[1]}')).toEqual({ a: [1] });
    expect([parseJson(''), parseJson('<html>'), parseJson('{"a":')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('has plain objects, and lists and null are none', () => {
    expect([{}, [], null, 'a'].map(isRecord)).toEqual([true, false, false, false]);
  });
});

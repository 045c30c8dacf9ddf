/** The small parsers: they let the right values through as they are and name what is wrong. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isRecord,
  list,
  maybe,
  number,
  object,
  oneOf,
  parseJson,
  record,
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

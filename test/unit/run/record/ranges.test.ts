/** Ranges of ordinals behave as the sets they stand for, and nothing out of bounds is read. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  holds,
  ordinalsIn,
  ranges,
  rangesOf,
  rangesText,
  sizeOf,
  union,
  without,
} from '../../../../src/run/record/ranges';

const sets = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 40 });

function sorted(ordinals: Iterable<number>): number[] {
  return [...ordinals].sort((a, b) => a - b);
}

describe('ranges of ordinals', () => {
  it('hold what was put in, and come back from their text', () => {
    fc.assert(
      fc.property(sets, (set) => {
        const made = rangesOf(set);
        expect(ordinalsIn(made)).toEqual(sorted(set));
        expect(sizeOf(made)).toBe(set.length);
        expect(ranges(rangesText(made), '')).toEqual(made);
        for (let ordinal = 0; ordinal <= 61; ordinal++)
          expect(holds(made, ordinal)).toBe(set.includes(ordinal));
      }),
    );
  });

  it('are joined and parted as sets are', () => {
    fc.assert(
      fc.property(sets, sets, (a, b) => {
        expect(ordinalsIn(union(rangesOf(a), rangesOf(b)))).toEqual(sorted(new Set([...a, ...b])));
        expect(ordinalsIn(without(rangesOf(a), rangesOf(b)))).toEqual(
          sorted(a).filter((n) => !b.includes(n)),
        );
      }),
    );
  });

  it('of a long run are one short text', () => {
    expect(rangesText(rangesOf(Array.from({ length: 20_000 }, (_, i) => i + 1)))).toBe('1-20000');
  });

  it.each([
    '0',
    '5-3',
    '3,2',
    '1-2,2',
    '-1',
    '1e9',
    '99999999',
    '1,,2',
    'x',
    `${'9'.repeat(400)}`,
  ])('are not read from %j', (text) => {
    expect(() => ranges(text, 'sent')).toThrow('malformed');
  });

  it('are not read from a number', () => {
    expect(() => ranges(7, 'sent')).toThrow('malformed');
  });
});

/** Columns are named as Sheets names them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnLetters } from '../../../src/enrichment/letters';
import { columnNumber } from '../../doubles/google/model/a1';

describe('column letters', () => {
  it.each([
    [1, 'A'],
    [26, 'Z'],
    [27, 'AA'],
    [52, 'AZ'],
    [53, 'BA'],
    [702, 'ZZ'],
    [703, 'AAA'],
    [18_278, 'ZZZ'],
  ])('of column %i are %s', (column, letters) => {
    expect(columnLetters(column)).toBe(letters);
  });

  it('lead back to their column, as the local Google reads them', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 20_000 }), (n) => columnNumber(columnLetters(n)) === n));
  });
});

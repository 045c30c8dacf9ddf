/** Amounts in words: exact to the thousandth of a dollar, and nouns that agree with their numbers. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { count, usd } from '../../../src/enrichment/amounts';

describe('money', () => {
  it.each([
    [0, '$0.00'],
    [0.006, '$0.006'],
    [0.05, '$0.05'],
    [1.5, '$1.50'],
    [0.055, '$0.055'],
    [150, '$150.00'],
    [0.1 + 0.2, '$0.30'],
    [18.4321, '$18.43'],
    [0.0015, '$0.002'],
  ])('%s reads %s', (amount, text) => {
    expect(usd(amount)).toBe(text);
  });

  it('in thousandths of a dollar is shown exactly', () => {
    fc.assert(
      fc.property(fc.nat(50_000_000), (mills) => Number(usd(mills / 1000).slice(1)) === mills / 1000),
    );
  });
});

describe('counting', () => {
  it.each([
    [0, '0 rows'],
    [1, '1 row'],
    [2, '2 rows'],
    [12_345, '12,345 rows'],
  ])('%i', (n, text) => {
    expect(count(n, 'row')).toBe(text);
  });
});

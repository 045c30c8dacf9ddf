import { describe, expect, it } from 'vitest';
import { usd } from './words';

describe('an amount of money', () => {
  it.each([
    [25, '$25.00'],
    [0.006, '$0.006'],
    [-5.5, '-$5.50'],
    [-0.000001, '-$0.000001'],
    [-0.0000001, '$0.00'],
    [0, '$0.00'],
  ])('of %d is %s: the sign stands before the dollar', (amount, words) => {
    expect(usd(amount)).toBe(words);
  });
});

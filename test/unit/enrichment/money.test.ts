/** Money: whole numbers inside, and USD again at the edges without the dust of binary fractions. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inUsd, moneyOf } from '../../../src/enrichment/money';

describe('money', () => {
  it('of up to a million prices has no dust of binary fractions', () => {
    const price = fc.constantFrom(1, 2, 5, 6, 50, 55, 250, 2500);
    fc.assert(
      fc.property(price, fc.integer({ min: 0, max: 1_000_000 }), (mills, rows) => {
        expect(inUsd(moneyOf(mills / 1000) * rows)).toBe((mills * rows) / 1000);
      }),
    );
  });

  it('comes back as it was read, down to a thousandth of a cent', () => {
    fc.assert(fc.property(fc.integer({ min: -1e12, max: 1e12 }), (money) => moneyOf(inUsd(money)) === money));
  });
});

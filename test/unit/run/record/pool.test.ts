/** Several runs under one cap: what each has asked counts for all of them, also once it has ended. */
import { describe, expect, it } from 'vitest';
import { asOver, isDrawnOnBeside, poolOf } from '../../../../src/run/record/pool';

const one = { id: 'a', pool: { id: 'a', after: [] } };
const other = { id: 'b', pool: { id: 'a', after: [{ enrichment: 'e', run: 'a' }] } };
const stranger = { id: 'c' };

describe('a pool', () => {
  it('is all that draw on one cap, and itself alone where there is none', () => {
    expect(poolOf(other, [one, other, stranger])).toEqual([other, one]);
    expect(poolOf(stranger, [one, other, stranger])).toEqual([stranger]);
  });

  it('is drawn on as long as one of the others goes on', () => {
    expect(isDrawnOnBeside(one, [one, other])).toBe(true);
    expect(isDrawnOnBeside(one, [one, asOver(other)])).toBe(false);
    expect(isDrawnOnBeside(stranger, [one, stranger])).toBe(false);
  });
});

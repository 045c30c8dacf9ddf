/** What an offer says beside its price: nothing where nothing is at stake. */
import { describe, expect, it } from 'vitest';
import { againLine, replacedLine } from '../../../src/enrichment/offer-lines';

describe('an offer', () => {
  it('says how many rows would lose what they hold', () => {
    expect(replacedLine(0)).toBe('');
    expect(replacedLine(1)).toContain('1 row');
    expect(replacedLine(2)).toContain('Undo empties these cells');
  });

  it('says how many rows may be billed a second time', () => {
    expect(againLine(0)).toBe('');
    expect(againLine(1)).toMatch(/^1 of these rows was perhaps asked before/);
    expect(againLine(1_200)).toMatch(/^1,200 of these rows were .* may be billed a second time\.$/);
  });
});

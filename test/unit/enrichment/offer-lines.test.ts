/** What an offer says beside its price: nothing where nothing is at stake. */
import { describe, expect, it } from 'vitest';
import { againLine, judgedLine, replacedLine, stakesOf } from '../../../src/enrichment/offer-lines';

describe('an offer', () => {
  it('says how many rows would lose what they hold', () => {
    expect(replacedLine(0, 'replaced')).toBe('');
    expect(replacedLine(1, 'replaced')).toContain('1 row');
    expect(replacedLine(2, 'replaced')).toContain('Undo empties these cells');
    expect(replacedLine(2, 'replaced')).toContain('typed values too');
    expect(replacedLine(2, 'kept')).toContain('but for what was typed by hand');
  });

  it('says that a hidden row may be asked where a filter was judged', () => {
    expect(judgedLine(false)).toBe('');
    expect(judgedLine(true)).toMatch(/A hidden row .* may be asked\.$/);
    expect(
      stakesOf({ again: 0, replaced: 0, typed: 'none', judged: true, byHand: 0, gone: ['City'] }),
    ).toEqual([judgedLine(true), expect.stringContaining('“City” was deleted')]);
  });

  it('says how many rows may be billed a second time', () => {
    expect(againLine(0)).toBe('');
    expect(againLine(1)).toMatch(/^1 of these rows was perhaps asked before/);
    expect(againLine(1_200)).toMatch(/^1,200 of these rows were .* may be billed a second time\.$/);
  });
});

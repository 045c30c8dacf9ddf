/** Texts of Linkup's: short, on one line, and without anybody's key. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clearedText, withoutKey } from '../../../src/linkup/texts';

const key = fc.stringMatching(/^[a-z\d]{8}-[a-z\d]{4}-[a-z\d]{12}$/);

describe('a cleared text', () => {
  it('never holds the key or a bearer token, wherever they stand', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(600), fc.string(), key, key, (before, more, after, own, other) => {
        const text = `${before}${'x'.repeat(more)} ${own} "Authorization":"Bearer ${other}" ${after}`;
        const cleared = clearedText(text, own);
        expect(cleared.includes(own) || cleared.includes(other)).toBe(false);
        expect(cleared.length).toBeLessThanOrEqual(500);
        // Not even half a key.
        expect(cleared).not.toContain(own.slice(0, 12));
      }),
    );
  });

  it('says otherwise what it said', () => {
    expect(clearedText(' depth is\n wrong ', 'lk-123456')).toBe('depth is wrong');
  });

  it('is cut at 500 characters, between characters', () => {
    const cut = clearedText('😀'.repeat(400), '');
    expect([cut.length <= 500, cut.endsWith('…'), /[\ud800-\udfff]/u.test(cut)]).toEqual([true, true, false]);
  });
});

it('a key that is no secret is left alone', () => {
  expect(withoutKey('a text', 'a')).toBe('a text');
});

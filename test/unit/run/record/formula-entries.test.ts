/** What the document keeps of its formulas: within 150 kB, nothing that was used within 30 days given up, and nothing unreadable asked again. */
import { describe, expect, it } from 'vitest';
import { bytesOf } from '../../../../src/enrichment/utf8';
import {
  asProperties,
  bytesTaken,
  entryIn,
  entryKey,
  type FormulaEntry,
  fitted,
  MOST_BYTES,
  toEvict,
} from '../../../../src/run/record/formula-entries';

const NOW = Date.UTC(2026, 10, 27);
const TODAY = NOW / 86_400_000;
const form = { depth: 'standard', what: 'answer' } as const;

function entry(size: number, used = TODAY): FormulaEntry {
  return { form, at: NOW, drawn: TODAY, used, end: { kind: 'text', text: 'x'.repeat(size) } };
}

const store = (...entries: readonly FormulaEntry[]) =>
  asProperties(new Map(entries.map((each, i) => [`e${i}`, each])));

describe('the room of formulas', () => {
  it('is full before it passes 150 kB, with what is still to come counted', () => {
    const full = store(...Array.from({ length: 25 }, () => entry(5_700)));
    const left = MOST_BYTES - bytesTaken(full);
    const more = Math.floor(left / 1_300);
    expect(toEvict(full, more, TODAY)).toEqual([]);
    expect(toEvict(full, more + 1, TODAY)).toBeUndefined();
    const { end: _, ...open } = entry(0);
    expect(bytesTaken(store(open))).toBe(1_300);
  });

  it('takes a hundred questions at once', () => {
    expect(toEvict({}, 100, TODAY)).toEqual([]);
  });

  it('is made by what is longest unused, no more than is needed, and never by what was used within 30 days', () => {
    const kept = Array.from({ length: 24 }, () => entry(5_900, TODAY - 30));
    const full = store(...kept, entry(2_000, TODAY - 31), entry(2_000, TODAY - 40));
    expect(toEvict(full, 1, TODAY)).toEqual([entryKey('e25')]);
    expect(toEvict(full, 50, TODAY)).toBeUndefined();
  });

  it('cuts a text where a mark can be seen, never in the middle of a character', () => {
    expect(fitted('short', 0)).toBe('short');
    for (const long of ['🙂'.repeat(9_000), '"'.repeat(9_000), 'é'.repeat(9_000)]) {
      const cut = fitted(long, 0);
      expect(cut).toMatch(/ … \[cut: no more of it can be kept for a formula\]$/);
      expect(cut).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
      expect(bytesOf(JSON.stringify(cut))).toBeLessThanOrEqual(6_000);
      expect(bytesOf(JSON.stringify(fitted(long, MOST_BYTES)))).toBeLessThanOrEqual(900);
    }
  });
});

describe('what cannot be read', () => {
  it.each(['', '{}', 'null', '{"form":1}'])('counts as perhaps asked: %j', (json) => {
    expect(entryIn(json, form, NOW)?.end).toEqual({ kind: 'perhaps' });
    expect(entryIn(undefined, form, NOW)).toBeUndefined();
  });
});

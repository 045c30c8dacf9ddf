/** Tries as they are kept: what fits, how many, for how long, and nothing that somebody made up. */
import { describe, expect, it } from 'vitest';
import { fingerprinter } from '../../../../src/enrichment/fingerprint';
import { KeptTries, type KeptTry } from '../../../../src/run/record/kept-tries';
import type { TryEnd } from '../../../../src/run/record/try-end';
import { aSearch } from '../../../world/definitions';
import { memoryStore } from '../../../world/memory-store';

const NOW = Date.UTC(2026, 10, 26, 10);
const DAY = 24 * 3_600_000;
const TEXT = 'What is the capital of Chad?';

function aTry(change: Partial<KeptTry> = {}): KeptTry {
  const asked = aSearch();
  const print = fingerprinter(asked)(TEXT);
  const where = { id: 'try1', at: NOW, asked, fingerprint: print, question: TEXT, row: 2 };
  return { ...where, price: 5_500, task: 't-1', ...change };
}

function anEnd(text: string, sources = 0): TryEnd {
  const listed = Array.from({ length: sources }, (_, i) => ({
    name: 'A page',
    url: `https://x.example/${i}`,
  }));
  const values = [
    { part: 'field:capital', value: { kind: 'text', text } },
    { part: 'field:area', value: { kind: 'number', number: 1.5 } },
    { part: 'field:landlocked', value: { kind: 'yes/no', yes: true } },
    { part: 'field:since', value: { kind: 'date', iso: '1960-08-11' } },
  ] as const;
  return { outcome: 'done', reason: '', ms: 9_000, values, inForm: true, sources: listed };
}

const keeperOf = (document = 'd1', store = memoryStore()) => ({
  tries: new KeptTries(store, document),
  store,
});

describe('a try', () => {
  it('is read as it was kept, with what came of it', () => {
    const { tries } = keeperOf();
    expect(tries.keep(aTry({ end: anEnd("N'Djamena", 3) }))).toBe(true);
    expect(tries.of('try1')).toEqual(aTry({ end: anEnd("N'Djamena", 3) }));
  });

  it('is kept without its list of sources, or without its answer where Linkup has it too, rather than not at all', () => {
    const { tries } = keeperOf();
    tries.keep(aTry({ end: anEnd("N'Djamena", 400) }));
    expect(tries.of('try1')?.end).toEqual(anEnd("N'Djamena"));
    tries.keep(aTry({ end: anEnd('x'.repeat(9_000)) }));
    expect(tries.of('try1')).toEqual(aTry());
    expect(tries.keep(aTry({ id: 'try2', task: '', end: anEnd('x'.repeat(9_000)) }))).toBe(false);
    expect(tries.keep(aTry({ id: 'try2', question: 'ä'.repeat(5_000) }))).toBe(false);
    expect(tries.of('try2')).toBeUndefined();
  });

  it('is never longer than a property may be', () => {
    const { tries, store } = keeperOf();
    for (let length = 7_500; length < 9_200; length += 20) {
      tries.keep(aTry({ end: anEnd('é'.repeat(length / 2)) }));
      expect(Buffer.byteLength(store.get('linkup.try.d1.try1') ?? '')).toBeLessThan(9 * 1024);
    }
  });

  it('that is gone is not brought back by what becomes known of it', () => {
    const { tries } = keeperOf();
    expect(tries.add('try1', { task: 't-2' })).toBe(false);
    tries.keep(aTry());
    expect(tries.add('try1', { task: 't-2' })).toBe(true);
    expect(tries.all(NOW).map(({ task }) => task)).toEqual(['t-2']);
  });

  it('of another document is not found', () => {
    const { tries, store } = keeperOf();
    tries.keep(aTry());
    expect(keeperOf('d2', store).tries.all(NOW)).toEqual([]);
  });

  it.each<[string, object]>([
    ['another id', { id: 'try2' }],
    ['no fingerprint', { fingerprint: 'the capital' }],
    ['a time of another century', { at: 1 }],
    ['a row that no sheet has', { row: -1 }],
    ['an answer that is none', { end: { ...anEnd(''), values: [{ part: 'a', value: { kind: 'text' } }] } }],
    ['a definition that asks nothing', { asked: { ...aSearch(), template: '' } }],
  ])('with %s is none', (_, forged) => {
    const { tries, store } = keeperOf();
    store.set('linkup.try.d1.try1', JSON.stringify({ ...aTry(), ...forged }));
    expect(tries.of('try1')).toBeUndefined();
    expect(tries.all(NOW)).toEqual([]);
  });
});

describe('tries', () => {
  it('are five in a document and fifteen in all, the newest', () => {
    const { store } = keeperOf();
    for (let i = 0; i < 24; i++) {
      const { tries } = keeperOf(`d${Math.floor(i / 6)}`, store);
      tries.keep(aTry({ id: `try${i}`, at: NOW + i }));
    }
    const left = ['d0', 'd1', 'd2', 'd3'].map((document) =>
      keeperOf(document, store)
        .tries.all(NOW)
        .map(({ id }) => id),
    );
    expect(left[3]).toEqual(['try23', 'try22', 'try21', 'try20', 'try19']);
    expect(left.map(({ length }) => length)).toEqual([0, 5, 5, 5]);
  });

  it('that nobody came back to for two weeks go with the next one, and so does what cannot be read', () => {
    const { tries, store } = keeperOf();
    tries.keep(aTry());
    tries.keep(aTry({ id: 'late', at: NOW + 15 * DAY }));
    expect(Object.keys(store.all())).toEqual(['linkup.try.d1.late']);
  });

  it('of one enrichment follow each other; those of others stay', () => {
    const { tries } = keeperOf();
    const other = { ...aSearch(), id: 'other' };
    for (const kept of [aTry(), aTry({ id: 'b', asked: other }), aTry({ id: 'c', at: NOW + 1 })])
      tries.keep(kept);
    tries.forgetBefore(aTry({ id: 'c', at: NOW + 1 }));
    expect(tries.all(NOW).map(({ id }) => id)).toEqual(['c', 'b']);
  });

  it('of what was not saved belong to what it is saved as', () => {
    const { tries } = keeperOf();
    const { sheetId } = aSearch();
    tries.keep(aTry({ asked: { ...aSearch(), id: '' } }));
    tries.adopt(sheetId + 1, 'e9', NOW);
    expect(tries.of('try1')?.asked.id).toBe('');
    tries.adopt(sheetId, 'e9', NOW);
    expect(tries.of('try1')?.asked.id).toBe('e9');
  });
});

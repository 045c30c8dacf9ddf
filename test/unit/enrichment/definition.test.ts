/** Definitions as they are stored and posted: read back as they were, and refused by the path of what is wrong. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enrichment } from '../../../src/enrichment/definition';
import { parseJson } from '../../../src/enrichment/parse';
import { aFetch, aSearch, enrichments, problemOf } from '../../world/definitions';

function wrong(changes: Record<string, unknown>): string {
  return problemOf(() => enrichment({ ...aSearch(), ...changes }, '')).subject;
}

describe('a stored enrichment', () => {
  it('reads back as it was saved', () => {
    fc.assert(
      fc.property(enrichments, (e) => {
        expect(enrichment(parseJson(JSON.stringify(e)), '')).toEqual(e);
      }),
    );
  });

  it('keeps the description of a field', () => {
    const e = aSearch({ shape: 'fields', fields: [{ name: 'a', kind: 'list', description: 'All of them' }] });
    expect(enrichment(e, '')).toEqual(e);
  });

  it('drops what it does not know', () => {
    expect(enrichment({ ...aFetch(), later: 1 }, '')).toEqual(aFetch());
  });

  it('drops options of another type', () => {
    const options = { mode: 'pro', depth: 'deep' };
    expect(enrichment({ ...aFetch(), options }, '')).toEqual(aFetch({ options: { mode: 'pro' } }));
  });

  it.each<[Record<string, unknown>, string]>([
    [{ name: 7 }, 'name should be a text'],
    [{ sheetId: '0' }, 'sheetId should be a number'],
    [{ sources: 'yes' }, 'sources should be true or false'],
    [{ shape: 'table' }, 'shape should be one of answer, fields, results, page'],
    [{ type: 'extract' }, 'type should be one of search, fetch, research'],
    [{ fields: {} }, 'fields should be a list'],
    [
      {
        fields: [
          { name: 'a', kind: 'text' },
          { name: 'b', kind: 'url' },
        ],
      },
      'fields[1].kind should be one of text, number, whole number, percent, money, yes/no, date, list, choice, link, e-mail, phone',
    ],
    [{ options: null }, 'options should be an object'],
    [{ options: { depth: 'slow' } }, 'options.depth should be one of flash, fast, standard, deep'],
    [
      { options: { depth: 'fast', includeDomains: ['a.org', 1] } },
      'options.includeDomains[1] should be a text',
    ],
  ])('with %j is refused', (changes, subject) => {
    expect(wrong(changes)).toBe(subject);
  });

  it.each([null, 'text', [], 7])('is no %j', (value) => {
    expect(problemOf(() => enrichment(value, '')).code).toBe('malformed');
  });
});

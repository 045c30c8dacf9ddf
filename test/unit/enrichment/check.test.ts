/** Checks of a definition: what is refused, and in whose words. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkAgainst,
  checkDefinition,
  checkSense,
  MAX_DOMAINS,
  MAX_INSTRUCTIONS,
} from '../../../src/enrichment/check';
import type { SearchOptions } from '../../../src/enrichment/options';
import { aFetch, aResearch, aSearch, enrichments, problemOf } from '../../world/definitions';

const FIELDS = [{ name: 'a', kind: 'text' }] as const;

function searching(options: Partial<SearchOptions>): () => void {
  return () => checkDefinition(aSearch({ options: { depth: 'standard', ...options } }));
}

describe('a definition', () => {
  it('is fine in every combination that the sidebar offers', () => {
    fc.assert(fc.property(enrichments, (e) => checkDefinition(e)));
  });

  it.each([
    ['The name is longer than 60 characters', aSearch({ name: 'x'.repeat(61) })],
    ['The question is longer than 10000 characters', aSearch({ template: `{{A}}${'x'.repeat(10_000)}` })],
    [
      'The name of a field is longer than 60 characters',
      aSearch({ shape: 'fields', fields: [{ name: 'x'.repeat(61), kind: 'text' }] }),
    ],
    [
      'The description of “a” is longer than 500 characters',
      aSearch({ shape: 'fields', fields: [{ name: 'a', kind: 'text', description: 'x'.repeat(501) }] }),
    ],
    [
      'There are more than 50 fields',
      aSearch({
        shape: 'fields',
        fields: Array.from({ length: 51 }, (_, i) => ({ name: `a${i}`, kind: 'text' as const })),
      }),
    ],
    [
      '“a” needs two choices or more, a line each',
      aSearch({ shape: 'fields', fields: [{ name: 'a', kind: 'choice', description: 'small; small;' }] }),
    ],
    [
      '“a” has more than 500 choices',
      aSearch({
        shape: 'fields',
        fields: [{ name: 'a', kind: 'choice', choices: Array.from({ length: 501 }, (_, i) => `${i}`) }],
      }),
    ],
    [
      'Question, fields and options together are too long to be kept',
      aSearch({ template: `{{A}}${'é'.repeat(4_500)}` }),
    ],
  ])('is refused before it is saved: %s; but what was saved once is still understood', (subject, e) => {
    expect(problemOf(() => checkDefinition(e))).toMatchObject({ code: 'bad-option', subject });
    expect(() => checkSense(e)).not.toThrow();
  });

  it('needs a name', () => {
    expect(problemOf(() => checkDefinition(aSearch({ name: '  ' }))).code).toBe('bad-option');
  });

  it.each([
    aSearch({ shape: 'page' }),
    aFetch({ shape: 'answer' }),
    aFetch({ shape: 'results' }),
    aResearch({ shape: 'results' }),
    aResearch({ shape: 'page' }),
  ])('refuses a $type that should give “$shape”', (e) => {
    expect(problemOf(() => checkDefinition(e))).toMatchObject({
      code: 'bad-option',
      subject: expect.stringContaining(e.shape),
    });
  });

  it('needs a question', () => {
    expect(problemOf(() => checkDefinition(aSearch({ template: ' \n' }))).code).toBe('empty-template');
  });

  it('needs a column in its question, or every row would ask the same', () => {
    expect(problemOf(() => checkDefinition(aSearch({ template: 'Who?' }))).code).toBe('no-placeholder');
  });

  it('needs fields where fields should come back', () => {
    expect(problemOf(() => checkDefinition(aSearch({ shape: 'fields' }))).code).toBe('no-fields');
    expect(() => checkDefinition(aSearch({ shape: 'fields', fields: FIELDS }))).not.toThrow();
  });

  it('needs a usable schema where a schema says the fields', () => {
    const e = aResearch({ shape: 'fields', schema: '{}' });
    expect(problemOf(() => checkDefinition(e)).code).toBe('bad-schema');
  });
});

describe('options', () => {
  it.each([0, -1, 1.5])('%s results are refused', (maxResults) => {
    expect(problemOf(searching({ maxResults })).code).toBe('bad-option');
  });

  it('take up to 100 domains', () => {
    const domains = Array.from({ length: MAX_DOMAINS + 1 }, (_, i) => `site${i}.org`);
    expect(searching({ includeDomains: domains.slice(1) })).not.toThrow();
    expect(problemOf(searching({ includeDomains: domains })).code).toBe('bad-option');
    expect(problemOf(searching({ excludeDomains: domains })).code).toBe('bad-option');
  });

  it('look at no site that they never look at', () => {
    const [includeDomains, excludeDomains] = [['un.org', 'who.int'], ['who.int']];
    const refused = problemOf(searching({ includeDomains, excludeDomains }));
    expect([refused.code, refused.subject]).toEqual(['bad-option', expect.stringContaining('“who.int”')]);
  });

  // The last one is пример.рф as most programs copy it.
  it.each([
    'example.com',
    'a.b.example.co.uk',
    'BÜCHER.de',
    'xn--bcher-kva.de',
    'xn--e1afmkfd.xn--p1ai',
  ])('take the domain %s', (domain) => {
    expect(searching({ includeDomains: [domain] })).not.toThrow();
  });

  it.each([
    '',
    'com',
    'https://example.com',
    'example.com/path',
    'a b.com',
    '.com',
    'example..com',
  ])('refuse the domain %j and name it', (domain) => {
    const problem = problemOf(searching({ excludeDomains: ['ok.org', domain] }));
    expect(problem.subject).toContain(`“${domain}”`);
  });

  it.each([
    '1.2.2026',
    '2026-1-2',
    '2026-13-01',
    '2026-01-32',
    'today',
    '1970-01-01',
    '2026-01-01T00:00',
  ])('refuse the date %j', (date) => {
    expect(problemOf(searching({ fromDate: date })).subject).toContain(`“${date}”`);
    expect(problemOf(searching({ toDate: date })).subject).toContain(`“${date}”`);
  });

  it.each([
    '2026-02-30',
    '2026-04-31',
    '2025-02-29',
  ])('refuse %s, which is no day of the calendar', (date) => {
    expect(problemOf(searching({ fromDate: date })).code).toBe('bad-option');
  });

  it('take an empty date for none', () => {
    expect(searching({ fromDate: '', toDate: '2026-01-01' })).not.toThrow();
    expect(searching({ fromDate: '2026-01-01', toDate: '' })).not.toThrow();
  });

  it('take a range of one day, and none that ends before it begins', () => {
    expect(searching({ fromDate: '2026-01-02', toDate: '2026-01-02' })).not.toThrow();
    expect(problemOf(searching({ fromDate: '2026-01-02', toDate: '2026-01-01' })).code).toBe('bad-option');
  });

  it('check the scope of research too', () => {
    const options = { mode: 'auto', reasoningDepth: 'S', includeDomains: ['?'] } as const;
    expect(problemOf(() => checkDefinition(aResearch({ options }))).code).toBe('bad-option');
  });

  it('take instructions for a page with fields only, and no longer than Linkup does', () => {
    const fetching = (length: number, shape: 'page' | 'fields') => () =>
      checkDefinition(
        aFetch({ shape, fields: FIELDS, options: { mode: 'pro', instructions: 'x'.repeat(length) } }),
      );
    expect(fetching(MAX_INSTRUCTIONS, 'fields')).not.toThrow();
    expect(problemOf(fetching(MAX_INSTRUCTIONS + 1, 'fields')).code).toBe('bad-option');
    expect(problemOf(fetching(1, 'page')).code).toBe('bad-option');
  });
});

describe('a definition against row 1', () => {
  it('names the missing column when the template asks for one that is not in row 1', () => {
    expect(problemOf(() => checkAgainst(aSearch(), ['Land']))).toMatchObject({
      code: 'unknown-column',
      subject: 'Country',
    });
  });

  it.each([{ headings: [] }, { headings: ['', ' '] }])('misses the headings in $headings', ({ headings }) => {
    expect(problemOf(() => checkAgainst(aSearch(), headings)).code).toBe('no-headings');
  });
});

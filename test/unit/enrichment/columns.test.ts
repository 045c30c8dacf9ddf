/** Output columns: which an enrichment fills, under which part, and what they are called. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { givesSources, outputColumns } from '../../../src/enrichment/columns';
import type { Enrichment } from '../../../src/enrichment/definition';
import { aFetch, aResearch, aSearch, enrichments } from '../../world/definitions';

const FIELDS = [
  { name: 'Area (km²)', kind: 'number' },
  { name: 'Joined', kind: 'date' },
] as const;

function headings(e: Enrichment): string[] {
  return outputColumns(e).map(({ heading }) => heading);
}

function parts(e: Enrichment): string[] {
  return outputColumns(e).map(({ part }) => part);
}

describe('the output columns', () => {
  it('of one answer are called like the enrichment', () => {
    expect(outputColumns(aSearch())).toEqual([{ part: 'answer', slot: 'a', heading: 'Facts', kind: 'text' }]);
    expect(outputColumns(aResearch())).toEqual(outputColumns(aSearch()));
  });

  it('of fields are called and typed like the fields', () => {
    expect(outputColumns(aSearch({ shape: 'fields', fields: FIELDS }))).toEqual([
      { part: 'field:area_km²', slot: 'a', heading: 'Area (km²)', kind: 'number' },
      { part: 'field:joined', slot: 'b', heading: 'Joined', kind: 'date' },
    ]);
  });

  it('of a schema are its properties', () => {
    const schema = '{"type":"object","properties":{"b":{"type":"boolean"},"a":{}}}';
    expect(outputColumns(aFetch({ shape: 'fields', schema }))).toEqual([
      { part: 'field:b', slot: 'a', heading: 'b', kind: 'yes/no' },
      { part: 'field:a', slot: 'b', heading: 'a', kind: 'text' },
    ]);
  });

  it('of results show the first one, and all of them', () => {
    expect(headings(aSearch({ shape: 'results' }))).toEqual([
      'Facts top result',
      'Facts link',
      'Facts excerpt',
      'Facts all results',
    ]);
  });

  it('of a page are its text and whatever else was asked for', () => {
    const options = {
      mode: 'pro',
      includeRawContent: true,
      includeRawHtml: true,
      extractImages: true,
    } as const;
    expect(parts(aFetch())).toEqual(['page']);
    expect(parts(aFetch({ options }))).toEqual(['page', 'raw', 'content-type', 'raw-html', 'images']);
  });

  it('of fields from a page do not hold the page itself', () => {
    const options = { mode: 'pro', includeRawContent: true } as const;
    expect(parts(aFetch({ shape: 'fields', fields: FIELDS, options }))).toEqual([
      'field:area_km²',
      'field:joined',
    ]);
  });

  it('include images where the search asks for them', () => {
    const options = { depth: 'fast', includeImages: true } as const;
    expect(headings(aSearch({ options }))).toEqual(['Facts', 'Facts images']);
  });

  it('include images with fields only where sources, which carry them, are asked for', () => {
    const options = { depth: 'fast', includeImages: true } as const;
    const fields = (sources: boolean) => aSearch({ shape: 'fields', fields: FIELDS, options, sources });
    expect(parts(fields(false))).not.toContain('images');
    expect(parts(fields(true))).toContain('images');
  });

  it('never share a part, so that each can be found again', () => {
    fc.assert(
      fc.property(enrichments, (e) => {
        expect(new Set(parts(e)).size).toBe(parts(e).length);
        expect(parts(e).length).toBeGreaterThan(0);
      }),
    );
  });

  it('keep their parts when the enrichment is renamed', () => {
    fc.assert(
      fc.property(enrichments, (e) => {
        expect(parts({ ...e, name: 'Other' })).toEqual(parts(e));
      }),
    );
  });
});

describe('sources', () => {
  it.each([
    ['an answer from search', aSearch(), true],
    ['fields from search', aSearch({ shape: 'fields', fields: FIELDS }), true],
    ['results, which are sources themselves', aSearch({ shape: 'results' }), false],
    ['a research answer', aResearch(), true],
    ['fields from research', aResearch({ shape: 'fields', fields: FIELDS }), false],
    ['a page', aFetch(), false],
    ['fields from a page', aFetch({ shape: 'fields', fields: FIELDS }), false],
  ] as const)('of %s: %#', (_what, e, given) => {
    expect(givesSources(e)).toBe(given);
    expect(parts({ ...e, sources: true }).includes('sources')).toBe(given);
    expect(parts({ ...e, sources: false })).not.toContain('sources');
  });
});

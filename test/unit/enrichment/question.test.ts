/** Questions: what a definition sends, held against the local Linkup's strict validation. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDefinition } from '../../../src/enrichment/check';
import type { Enrichment } from '../../../src/enrichment/definition';
import { questionOf } from '../../../src/enrichment/question';
import { defaultKnobs } from '../../doubles/linkup';
import { parse } from '../../doubles/linkup/test-client';
import { checkWork } from '../../doubles/linkup/validate/work';
import { aFetch, aResearch, aSearch, enrichments } from '../../world/definitions';

const FIELDS = [{ name: 'Area (km²)', kind: 'number', description: 'Without lakes' }] as const;
const SCHEMA = {
  type: 'object',
  properties: { 'area_km²': { type: 'number', description: 'Without lakes' } },
};

function inputOf(e: Enrichment): unknown {
  return questionOf(e, 'text').input;
}

describe('a question', () => {
  it('is one that Linkup takes, for everything a checked definition can say', () => {
    fc.assert(
      fc.property(enrichments, (e) => {
        checkDefinition(e);
        const { type, input } = questionOf(e, 'https://example.com');
        const checked = checkWork(type, parse(JSON.stringify(input)), defaultKnobs());
        expect(checked.ok ? [] : checked.issues).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('asks with `q`, and a page with `url`', () => {
    expect(questionOf(aSearch(), 'who?').input).toMatchObject({ q: 'who?' });
    expect(questionOf(aResearch(), 'who?').input).toMatchObject({ q: 'who?' });
    expect(questionOf(aFetch(), 'https://a.org').input).toEqual({ url: 'https://a.org', mode: 'standard' });
  });

  it('says nothing about options that are off, empty or not set', () => {
    const options = {
      depth: 'fast',
      includeImages: false,
      includeInlineCitations: false,
      includeDomains: [],
      excludeDomains: [],
      fromDate: '',
      toDate: '',
    } as const;
    expect(inputOf(aSearch({ options }))).toEqual({ q: 'text', depth: 'fast', outputType: 'sourcedAnswer' });
  });

  it('always says how deep research goes, since Linkup’s own default costs six times as much', () => {
    expect(inputOf(aResearch())).toMatchObject({ mode: 'auto', reasoningDepth: 'S' });
  });

  it('carries the schema as a text for search and research', () => {
    const structuredOutputSchema = JSON.stringify(SCHEMA);
    const wanted = { outputType: 'structured', structuredOutputSchema };
    expect(inputOf(aSearch({ shape: 'fields', fields: FIELDS }))).toMatchObject(wanted);
    expect(inputOf(aResearch({ shape: 'fields', fields: FIELDS }))).toMatchObject(wanted);
  });

  it('carries the schema as an object for fetch', () => {
    expect(inputOf(aFetch({ shape: 'fields', fields: FIELDS }))).toMatchObject({ schema: SCHEMA });
  });

  it('asks for sources only where they change what comes: structured search', () => {
    const fields = { shape: 'fields', fields: FIELDS, sources: true } as const;
    expect(inputOf(aSearch(fields))).toHaveProperty('includeSources', true);
    expect(inputOf(aSearch({ sources: true }))).not.toHaveProperty('includeSources');
    expect(inputOf(aResearch(fields))).not.toHaveProperty('includeSources');
  });

  it('asks for images only where the answer can carry them', () => {
    const options = { depth: 'deep', includeImages: true } as const;
    const fields = (sources: boolean) => aSearch({ options, shape: 'fields', fields: FIELDS, sources });
    expect(inputOf(aSearch({ options }))).toHaveProperty('includeImages', true);
    expect(inputOf(fields(true))).toHaveProperty('includeImages', true);
    expect(inputOf(fields(false))).not.toHaveProperty('includeImages');
  });

  it('asks for citations only in a written answer', () => {
    const options = { depth: 'deep', includeInlineCitations: true } as const;
    expect(inputOf(aSearch({ options }))).toHaveProperty('includeInlineCitations', true);
    expect(inputOf(aSearch({ options, shape: 'results' }))).not.toHaveProperty('includeInlineCitations');
  });

  it('asks for raw content with a page only, and sends instructions with fields only', () => {
    const options = { mode: 'pro', includeRawContent: true, instructions: 'Only 2026' } as const;
    expect(inputOf(aFetch({ options }))).toEqual({ url: 'text', mode: 'pro', includeRawContent: true });
    expect(inputOf(aFetch({ options, shape: 'fields', fields: FIELDS }))).toEqual({
      url: 'text',
      mode: 'pro',
      instructions: 'Only 2026',
      schema: SCHEMA,
    });
  });
});

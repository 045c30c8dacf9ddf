/** The fingerprint is frozen: ledgers hold it for ever, so that what was asked years ago is still recognised. */
import { describe, expect, it } from 'vitest';
import type { Enrichment } from '../../../src/enrichment/definition';
import { fingerprinter } from '../../../src/enrichment/fingerprint';
import { aFetch, aResearch, aSearch } from '../../world/definitions';

const FIELDS = [
  { name: 'capital', kind: 'text' },
  { name: 'Area (km²)', kind: 'number', description: 'land and water' },
  { name: 'Landlocked?', kind: 'yes/no' },
  { name: 'joined', kind: 'date' },
  { name: 'Städte', kind: 'list' },
] as const;
const SCHEMA =
  '{"type":"object","required":["b"],"properties":{"b":{"type":"number"},"a":{"type":["string","null"]}}}';

/** Twenty definitions, what a row makes of their template, and the print that this has had since the first edition. */
const DEFINITIONS: readonly (readonly [print: string, e: Enrichment, text: string])[] = [
  ['', aSearch(), 'What is the capital of Chad?'],
  ['', aSearch({ sources: true }), 'What is the capital of Chad?'],
  ['', aSearch({ options: { depth: 'fast' } }), 'Qui préside le Pérou ? 国'],
  ['', aSearch({ options: { depth: 'deep', maxResults: 7, includeInlineCitations: true } }), 'a'],
  ['', aSearch({ options: { depth: 'standard', includeDomains: ['wikipedia.org', 'bücher.de'] } }), 'a'],
  ['', aSearch({ options: { depth: 'standard', excludeDomains: ['a.org'], fromDate: '2026-01-01' } }), 'a'],
  ['', aSearch({ options: { depth: 'standard', toDate: '2026-11-01', includeImages: true } }), 'a'],
  ['', aSearch({ shape: 'results', options: { depth: 'standard', maxResults: 3 } }), '"quoted" \\ text'],
  ['', aSearch({ shape: 'fields', fields: FIELDS }), 'Chad'],
  ['', aSearch({ shape: 'fields', fields: FIELDS, sources: true }), 'Chad'],
  ['', aSearch({ shape: 'fields', schema: SCHEMA }), 'Chad'],
  [
    '',
    aSearch({
      shape: 'fields',
      schema: SCHEMA,
      sources: true,
      options: { depth: 'deep', includeImages: true },
    }),
    'x\ny',
  ],
  ['', aFetch(), 'https://example.com/a?b=c'],
  [
    '',
    aFetch({ options: { mode: 'pro', renderJs: true, includeRawContent: true, includeRawHtml: true } }),
    'https://a.org',
  ],
  [
    '',
    aFetch({ shape: 'fields', fields: FIELDS, options: { mode: 'standard', instructions: 'be brief' } }),
    'https://a.org',
  ],
  [
    '',
    aFetch({ shape: 'fields', schema: SCHEMA, options: { mode: 'standard', extractImages: true } }),
    'https://a.org',
  ],
  ['', aResearch(), 'Chad'],
  ['', aResearch({ options: { mode: 'auto', reasoningDepth: 'XL' }, sources: true }), 'Chad'],
  ['', aResearch({ shape: 'fields', fields: FIELDS }), 'Chad \ud83d'],
  [
    '',
    aResearch({
      shape: 'fields',
      schema: SCHEMA,
      options: { mode: 'auto', reasoningDepth: 'M', fromDate: '2026-01-01' },
    }),
    '',
  ],
];

describe('the fingerprint', () => {
  it.each(DEFINITIONS)('%s is that of one question for ever: %#', (print, e, text) => {
    expect(fingerprinter(e)(text)).toBe(print);
  });
});

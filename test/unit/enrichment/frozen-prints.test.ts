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
  ['08e049ffa70f98942b4a', aSearch(), 'What is the capital of Chad?'],
  ['08e049ffa70f98942b4a', aSearch({ sources: true }), 'What is the capital of Chad?'],
  ['d1e9f9def3858c34750d', aSearch({ options: { depth: 'fast' } }), 'Qui préside le Pérou ? 国'],
  [
    '08cbedcb336f45763931',
    aSearch({ options: { depth: 'deep', maxResults: 7, includeInlineCitations: true } }),
    'a',
  ],
  [
    'ae5755ba7ae77315b1fa',
    aSearch({ options: { depth: 'standard', includeDomains: ['wikipedia.org', 'bücher.de'] } }),
    'a',
  ],
  [
    '2101dfbd0fac0d83ee19',
    aSearch({ options: { depth: 'standard', excludeDomains: ['a.org'], fromDate: '2026-01-01' } }),
    'a',
  ],
  [
    'ca0b5a8961852debbafa',
    aSearch({ options: { depth: 'standard', toDate: '2026-11-01', includeImages: true } }),
    'a',
  ],
  [
    'd8fecb1a68d67b129cc1',
    aSearch({ shape: 'results', options: { depth: 'standard', maxResults: 3 } }),
    '"quoted" \\ text',
  ],
  ['d7fec1136b63181a246a', aSearch({ shape: 'fields', fields: FIELDS }), 'Chad'],
  ['04cf56090fd83410f2e4', aSearch({ shape: 'fields', fields: FIELDS, sources: true }), 'Chad'],
  ['f4b188f74931b5d9edbe', aSearch({ shape: 'fields', schema: SCHEMA }), 'Chad'],
  [
    '271d097430572d1a4125',
    aSearch({
      shape: 'fields',
      schema: SCHEMA,
      sources: true,
      options: { depth: 'deep', includeImages: true },
    }),
    'x\ny',
  ],
  ['c63d1e552bdff0cc6233', aFetch(), 'https://example.com/a?b=c'],
  [
    'e26288176d98f2cdf74e',
    aFetch({ options: { mode: 'pro', renderJs: true, includeRawContent: true, includeRawHtml: true } }),
    'https://a.org',
  ],
  [
    'cb08486cc36cb5d6f179',
    aFetch({ shape: 'fields', fields: FIELDS, options: { mode: 'standard', instructions: 'be brief' } }),
    'https://a.org',
  ],
  [
    'd2ed23fe67a0e8bcdacc',
    aFetch({ shape: 'fields', schema: SCHEMA, options: { mode: 'standard', extractImages: true } }),
    'https://a.org',
  ],
  ['afc64a0cb433a91ae59a', aResearch(), 'Chad'],
  [
    '549220c184814af03095',
    aResearch({ options: { mode: 'auto', reasoningDepth: 'XL' }, sources: true }),
    'Chad',
  ],
  ['1122ddc42b632095a6c6', aResearch({ shape: 'fields', fields: FIELDS }), 'Chad \ud83d'],
  [
    'fff7cb2a1ea641ea8d03',
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
    // Which rows it is for is no part of what it asks.
    const onlyIf = { column: 'Since', test: 'not empty' } as const;
    expect(fingerprinter({ ...e, onlyIf })(text)).toBe(print);
  });
});

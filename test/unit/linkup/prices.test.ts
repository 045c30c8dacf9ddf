/** Prices: what we announce is what the local Linkup charges, by a price list of its own. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Enrichment } from '../../../src/enrichment/definition';
import { inUsd } from '../../../src/enrichment/money';
import { DEPTHS, FETCH_MODES, REASONING_DEPTHS, RESEARCH_MODES } from '../../../src/enrichment/options';
import { questionOf } from '../../../src/enrichment/question';
import { priceOf } from '../../../src/linkup/prices';
import { priceOf as chargeFor, defaultKnobs } from '../../doubles/linkup';
import { parse } from '../../doubles/linkup/test-client';
import { checkWork } from '../../doubles/linkup/validate/work';
import { aFetch, aResearch, aSearch, enrichments } from '../../world/definitions';

const FIELDS = [{ name: 'a', kind: 'text' }] as const;

/** What Linkup charges for the question of an enrichment. */
function charged(e: Enrichment): number {
  const { type, input } = questionOf(e, 'https://example.com');
  const work = checkWork(type, parse(JSON.stringify(input)), defaultKnobs());
  if (!work.ok) throw new Error(JSON.stringify(work.issues));
  return chargeFor(work.value);
}

const SEARCHES = DEPTHS.flatMap((depth) =>
  (['answer', 'fields', 'results'] as const).map((shape) =>
    aSearch({ shape, fields: FIELDS, options: { depth } }),
  ),
);
const FETCHES = FETCH_MODES.flatMap((mode) =>
  [true, false].flatMap((renderJs) =>
    (['page', 'fields'] as const).map((shape) =>
      aFetch({ shape, fields: FIELDS, options: { mode, renderJs } }),
    ),
  ),
);
const RESEARCHES = RESEARCH_MODES.flatMap((mode) =>
  REASONING_DEPTHS.flatMap((reasoningDepth) =>
    (['answer', 'fields'] as const).map((shape) =>
      aResearch({ shape, fields: FIELDS, options: { mode, reasoningDepth } }),
    ),
  ),
);

describe('the price of a question', () => {
  it.each([...SEARCHES, ...FETCHES, ...RESEARCHES])('is what Linkup charges: $type $shape $options', (e) => {
    expect(inUsd(priceOf(e))).toBe(charged(e));
  });

  it('does not depend on any other option', () => {
    fc.assert(fc.property(enrichments, (e) => inUsd(priceOf(e)) === charged(e)));
  });

  it.each([
    ['a row of structured search', aSearch({ shape: 'fields', fields: FIELDS }), 0.006],
    ['a deep search for results', aSearch({ shape: 'results', options: { depth: 'deep' } }), 0.05],
    ['a known page with a schema', aFetch({ shape: 'fields', fields: FIELDS }), 0.002],
    ['research at XL', aResearch({ options: { mode: 'auto', reasoningDepth: 'XL' } }), 2.5],
  ] as const)('of %s is as in the price list', (_what, e, usd) => {
    expect(inUsd(priceOf(e))).toBe(usd);
  });
});

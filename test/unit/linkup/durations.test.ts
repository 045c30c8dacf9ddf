/** Typical times: within them lies what the local Linkup takes by a table of its own. */
import { describe, expect, it } from 'vitest';
import { DEPTHS, REASONING_DEPTHS } from '../../../src/enrichment/options';
import { durationOf } from '../../../src/linkup/durations';
import { defaultKnobs } from '../../doubles/linkup';
import { aFetch, aResearch, aSearch } from '../../world/definitions';

const { latency } = defaultKnobs();

describe('a duration', () => {
  it.each(DEPTHS)('of a search with depth %s overlaps what Linkup takes', (depth) => {
    const [shortest, longest] = durationOf(aSearch({ options: { depth } }));
    expect(shortest).toBeLessThanOrEqual(latency.search[depth][1]);
    expect(longest).toBeGreaterThanOrEqual(latency.search[depth][0]);
  });

  it.each(REASONING_DEPTHS)('of research %s is what Linkup takes', (reasoningDepth) => {
    const e = aResearch({ options: { mode: 'auto', reasoningDepth } });
    expect(durationOf(e)).toEqual(latency.research[reasoningDepth]);
  });

  it('of a page is longer when it is rendered first', () => {
    const [plain, rendered] = [false, true].map((renderJs) =>
      durationOf(aFetch({ options: { mode: 'standard', renderJs } })),
    );
    expect(rendered?.[1]).toBeGreaterThan(plain?.[1] ?? 0);
  });
});

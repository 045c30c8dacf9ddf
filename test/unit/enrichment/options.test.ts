/** The options of each task type: what is read from stored JSON, and what is refused. */
import { describe, expect, it } from 'vitest';
import * as ours from '../../../src/enrichment/options';
import { fetchOptions, researchOptions, searchOptions } from '../../../src/enrichment/options';
import {
  FETCH_MODES,
  DEPTHS as LINKUP_DEPTHS,
  REASONING_DEPTHS,
  RESEARCH_MODES,
} from '../../doubles/linkup/contract';
import { problemOf } from '../../world/definitions';

describe('options', () => {
  it('offer exactly what Linkup knows', () => {
    expect(ours.DEPTHS).toEqual(LINKUP_DEPTHS);
    expect(ours.FETCH_MODES).toEqual(FETCH_MODES);
    expect(ours.RESEARCH_MODES).toEqual(RESEARCH_MODES);
    expect(ours.REASONING_DEPTHS).toEqual(REASONING_DEPTHS);
  });

  it('of a search are read whole', () => {
    const options = {
      depth: 'flash',
      maxResults: 3,
      includeInlineCitations: true,
      includeImages: false,
      includeDomains: ['a.org'],
      excludeDomains: [],
      fromDate: '2026-01-01',
      toDate: '2026-02-01',
    };
    expect(searchOptions(options, 'options')).toEqual(options);
  });

  it('of a page are read whole', () => {
    const options = {
      mode: 'pro',
      renderJs: true,
      includeRawContent: true,
      includeRawHtml: false,
      extractImages: true,
      instructions: 'x',
    };
    expect(fetchOptions(options, 'options')).toEqual(options);
  });

  it('that are null count as not set', () => {
    expect(searchOptions({ depth: 'deep', maxResults: null, fromDate: null }, '')).toEqual({ depth: 'deep' });
  });

  it.each([
    ['search', () => searchOptions({}, 'options'), 'options.depth'],
    ['fetch', () => fetchOptions({}, 'options'), 'options.mode'],
    ['research mode', () => researchOptions({ reasoningDepth: 'S' }, 'options'), 'options.mode'],
    ['research depth', () => researchOptions({ mode: 'auto' }, 'options'), 'options.reasoningDepth'],
  ])('that decide the price have no silent default: %s', (_type, read, path) => {
    expect(problemOf(read).subject).toContain(`${path} should be one of`);
  });

  it('are spelled as Linkup spells them', () => {
    const shouted = () => researchOptions({ mode: 'Auto', reasoningDepth: 'S' }, 'options');
    expect(problemOf(shouted).code).toBe('malformed');
  });
});

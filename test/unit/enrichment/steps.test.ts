/** Steps: how an enrichment asks at each of them, and which make sense. */
import { describe, expect, it } from 'vitest';
import { fingerprinter } from '../../../src/enrichment/fingerprint';
import { questionOf } from '../../../src/enrichment/question';
import { type Step, step as stepParser } from '../../../src/enrichment/step';
import { atStep, stepInWords, stepsFault } from '../../../src/enrichment/steps';
import { mostOf } from '../../../src/linkup/prices';
import { aFetch, aResearch, aSearch } from '../../world/definitions';

const deep: Step = { type: 'search', depth: 'deep' };
const report: Step = { type: 'research', mode: 'auto', reasoningDepth: 'M' };
const rendered: Step = { type: 'fetch', mode: 'standard', renderJs: true };

describe('an enrichment at a step', () => {
  const base = aSearch();
  const e = aSearch({ steps: [deep, report], options: { ...base.options, includeDomains: ['un.org'] } });

  it('asks the same in another way, looking at the same sites', () => {
    expect(questionOf(atStep(e, 2), 'x')).toMatchObject({ type: 'search', input: { depth: 'deep' } });
    expect(questionOf(atStep(e, 3), 'x')).toMatchObject({
      type: 'research',
      input: { q: 'x', mode: 'auto', reasoningDepth: 'M', includeDomains: ['un.org'] },
    });
  });

  it('is the same object each time, and the last one beyond the last', () => {
    expect(atStep(e, 1)).toBe(e);
    expect(atStep(e, 2)).toBe(atStep(e, 2));
    expect(atStep(e, 9)).toBe(atStep(e, 3));
  });

  it('has the fingerprint of the first step, with steps or without', () => {
    const { steps, ...without } = e;
    expect(fingerprinter(e)('x')).toBe(fingerprinter(without)('x'));
  });

  it('costs at most what all steps cost together', () => {
    expect(mostOf(e)).toBe(600 + 5_500 + 50_000);
    expect(mostOf(e, 2)).toBe(5_500 + 50_000);
    expect(mostOf(base)).toBe(600);
  });
});

describe('steps make sense', () => {
  it.each<[string, string, Parameters<typeof stepsFault>[0]]>([
    ['where each goes deeper', '', aSearch({ steps: [deep, report] })],
    ['for a page that needs JavaScript', '', aFetch({ steps: [rendered] })],
    ['not where one goes no deeper', 'deeper', aSearch({ steps: [report, deep] })],
    ['not where one is the same again', 'deeper', aSearch({ steps: [deep, deep] })],
    ['not where a search would become a fetch', 'cannot follow', aSearch({ steps: [rendered] })],
    ['not behind research', 'cannot follow', aResearch({ steps: [deep] })],
    [
      'not where research would have to give a list',
      'no list of results',
      aSearch({ shape: 'results', steps: [report] }),
    ],
  ])('%s', (_, fault, e) => {
    if (fault === '') expect(stepsFault(e)).toBe('');
    else expect(stepsFault(e)).toContain(fault);
  });

  it('are read with all that belongs to them', () => {
    for (const each of [deep, report, rendered]) expect(stepParser(each, '')).toEqual(each);
    expect(() => stepParser({ type: 'search', depth: 'abyss' }, '')).toThrow('malformed');
    expect(() => stepParser({ type: 'walk' }, '')).toThrow('malformed');
  });

  it('are said in a word or two', () => {
    const e = aSearch({ steps: [deep, report] });
    expect([1, 2, 3].map((at) => stepInWords(atStep(e, at)))).toEqual([
      'standard search',
      'deep search',
      'research M',
    ]);
    expect(stepInWords(atStep(aFetch({ steps: [rendered] }), 2))).toBe('fetch with JavaScript');
  });
});

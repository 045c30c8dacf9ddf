/** Enrichments to start a unit test from: one of each kind, and arbitrary ones that make sense. */
import fc from 'fast-check';
import { type Condition, TESTS } from '../../src/enrichment/condition';
import {
  type Enrichment,
  type FetchEnrichment,
  FIELD_KINDS,
  type Field,
  type ResearchEnrichment,
  type SearchEnrichment,
} from '../../src/enrichment/definition';
import { DEPTHS, FETCH_MODES, REASONING_DEPTHS, RESEARCH_MODES } from '../../src/enrichment/options';
import { Problem } from '../../src/enrichment/problem';

const BASE = {
  id: 'e1',
  name: 'Facts',
  sheetId: 0,
  template: 'What is the capital of {{Country}}?',
  fields: [],
  sources: false,
} as const;

/** A search for one answer, with changes. */
export function aSearch(changes: Partial<SearchEnrichment> = {}): SearchEnrichment {
  return { ...BASE, type: 'search', shape: 'answer', options: { depth: 'standard' }, ...changes };
}

/** A fetch of one page, with changes. */
export function aFetch(changes: Partial<FetchEnrichment> = {}): FetchEnrichment {
  const template = '{{Website}}';
  return { ...BASE, template, type: 'fetch', shape: 'page', options: { mode: 'standard' }, ...changes };
}

/** A piece of research, with changes. */
export function aResearch(changes: Partial<ResearchEnrichment> = {}): ResearchEnrichment {
  const options = { mode: 'auto', reasoningDepth: 'S' } as const;
  return { ...BASE, type: 'research', shape: 'answer', options, ...changes };
}

/** The Problem that a call throws; any other outcome fails the test. */
export function problemOf(call: () => unknown): Problem {
  try {
    call();
  } catch (thrown) {
    if (thrown instanceof Problem) return thrown;
    throw thrown;
  }
  throw new Error('no problem was thrown');
}

const NAMES = ['capital', 'Area (km²)', 'currency', 'Landlocked?', 'Größe', '国'];

const fields: fc.Arbitrary<Field[]> = fc
  .uniqueArray(fc.constantFrom(...NAMES), { minLength: 1 })
  .chain((names) =>
    fc.tuple(
      ...names.map((name) =>
        fc
          .constantFrom(...FIELD_KINDS)
          .map((kind): Field => ({ name, kind, ...(kind === 'choice' ? { choices: ['a', 'b'] } : {}) })),
      ),
    ),
  );

const SCHEMA =
  '{"type":"object","required":["b"],"properties":{"b":{"type":"number"},"a":{"type":"string"}}}';

const structure = fc.oneof(
  fields.map((list) => ({ fields: list })),
  fc.constant({ fields: [], schema: SCHEMA }),
);

const day = fc
  .date({ min: new Date('1970-01-02'), max: new Date('2026-11-23'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const domains = fc.uniqueArray(fc.constantFrom('wikipedia.org', 'news.example.co.uk', 'bücher.de'));

const scope = fc
  .record(
    {
      includeDomains: domains,
      excludeDomains: domains,
      days: fc.tuple(day, day),
    },
    { requiredKeys: [] },
  )
  .map(({ days, includeDomains, excludeDomains, ...others }) => {
    const [fromDate, toDate] = [...(days ?? [])].sort();
    const never = excludeDomains?.filter((domain) => !includeDomains?.includes(domain));
    const lists = {
      ...others,
      ...(includeDomains ? { includeDomains } : {}),
      ...(never ? { excludeDomains: never } : {}),
    };
    return { ...lists, ...(fromDate === undefined || toDate === undefined ? {} : { fromDate, toDate }) };
  });

const common = { sources: fc.boolean(), structure };

/** Any search that `checkDefinition` lets through. */
export const searches: fc.Arbitrary<Enrichment> = fc
  .record({
    ...common,
    scope,
    shape: fc.constantFrom('answer' as const, 'fields' as const, 'results' as const),
    own: fc.record(
      {
        depth: fc.constantFrom(...DEPTHS),
        maxResults: fc.integer({ min: 1, max: 50 }),
        includeInlineCitations: fc.boolean(),
        includeImages: fc.boolean(),
      },
      { requiredKeys: ['depth'] },
    ),
  })
  .map(({ sources, structure, scope, shape, own }) => {
    return aSearch({
      sources,
      shape,
      ...(shape === 'fields' ? structure : {}),
      options: { ...own, ...scope },
    });
  });

/** Any fetch that `checkDefinition` lets through. */
export const fetches: fc.Arbitrary<Enrichment> = fc
  .record({
    ...common,
    shape: fc.constantFrom('page' as const, 'fields' as const),
    instructions: fc.string({ maxLength: 4000 }),
    own: fc.record(
      {
        mode: fc.constantFrom(...FETCH_MODES),
        renderJs: fc.boolean(),
        includeRawContent: fc.boolean(),
        includeRawHtml: fc.boolean(),
        extractImages: fc.boolean(),
      },
      { requiredKeys: ['mode'] },
    ),
  })
  .map(({ sources, structure, shape, instructions, own }) => {
    if (shape === 'page') return aFetch({ sources, shape, options: own });
    return aFetch({ sources, shape, ...structure, options: { ...own, instructions } });
  });

/** Any research that `checkDefinition` lets through. */
export const researches: fc.Arbitrary<Enrichment> = fc
  .record({
    ...common,
    scope,
    shape: fc.constantFrom('answer' as const, 'fields' as const),
    own: fc.record({
      mode: fc.constantFrom(...RESEARCH_MODES),
      reasoningDepth: fc.constantFrom(...REASONING_DEPTHS),
    }),
  })
  .map(({ sources, structure, scope, shape, own }) => {
    return aResearch({
      sources,
      shape,
      ...(shape === 'fields' ? structure : {}),
      options: { ...own, ...scope },
    });
  });

const onlyIf = fc.record<Condition>({
  column: fc.constantFrom('Country', 'Since'),
  test: fc.constantFrom(...TESTS),
  value: fc.constantFrom('5', '2026-01-31'),
});

/** Any enrichment of any type, for all rows or for some. */
export const enrichments: fc.Arbitrary<Enrichment> = fc
  .tuple(fc.oneof(searches, fetches, researches), fc.option(onlyIf))
  .map(([e, condition]) => (condition ? { ...e, onlyIf: condition } : e));

/** Any text, down to halves of surrogate pairs and control characters. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
);

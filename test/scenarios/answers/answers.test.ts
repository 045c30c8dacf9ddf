/** Every shape of a search's answer, from the saved enrichment to typed cells, and every parameter on its way to Linkup. */

import { describe, expect, it } from 'vitest';
import { CAPITAL, type Draft, enriched, inputs, values } from '../../world/answering';
import { statusOf } from '../../world/says';

describe('a search for one answer', () => {
  const draft: Draft = { shape: 'answer', template: CAPITAL, sources: true, options: { depth: 'deep' } };

  it('fills the answer and its sources', async () => {
    const world = await enriched(draft);
    expect(world.column('It')).toEqual(['The capital of Peru is Lima.', "The capital of Chad is N'Djamena."]);
    expect(world.column('It sources')[0]).toBe(
      ['Peru - Wikipedia', 'Peru | Countries', 'mledoze/countries'].join('\n'),
    );
    expect(inputs(world)).toEqual(Array(2).fill({ depth: 'deep', outputType: 'sourcedAnswer' }));
  });

  it('has no sources column where none is wanted', async () => {
    const world = await enriched({ ...draft, sources: false });
    expect(world.sheet.displayRows()[0]?.slice(0, 3)).toEqual(['Country', 'It', statusOf('It')]);
  });

  it('cites inline when asked to', async () => {
    const world = await enriched({ ...draft, options: { depth: 'fast', includeInlineCitations: true } });
    expect(world.column('It')[0]).toBe('The capital of Peru is Lima [1].');
    expect(inputs(world)[0]).toMatchObject({ depth: 'fast', includeInlineCitations: true });
  });
});

describe('a search for fields', () => {
  it('types numbers, yes/no, dates, lists and texts, and gives sources beside them', async () => {
    const world = await enriched(
      {
        shape: 'fields',
        template: 'Tell me about {{Country}}',
        sources: true,
        fields: [
          { name: 'Area (km²)', kind: 'number' },
          { name: 'landlocked', kind: 'yes/no' },
          { name: 'joined the UN', kind: 'date', description: 'day of admission to the UN' },
          { name: 'languages', kind: 'list' },
          { name: 'calling code', kind: 'text' },
        ],
        options: { depth: 'flash' },
      },
      [['Country'], ['Switzerland'], ['Brazil']],
    );
    expect(values(world, 'Area (km²)')).toEqual([41284, 8515767]);
    expect(values(world, 'landlocked')).toEqual([true, false]);
    expect(world.column('joined the UN')).toEqual(['2002-09-10', '1945-10-24']);
    expect(values(world, 'joined the UN').map((value) => typeof value)).toEqual(['object', 'object']);
    expect(world.column('languages')).toEqual(['French; Swiss German; Italian; Romansh', 'Portuguese']);
    // "+41" must not turn into the number 41.
    expect(values(world, 'calling code')).toEqual(['+41', '+55']);
    expect(world.column('It sources')[0]).toMatch(/^Switzerland - Wikipedia\n/);
  });

  it('leaves blank what Linkup does not know', async () => {
    const world = await enriched({
      shape: 'fields',
      template: 'About {{Country}}',
      fields: [
        { name: 'capital', kind: 'text' },
        { name: 'population', kind: 'number' },
      ],
    });
    expect(world.column('capital')).toEqual(['Lima', "N'Djamena"]);
    expect(values(world, 'population')).toEqual([undefined, undefined]);
    expect(world.column(statusOf('It'))).toEqual(Array(2).fill('Done · nothing for population'));
  });

  it('follows a JSON Schema of one’s own, one column per property', async () => {
    const schema = {
      type: 'object',
      properties: {
        capital: { type: 'string' },
        area: { type: 'integer' },
        landlocked: { type: 'boolean' },
        borders: { type: 'array', items: { type: 'string' } },
        iso3: { type: 'string', enum: ['PER', 'TCD'] },
      },
      required: ['capital'],
      additionalProperties: false,
    };
    const world = await enriched({
      shape: 'fields',
      template: 'About {{Country}}',
      fields: [],
      schema: JSON.stringify(schema),
    });
    expect(world.sheet.displayRows()[1]?.slice(1, 6)).toEqual([
      'Lima',
      '1285216',
      'FALSE',
      'Bolivia; Brazil; Chile; Colombia; Ecuador',
      'PER',
    ]);
    expect(JSON.parse(String(inputs(world)[0]?.structuredOutputSchema))).toEqual(schema);
  });

  it.each([
    [true, ['https://countries.example/flags/per.svg', 'https://countries.example/flags/tcd.svg']],
    // Linkup gives images among the sources, and nowhere else.
    [false, undefined],
  ])('with sources %s makes an images column that can be filled, or none', async (sources, images) => {
    const options = { depth: 'standard', includeImages: true };
    const world = await enriched({ shape: 'fields', template: CAPITAL, sources, options });
    const [headings = []] = world.sheet.displayRows();
    expect(headings.includes('It images') ? world.column('It images') : undefined).toEqual(images);
  });
});

describe('a search for results', () => {
  it('fills top result, link, excerpt, all results and images', async () => {
    const world = await enriched({
      shape: 'results',
      template: CAPITAL,
      options: { depth: 'standard', includeImages: true, maxResults: 2 },
    });
    expect(world.column('It top result')).toEqual(['Peru - Wikipedia', 'Chad - Wikipedia']);
    expect(world.column('It link')[0]).toBe('https://en.wikipedia.org/wiki/Peru');
    expect(world.column('It excerpt')[0]).toMatch(/^The capital of Peru is Lima\./);
    expect(world.column('It all results')[1]).toBe('Chad - Wikipedia\nChad | Countries');
    expect(world.column('It images')).toEqual([
      'https://countries.example/flags/per.svg',
      'https://countries.example/flags/tcd.svg',
    ]);
    expect(world.linkup.bill.total()).toBe(0.01);
  });
});

describe('the scope of a search or a research', () => {
  const scope = {
    includeDomains: ['countries.example', 'en.wikipedia.org'],
    excludeDomains: ['github.com'],
    fromDate: '2020-01-31',
    toDate: '2026-10-31',
  };

  it.each([
    ['search', { depth: 'standard', maxResults: 2 }],
    ['research', { mode: 'investigate', reasoningDepth: 'M' }],
  ] as const)('reaches Linkup from a %s', async (type, options) => {
    const world = await enriched({
      type,
      shape: 'answer',
      template: CAPITAL,
      sources: true,
      options: { ...options, ...scope },
    });
    expect(inputs(world)).toEqual(Array(2).fill({ outputType: 'sourcedAnswer', ...options, ...scope }));
    expect(world.column('It sources')[0]).not.toContain('github.com');
  });
});

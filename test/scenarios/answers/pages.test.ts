/** Every shape of a fetch's and a research's answer, and every parameter on its way to Linkup. */

import { describe, expect, it } from 'vitest';
import { CAPITAL, enriched, inputs, values } from '../../world/answering';
import { statusOf } from '../../world/says';

const PAGES = [['Page'], ['countries.example/per'], ['https://countries.example/tcd']];

describe('a fetched page', () => {
  it('fills text, raw content, content type, HTML and images', async () => {
    const options = {
      mode: 'pro',
      renderJs: true,
      includeRawContent: true,
      includeRawHtml: true,
      extractImages: true,
    };
    const world = await enriched({ type: 'fetch', shape: 'page', template: '{{Page}}', options }, PAGES);
    expect(world.column('It')[0]).toMatch(/^# Peru\n\nThe capital of Peru is Lima\./);
    expect(world.column('It raw')[1]).toMatch(/^<!doctype html>.*<title>Chad<\/title>/);
    expect(world.column('It content type')).toEqual(['html', 'html']);
    expect(world.column('It HTML')[0]).toMatch(/^<!doctype html>/);
    expect(world.column('It images')[0]).toBe('https://countries.example/flags/per.svg');
    expect(inputs(world)).toEqual([options, options]);
    expect(world.linkup.tasks.map(({ question }) => question)).toEqual([
      'https://countries.example/per',
      'https://countries.example/tcd',
    ]);
    expect(world.linkup.bill.total()).toBe(0.02);
  });

  it('fills fields, following instructions', async () => {
    const world = await enriched(
      {
        type: 'fetch',
        shape: 'fields',
        template: '{{Page}}',
        fields: [
          { name: 'capital', kind: 'text' },
          { name: 'area', kind: 'number', description: 'area in km²' },
        ],
        options: { mode: 'standard', instructions: 'Read the table at the end.' },
      },
      PAGES,
    );
    expect(world.column('capital')).toEqual(['Lima', "N'Djamena"]);
    expect(values(world, 'area')).toEqual([1285216, 1284000]);
    expect(inputs(world)[0]).toEqual({
      mode: 'standard',
      instructions: 'Read the table at the end.',
      schema: {
        type: 'object',
        properties: {
          capital: { type: 'string', description: 'capital' },
          area: { type: 'number', description: 'area in km²' },
        },
      },
    });
  });
});

describe('a research', () => {
  it('fills fields without sources, for the reasoning depth that was chosen', async () => {
    const world = await enriched({
      type: 'research',
      shape: 'fields',
      template: CAPITAL,
      sources: true,
      fields: [{ name: 'capital', kind: 'text' }],
      options: { mode: 'auto', reasoningDepth: 'XL' },
    });
    expect(world.column('capital')).toEqual(['Lima', "N'Djamena"]);
    expect(world.sheet.displayRows()[0]?.slice(0, 3)).toEqual(['Country', 'capital', statusOf('It')]);
    expect(inputs(world)[0]).toMatchObject({ outputType: 'structured', mode: 'auto', reasoningDepth: 'XL' });
    expect(world.linkup.bill.total()).toBe(5);
  });
});

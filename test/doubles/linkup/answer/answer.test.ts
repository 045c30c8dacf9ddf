/** Answers are true, have the documented shapes, and leave out what is not known. */

import { describe, expect, it } from 'vitest';
import countries from 'world-countries';
import type { JsonObject, SearchInput } from '../contract';
import { ApiError } from '../errors';
import { defaultKnobs } from '../knob-values';
import { worldKnowledge } from '../knowledge/countries';
import { withTopics } from '../knowledge/knowledge';
import { questionAbout } from '../test-client';
import { checkWork } from '../validate/work';
import { answer } from './answer';

const KNOBS = defaultKnobs();

function ask(
  type: 'search' | 'research' | 'fetch',
  input: JsonObject,
  knowledge = worldKnowledge(),
): JsonObject {
  const checked = checkWork(type, input, KNOBS);
  if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
  return answer(checked.value, knowledge, KNOBS);
}

function search(q: string, outputType: SearchInput['outputType'], more: JsonObject = {}): JsonObject {
  return ask('search', { q, depth: 'standard', outputType, ...more });
}

function structured(q: string, properties: JsonObject, more: JsonObject = {}): JsonObject {
  const structuredOutputSchema = JSON.stringify({ type: 'object', properties });
  return search(q, 'structured', { structuredOutputSchema, ...more });
}

describe('a structured answer', () => {
  const properties = {
    capital: { type: 'string' },
    area_km2: { type: 'number' },
    currency: { type: 'string' },
    landlocked: { type: 'boolean' },
  };

  it.each(
    countries.map((country) => [country.name.common, country] as const),
  )('tells the truth about %s', (name, country) => {
    const currencies = Object.values(country.currencies).map((currency) => currency.name);
    const expected = {
      ...(country.capital.length > 0 ? { capital: country.capital.join(', ') } : {}),
      ...(country.area > 0 ? { area_km2: country.area } : {}),
      ...(currencies.length > 0 ? { currency: currencies.join(', ') } : {}),
      landlocked: country.landlocked,
    };
    expect(structured(questionAbout(name), properties)).toEqual(expected);
  });

  it.each<[string, JsonObject, unknown]>([
    ['isLandlocked', { type: 'boolean' }, true],
    ['landlocked', { type: 'string' }, 'Yes'],
    ['landlocked', { type: 'string', enum: ['yes', 'no'] }, 'yes'],
    ['region', { type: 'string', enum: ['europe', 'asia'] }, 'europe'],
    ['area', { type: 'integer', description: 'Total area in square miles' }, 15940],
    [
      'official_languages',
      { type: 'array', items: { type: 'string' } },
      ['French', 'Swiss German', 'Italian', 'Romansh'],
    ],
    ['neighbours', { type: 'integer', description: 'How many countries border it' }, 5],
    ['joined', { type: 'string', format: 'date', description: 'Admission to the UN' }, '2002-09-10'],
    ['currency_code', { type: 'string' }, 'CHF'],
    ['phone', { type: ['string', 'null'], description: 'International calling code' }, '+41'],
    ['x', { type: 'string', description: 'The capital city' }, 'Bern'],
    ['place', { type: 'object', properties: { capital: { type: 'string' } } }, { capital: 'Bern' }],
    ['answer', { type: 'string' }, 'The capital of Switzerland is Bern.'],
  ])('fills %s as %j', (name, property, expected) => {
    expect(structured('What is the capital of Switzerland?', { [name]: property })).toEqual({
      [name]: expected,
    });
  });

  it.each<[string, JsonObject]>([
    ['population', { type: 'integer' }],
    ['capital_population', { type: 'integer', description: 'Population of the capital' }],
    ['capital', { type: 'number' }],
    ['capital', { type: 'string', format: 'date' }],
    ['region', { type: 'string', enum: ['north', 'south'] }],
    ['ceo', { type: 'string' }],
  ])('leaves out %s as %j', (name, property) => {
    expect(structured('Tell me about Switzerland', { [name]: property })).toEqual({});
  });

  it('comes with its sources on request', () => {
    const output = structured('Switzerland', properties, { includeSources: true, maxResults: 1 });
    expect(Object.keys(output)).toEqual(['data', 'sources']);
    expect(output.sources).toEqual([
      expect.objectContaining({ type: 'text', url: 'https://en.wikipedia.org/wiki/Switzerland' }),
    ]);
  });
});

describe('a sourced answer', () => {
  it('says what was asked, with citations on request', () => {
    const q = 'Capital and currency of Switzerland?';
    expect(search(q, 'sourcedAnswer').answer).toBe(
      'The capital of Switzerland is Bern. Its currency is the Swiss franc.',
    );
    expect(search(q, 'sourcedAnswer', { includeInlineCitations: true }).answer).toBe(
      'The capital of Switzerland is Bern [1]. Its currency is the Swiss franc [1].',
    );
  });

  it('lists sources as name, url, snippet and favicon', () => {
    const { sources } = search('Switzerland', 'sourcedAnswer', { includeDomains: ['countries.example'] });
    expect(sources).toEqual([
      {
        name: 'Switzerland | Countries',
        url: 'https://countries.example/che',
        snippet: expect.stringContaining('Bern'),
        favicon: 'https://favicons.linkup.so?domain=countries.example',
      },
    ]);
  });
});

describe('search results', () => {
  const urls = (more: JsonObject) => {
    const { results } = search('Switzerland', 'searchResults', more);
    return Array.isArray(results) ? results.map((result) => new URL(result.url).hostname) : [];
  };

  it('respect maxResults and domains; inclusion wins over exclusion', () => {
    expect(urls({})).toEqual(['en.wikipedia.org', 'countries.example', 'github.com']);
    expect(urls({ maxResults: 2 })).toHaveLength(2);
    expect(urls({ excludeDomains: ['wikipedia.org'] })).toEqual(['countries.example', 'github.com']);
    expect(urls({ includeDomains: ['github.com'], excludeDomains: ['github.com'] })).toEqual(['github.com']);
  });

  it('are none when no source is left, or nothing is known', () => {
    const none = new ApiError('SEARCH_QUERY_NO_RESULT');
    expect(() => urls({ includeDomains: ['a.example'] })).toThrow(none);
    expect(() => search('Who is the best?', 'searchResults')).toThrow(none);
  });
});

describe('research', () => {
  it('answers at length from the same facts', () => {
    const output = ask('research', { q: 'Capital of Switzerland?', outputType: 'sourcedAnswer' });
    expect(output.answer).toContain('Bern');
    expect(String(output.answer).length).toBeGreaterThan(300);
  });

  it('carries no sources when structured', () => {
    const structuredOutputSchema = '{"type":"object","properties":{"capital":{"type":"string"}}}';
    const input = { q: 'Switzerland', outputType: 'structured', structuredOutputSchema };
    expect(ask('research', input)).toEqual({ capital: 'Bern' });
  });
});

describe('fetch', () => {
  it('returns the page of a country on both hosts', () => {
    for (const url of ['https://countries.example/geo', 'https://en.wikipedia.org/wiki/Georgia_(country)']) {
      expect(ask('fetch', { url }).markdown).toContain('The capital of Georgia is Tbilisi.');
    }
  });

  it('adds data for a schema, without what the page does not say', () => {
    const schema = {
      type: 'object',
      properties: { capital: { type: 'string' }, ceo: { type: 'string' } },
      required: ['ceo'],
    };
    expect(ask('fetch', { url: 'https://countries.example/che', schema }).data).toEqual({ capital: 'Bern' });
  });

  it('adds raw content, its type and images only on request', () => {
    const url = 'https://countries.example/che';
    expect(Object.keys(ask('fetch', { url }))).toEqual(['favicon', 'markdown']);
    const full = ask('fetch', { url, includeRawContent: true, extractImages: true, includeRawHtml: true });
    expect(Object.keys(full)).toEqual([
      'contentType',
      'favicon',
      'images',
      'markdown',
      'rawContent',
      'rawHtml',
    ]);
  });

  it('fails for a page that is missing', () => {
    expect(() => ask('fetch', { url: 'https://countries.example/xyz' })).toThrow(new ApiError('FETCH_ERROR'));
  });
});

describe('withTopics', () => {
  it('adds hostile or invented facts to the world', () => {
    const evil = '=IMPORTXML("https://evil.example","//a")';
    const topic = {
      name: 'Evil Corp',
      facts: [{ key: 'slogan', value: evil, sentence: evil }],
      sources: [{ name: 'Evil', url: 'https://evil.example/', content: evil }],
      images: [],
    };
    const knowledge = withTopics(worldKnowledge(), [topic]);
    const structuredOutputSchema = '{"type":"object","properties":{"slogan":{"type":"string"}}}';
    // No address of any kind.
    for (const format of ['uri', 'email', 'date']) {
      const schema = { type: 'object', properties: { slogan: { type: 'string', format } } };
      const asked = {
        depth: 'fast',
        outputType: 'structured',
        structuredOutputSchema: JSON.stringify(schema),
      };
      expect(ask('search', { ...asked, q: 'Slogan of Evil Corp?' }, knowledge)).toEqual({});
    }
    const input = { depth: 'fast', outputType: 'structured', structuredOutputSchema };
    expect(ask('search', { ...input, q: 'Slogan of Evil Corp?' }, knowledge)).toEqual({ slogan: evil });
    expect(
      ask('search', { q: 'Capital of Chad', depth: 'fast', outputType: 'sourcedAnswer' }, knowledge),
    ).toHaveProperty('answer', "The capital of Chad is N'Djamena.");
  });
});

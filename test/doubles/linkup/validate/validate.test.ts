/** Everything that the contract forbids is refused by the name of its field. */
import { describe, expect, it } from 'vitest';
import type { JsonObject, TaskType } from '../contract';
import { defaultKnobs } from '../knob-values';
import type { LinkupKnobs } from '../knobs';
import { batch, bench, requestOf } from '../test-client';
import { checkWork } from './work';

const SCHEMA = '{"type":"object","properties":{"capital":{"type":"string"}}}';
const SEARCH = { q: 'x', depth: 'fast', outputType: 'sourcedAnswer' };
const RESEARCH = { q: 'x', outputType: 'sourcedAnswer' };
const FETCH = { url: 'https://countries.example/che' };
const BASE: Readonly<Record<TaskType, JsonObject>> = { search: SEARCH, research: RESEARCH, fetch: FETCH };

/** Names of the fields that are refused. */
function refused(type: TaskType, change: JsonObject, knobs: Partial<LinkupKnobs> = {}): string[] {
  const checked = checkWork(type, { ...BASE[type], ...change }, { ...defaultKnobs(), ...knobs });
  return checked.ok ? [] : checked.issues.map((issue) => issue.field);
}

describe('valid input', () => {
  it.each<[TaskType, JsonObject]>([
    ['search', {}],
    ['search', { depth: 'flash', maxResults: 1, includeImages: 'false', fromDate: null }],
    ['search', { outputType: 'structured', structuredOutputSchema: SCHEMA, includeSources: true }],
    ['search', { includeInlineCitations: true, fromDate: '2025-01-01', toDate: '2025-01-01' }],
    ['search', { includeDomains: Array(100).fill('a.example'), structuredOutputSchema: null }],
    ['research', { mode: 'investigate', reasoningDepth: 'XL' }],
    ['research', { outputType: 'structured', structuredOutputSchema: SCHEMA }],
    ['fetch', { mode: 'pro', renderJs: true, extractImages: true, includeRawContent: true }],
    ['fetch', { schema: { type: 'object' }, instructions: 'x'.repeat(4000) }],
  ])('for %s with %j is accepted', (type, change) => {
    expect(refused(type, change)).toEqual([]);
  });
});

describe('invalid input', () => {
  it.each<[TaskType, JsonObject, string]>([
    ['search', { q: '' }, 'q'],
    ['search', { q: '  ' }, 'q'],
    ['search', { q: 5 }, 'q'],
    ['search', { q: null }, 'q'],
    ['search', { depth: 'Deep' }, 'depth'],
    ['search', { depth: null }, 'depth'],
    ['search', { outputType: 'answer' }, 'outputType'],
    ['search', { outputType: 'structured' }, 'structuredOutputSchema'],
    ['search', { outputType: 'structured', structuredOutputSchema: '{' }, 'structuredOutputSchema'],
    [
      'search',
      { outputType: 'structured', structuredOutputSchema: '{"type":"array"}' },
      'structuredOutputSchema',
    ],
    [
      'search',
      { outputType: 'structured', structuredOutputSchema: { type: 'object' } },
      'structuredOutputSchema',
    ],
    ['search', { structuredOutputSchema: SCHEMA }, 'structuredOutputSchema'],
    ['search', { includeSources: true }, 'includeSources'],
    ['search', { outputType: 'searchResults', includeInlineCitations: true }, 'includeInlineCitations'],
    ['search', { includeImages: 'yes' }, 'includeImages'],
    ['search', { maxResults: 0 }, 'maxResults'],
    ['search', { maxResults: '5' }, 'maxResults'],
    ['search', { fromDate: '' }, 'fromDate'],
    ['search', { fromDate: '2025-02-30' }, 'fromDate'],
    ['search', { fromDate: '2025-01-01T00:00:00Z' }, 'fromDate'],
    ['search', { toDate: '1970-01-01' }, 'toDate'],
    ['search', { fromDate: '2025-01-02', toDate: '2025-01-01' }, 'fromDate'],
    ['search', { includeDomains: 'a.example' }, 'includeDomains'],
    ['search', { includeDomains: Array(101).fill('a.example') }, 'includeDomains'],
    ['search', { excludeDomains: [5] }, 'excludeDomains'],
    ['search', { excludeDomains: ['not a domain'] }, 'excludeDomains'],
    ['search', { query: 'x' }, 'query'],
    ['research', { outputType: 'searchResults' }, 'outputType'],
    ['research', { mode: 'Answer' }, 'mode'],
    ['research', { reasoningDepth: 's' }, 'reasoningDepth'],
    ['research', { depth: 'deep' }, 'depth'],
    ['research', { includeSources: false }, 'includeSources'],
    ['fetch', { url: 'ftp://a.example/' }, 'url'],
    ['fetch', { url: 'countries.example' }, 'url'],
    ['fetch', { url: 'https://a b' }, 'url'],
    ['fetch', { mode: 'fast' }, 'mode'],
    ['fetch', { schema: '{"type":"object"}' }, 'schema'],
    ['fetch', { schema: { type: 'string' } }, 'schema'],
    ['fetch', { instructions: 'x' }, 'instructions'],
    ['fetch', { schema: { type: 'object' }, instructions: 'x'.repeat(4001) }, 'instructions'],
    ['fetch', { q: 'x' }, 'q'],
  ])('for %s with %j is refused at %s', (type, change, field) => {
    expect(refused(type, change)).toContain(field);
  });

  it('passes where a knob is lenient', () => {
    expect(refused('search', { query: 'x' }, { unknownFields: 'ignore' })).toEqual([]);
    expect(refused('search', { includeSources: true }, { misplacedOptions: 'ignore' })).toEqual([]);
    const structured = { outputType: 'structured', structuredOutputSchema: { type: 'object' } };
    expect(refused('search', structured, { schemaAsObject: 'accept' })).toEqual([]);
  });

  it('is refused where a knob is stricter', () => {
    expect(refused('search', { q: 'too long' }, { maxQueryLength: 3 })).toEqual(['q']);
    const flash = [{ type: 'search', input: { ...SEARCH, depth: 'flash' } }];
    expect(bench().codeOf('POST', '/tasks', flash)).toBe(200);
    expect(bench({ knobs: { flashInTasks: 'reject' } }).codeOf('POST', '/tasks', flash)).toBe(
      'VALIDATION_ERROR',
    );
  });
});

describe('a batch', () => {
  const hundred = Array.from({ length: 100 }, () => 'Chad');

  it('holds 1 to 100 tasks', () => {
    expect(bench().codeOf('POST', '/tasks', batch(...hundred))).toBe(200);
    expect(bench().codeOf('POST', '/tasks', batch(...hundred, 'Mali'))).toBe('VALIDATION_ERROR');
    expect(bench().codeOf('POST', '/tasks', [])).toBe('VALIDATION_ERROR');
    expect(bench().codeOf('POST', '/tasks', { tasks: batch('Chad') })).toBe('VALIDATION_ERROR');
  });

  it.each([
    [[{ type: 'crawl', input: {} }]],
    [[{ type: 'search' }]],
    [[{ type: 'search', input: SEARCH, id: 'mine' }]],
    [['search']],
  ])('refuses the item in %j', (body) => {
    expect(bench().codeOf('POST', '/tasks', body)).toBe('VALIDATION_ERROR');
  });
});

describe('a request', () => {
  it('must be JSON and say so', () => {
    const { double } = bench();
    const request = requestOf('POST', '/search', SEARCH);
    expect(double.handle({ ...request, body: '{' }).status).toBe(400);
    const plain = { ...request.headers, 'Content-Type': 'text/plain' };
    expect(double.handle({ ...request, headers: plain }).body).toContain('application/json');
  });

  it.each([
    ['DELETE', '/tasks/x'],
    ['GET', '/search'],
    ['GET', '/task'],
    ['PUT', '/tasks'],
  ] as const)('to %s %s is refused by name', (method, path) => {
    const response = bench().double.handle(requestOf(method, path));
    expect(response.status).toBe(404);
    expect(response.body).toContain(`Cannot ${method} /v1${path}`);
  });

  it('takes no query string where none is documented', () => {
    expect(bench().codeOf('GET', '/credits/balance?currency=EUR')).toBe('VALIDATION_ERROR');
  });
});

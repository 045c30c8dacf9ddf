/** What the probe sends: every request by its name, each the cheapest that can tell what it is sent for. */
import { TAKEN_APART } from './texts';

/** A request before it has a key; nothing in it depends on an answer but the `id` of a task. */
export interface Sent {
  readonly method: 'GET' | 'POST';
  /** Below the API's base, with its query. */
  readonly path: string;
  readonly body?: unknown;
  /** Whose key goes along. */
  readonly key: 'own' | 'wrong' | 'none';
}

/** An item of POST /tasks. */
export interface Item {
  readonly type: 'search' | 'fetch' | 'research';
  readonly input: Readonly<Record<string, unknown>>;
}

/** A key that nobody has. */
export const WRONG_KEY = 'probe-key-of-nobody';

/** A page that is there, one that is not, and a host that has no address (RFC 2606). */
const PAGE = 'https://en.wikipedia.org/wiki/Andorra';
const MISSING = 'https://en.wikipedia.org/wiki/No_such_page_of_the_probe';
const NOWHERE = 'https://no-such-host.example';

const FAST = { depth: 'fast', outputType: 'searchResults' } as const;
const CAPITAL = 'What is the capital of Andorra?';

const COUNTRIES = {
  type: 'object',
  properties: {
    rows: {
      type: 'array',
      items: { type: 'object', properties: { name: { type: 'string' }, capital: { type: 'string' } } },
    },
  },
};

/** The body of the question for a list; three things answer it, and everybody agrees which. */
export const LIST = {
  q: 'List the three largest countries of South America by area, each with its capital.',
  depth: 'standard',
  outputType: 'structured',
  structuredOutputSchema: JSON.stringify(COUNTRIES),
} as const;

/** What the same question is to leave out, as the add-on says it. */
export const LEFT_OUT = ['Brazil', 'Argentina'] as const;

/** The schema of the batch's structured question; it leaves open whether there may be more. */
export const SCHEMA = { type: 'object', properties: { capital: { type: 'string' } } } as const;

/** The batch that most is read from. */
export const BATCH: readonly Item[] = [
  { type: 'fetch', input: { url: `${PAGE}?probe=1` } },
  { type: 'search', input: { q: TAKEN_APART, ...FAST } },
  { type: 'fetch', input: { url: 'https://EN.Wikipedia.org:443/wiki/Andorra?probe=2' } },
  { type: 'search', input: { ...structured(SCHEMA), includeSources: true } },
  { type: 'fetch', input: { url: NOWHERE } },
  { type: 'fetch', input: { url: `${PAGE}?probe=3`, schema: SCHEMA } },
  { type: 'fetch', input: { url: `${PAGE}?probe=4` } },
  { type: 'fetch', input: { url: MISSING } },
];
/** Places in it: a search, a search with a schema, a page on no host. */
export const [SEARCHED, STRUCTURED, UNREACHABLE] = [1, 3, 4] as const;

/** A domain as the add-on takes it. */
export const DOMAIN = 'WWW.Wikipedia.org';

/** Where the invalid item of the spoilt batch stands. */
export const SPOILT_AT = 1;

/** More than many servers read of a body; a hundred questions of 10,000 characters have as much. */
const LARGE = 1_000_000;

/** An id that no task has. */
const NOBODYS_ID = '00000000-0000-4000-8000-000000000000';

/** One character more than a query may have, by a page of the reference. */
const LONG_QUERY = `${CAPITAL} ${'Please be brief. '.repeat(600)}`.slice(0, 10_001);

function structured(schema: unknown, q = CAPITAL) {
  return { q, depth: 'fast', outputType: 'structured', structuredOutputSchema: JSON.stringify(schema) };
}

function get(path: string, key: Sent['key'] = 'own'): Sent {
  return { method: 'GET', path, key };
}

function post(path: string, body: unknown, key: Sent['key'] = 'own'): Sent {
  return { method: 'POST', path, body, key };
}

const list = (query: string): Sent => get(`/tasks?${query}`);
const newest = (pageSize: number): Sent =>
  list(`page=1&pageSize=${pageSize}&sortBy=createdAt&sortDirection=desc`);

/** Left out is what a search and a research cannot do without: they are refused, and a refusal names what else is wrong. */
const lacking = (mode: string): Sent => post('/research', { mode, reasoningDepth: 'S' });

/** Every request by its name. */
export const REQUESTS = {
  wrongKey: get('/credits/balance', 'wrong'),
  noKey: post('/search', { q: CAPITAL, ...FAST }, 'none'),
  balance: get('/credits/balance'),
  oldest: list('page=1&pageSize=1&sortBy=createdAt&sortDirection=asc'),
  listAtOnce: list('page=1&pageSize=1&sortBy=createdAt&sortDirection=asc'),
  anyList: newest(1),
  researchAtOnce: get('/research?page=1&pageSize=1'),
  oddQuery: list('page=1&pageSize=1&probe=1'),
  unknownTask: get(`/tasks/${NOBODYS_ID}`),

  lackingSearch: post('/search', {
    depth: 'unheard-of',
    fromDate: '2026-01-01T00:00:00Z',
    excludeDomains: Array.from({ length: 101 }, (_, i) => `site-${i + 1}.example`),
  }),
  modeSmall: lacking('answer'),
  modeCapital: lacking('Answer'),
  modeUnheard: lacking('unheard-of'),

  oddField: post('/fetch', { url: NOWHERE, probe: true }),
  unreachable: post('/fetch', { url: NOWHERE }),
  missing: post('/fetch', { url: MISSING }),
  emptyQuery: post('/search', { q: '', ...FAST }),
  longQuery: post('/search', { q: LONG_QUERY, ...FAST }),
  misplaced: post('/search', { q: CAPITAL, ...FAST, includeSources: true }),
  manyResults: post('/search', { q: CAPITAL, ...FAST, maxResults: 1_000 }),
  schemaObject: post('/search', { ...structured(SCHEMA), structuredOutputSchema: SCHEMA }),
  nothing: post('/search', {
    q: 'zqxvorb blorptang wibblefrotz',
    depth: 'fast',
    outputType: 'sourcedAnswer',
  }),
  list: post('/search', LIST),
  listWithout: post('/search', {
    ...LIST,
    q: `${LIST.q}\nLeave out these, which are known already, and give others: ${LEFT_OUT.join('; ')}`,
  }),

  batch: post('/tasks', BATCH),
  listedAtOnce: newest(100),
  taskAtOnce: get('/tasks/{id}'),
  // As the add-on itself polls.
  poll: list('page=1&pageSize=100&sortBy=updatedAt&sortDirection=desc&status=completed&status=failed'),
  tie: newest(100),
  tieAgain: newest(100),
  tieSmaller: newest(50),
  unsorted: list('page=1&pageSize=100&sortDirection=desc'),

  large: post('/tasks', [{ type: 'search', input: { q: 'x'.repeat(LARGE), depth: 'unheard-of' } }]),
  spoilt: post('/tasks', [
    { type: 'fetch', input: { url: `${PAGE}?probe=5` } },
    { type: 'fetch', input: {} },
    { type: 'fetch', input: { url: `${PAGE}?probe=6` } },
  ]),
  flash: post('/tasks', [
    { type: 'search', input: { q: CAPITAL, depth: 'flash', outputType: 'searchResults' } },
  ]),
  domains: post('/tasks', [{ type: 'search', input: { q: CAPITAL, ...FAST, includeDomains: [DOMAIN] } }]),
  balanceAfter: get('/credits/balance'),
} satisfies Readonly<Record<string, Sent>>;

/** The name of a request. */
export type StepName = keyof typeof REQUESTS;

/** The names in the order in which they are listed. */
export const STEPS: readonly StepName[] = Object.keys(REQUESTS).filter(
  (name): name is StepName => name in REQUESTS,
);

/** Linkup's official SDK drives the double over HTTP: the proof that the double is not our fantasy. */
import * as sdk from 'linkup-sdk';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { VirtualClock } from '../clock';
import { LinkupDouble, type LinkupKnobs, type RunningServer, startServer } from './index';
import { KIND } from './knob-values';
import { questionAbout } from './test-client';

const KEYS = {
  'test-key': { organization: 'acme' },
  'poor-key': { organization: 'poor' },
  'thrifty-key': { organization: 'acme', budget: 0.001 },
};
const CAPITAL = { type: 'object', properties: { capital: { type: 'string' } } };

let clock: VirtualClock;
let double: LinkupDouble;
let server: RunningServer;

async function start(knobs: Partial<LinkupKnobs> = {}): Promise<void> {
  clock = new VirtualClock();
  double = new LinkupDouble({ clock, keys: KEYS, balances: { poor: 0 }, knobs: { ...KIND, ...knobs } });
  server = await startServer(double);
}

function client(apiKey = 'test-key'): sdk.LinkupClient {
  return new sdk.LinkupClient({ apiKey, baseUrl: `${server.url}/v1` });
}

function askAbout(place: string): sdk.SearchParams {
  return { query: questionAbout(place), depth: 'standard', outputType: 'sourcedAnswer' };
}

beforeEach(() => start());
afterEach(() => server.close());

describe('the official SDK against the double', () => {
  it('creates, lists and gets tasks of all three types', async () => {
    const created = await client().createTasks([
      {
        type: 'search',
        input: { ...askAbout('Chad'), outputType: 'structured', structuredOutputSchema: CAPITAL },
      },
      { type: 'fetch', input: { url: 'https://countries.example/che' } },
      {
        type: 'research',
        input: { query: questionAbout('Niger'), outputType: 'sourcedAnswer', reasoningDepth: 'S' },
      },
    ]);
    expect(created.map((task) => [task.type, task.status, task.output])).toEqual([
      ['search', 'pending', null],
      ['fetch', 'pending', null],
      ['research', 'pending', null],
    ]);
    clock.sleep(10 * 60_000);
    const list = await client().listTasks({
      status: ['completed', 'failed'],
      pageSize: 100,
      sortBy: 'createdAt',
    });
    expect(list.data.map((task) => task.id)).toEqual(created.map((task) => task.id));
    expect(list.metadata).toEqual({ page: 1, pageSize: 100, total: 3, totalPages: 1 });
    expect(list.quota).toEqual({ inFlight: 0, limit: 100 });
    const search = await client().getTask(created[0]?.id ?? '');
    expect(search.output).toEqual({ capital: "N'Djamena" });
  });

  it('reads the normalised input back: the question renamed, the schema an object', async () => {
    const params: sdk.SearchParams = {
      ...askAbout('Chad'),
      outputType: 'structured',
      structuredOutputSchema: CAPITAL,
    };
    const [task] = await client().createTasks([{ type: 'search', input: params }]);
    expect(task?.input).toMatchObject({ query: questionAbout('Chad'), structuredOutputSchema: CAPITAL });
  });

  it('filters the list by repeated status and type', async () => {
    await client().createTasks([
      { type: 'search', input: askAbout('Chad') },
      { type: 'fetch', input: { url: 'https://nowhere.example/' } },
    ]);
    clock.sleep(60_000);
    const list = await client().listTasks({ status: ['failed', 'pending'], type: ['fetch', 'research'] });
    expect(list.data.map(({ type, status }) => [type, status])).toEqual([['fetch', 'failed']]);
  });

  it('searches in all three output types', async () => {
    const answer = await client().search({
      query: questionAbout('Chad'),
      depth: 'deep',
      outputType: 'sourcedAnswer',
    });
    expect(answer.answer).toContain("N'Djamena");
    const found = await client().search({
      query: questionAbout('Chad'),
      depth: 'fast',
      outputType: 'searchResults',
      maxResults: 2,
      includeImages: true,
    });
    expect(found.results.map(({ type }) => type)).toEqual(['image', 'text', 'text']);
    const structured = await client().search({
      query: questionAbout('Chad'),
      depth: 'standard',
      outputType: 'structured',
      structuredOutputSchema: CAPITAL,
      includeSources: true,
    });
    expect(structured.data).toEqual({ capital: "N'Djamena" });
    expect(structured.sources).not.toHaveLength(0);
  });

  it('fetches a page with raw HTML and images', async () => {
    const page = await client().fetch({
      url: 'https://countries.example/che',
      includeRawHtml: true,
      extractImages: true,
    });
    expect(page.markdown).toContain('# Switzerland');
    expect(page.rawHtml).toContain('<h1>Switzerland</h1>');
    expect(page.images).toEqual([
      { alt: 'Flag of Switzerland', url: 'https://countries.example/flags/che.svg' },
    ]);
  });

  it('starts, lists and gets research', async () => {
    const task = await client().research({ query: questionAbout('Chad'), outputType: 'sourcedAnswer' });
    expect(task.input).toMatchObject({ mode: 'auto', reasoningDepth: 'L' });
    clock.sleep(20 * 60_000);
    const list = await client().listResearch({ sortDirection: 'desc' });
    expect(list.data.map(({ id }) => id)).toEqual([task.id]);
    expect(list).not.toHaveProperty('quota');
    const done = await client().getResearch(task.id);
    expect(done.output).toHaveProperty('answer', expect.stringContaining('## Chad'));
  });
});

/** How the double is made to raise each error class of the SDK. */
const PROVOKE: Readonly<Record<string, () => Promise<unknown>>> = {
  LinkupInvalidRequestError: () => client().search({ ...askAbout('Chad'), maxResults: 0 }),
  LinkupNoResultError: () => client().search(askAbout('Nowhere')),
  LinkupAuthenticationError: () => client('wrong-key').listTasks(),
  LinkupTaskNotFoundError: () => client().getTask('unknown'),
  LinkupInsufficientCreditError: () => client('poor-key').search(askAbout('Chad')),
  LinkupBudgetLimitExceededError: () => client('thrifty-key').search(askAbout('Chad')),
  LinkupTasksQueueLimitExceededError: () => {
    double.knobs.queueLimit = 0;
    return client().createTasks([{ type: 'search', input: askAbout('Chad') }]);
  },
  LinkupTooManyRequestsError: async () => {
    await client().listTasks();
    return client().listTasks();
  },
  LinkupUnknownError: () => {
    double.failNext({ effect: 'before', code: 'INTERNAL_SERVER_ERROR' });
    return client().listTasks();
  },
  LinkupFetchError: () => client().fetch({ url: 'https://broken.example/' }),
  LinkupFetchResponseTooLargeError: () => client().fetch({ url: 'https://huge.example/' }),
  LinkupFetchUnsupportedContentTypeError: () => client().fetch({ url: 'https://binary.example/' }),
  FetchUrlIsFileError: () => client().fetch({ url: 'https://file.example/' }),
  LinkupPaymentRequiredError: () => {
    const signer = { createPaymentPayload: () => Promise.reject(new Error('nobody pays')) };
    return new sdk.LinkupClient({ signer, baseUrl: `${server.url}/v1` }).search(askAbout('Chad'));
  },
};

/** Concrete error classes that the SDK exports: everything that extends Error except the abstract base. */
function errorClassesOfSdk(): string[] {
  return Object.entries(sdk)
    .filter(([, member]) => typeof member === 'function' && member.prototype instanceof Error)
    .map(([name]) => name)
    .filter((name) => name !== 'LinkupError');
}

describe('the error classes of the official SDK', () => {
  it('are all provoked here', () => {
    expect(Object.keys(PROVOKE).sort()).toEqual(errorClassesOfSdk().sort());
  });

  it.each(Object.entries(PROVOKE))('%s', async (name, provoke) => {
    const error: unknown = await provoke().then(
      () => 'no error',
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(Error);
    expect(error).toHaveProperty('name', name);
  });

  it('leave a network fault to the HTTP client as a lost connection', async () => {
    double.failNext({ effect: 'after', network: 'timeout', path: '/v1/tasks' });
    const lost = client().createTasks([{ type: 'search', input: askAbout('Chad') }]);
    await expect(lost).rejects.toHaveProperty('isAxiosError', true);
    expect(double.tasks).toHaveLength(1);
  });
});

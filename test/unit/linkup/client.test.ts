/** The client against the local Linkup: what it sends, what it makes of the answers, and where the key goes. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Problem } from '../../../src/enrichment/problem';
import { questionOf } from '../../../src/enrichment/question';
import { linkup } from '../../../src/linkup/client';
import { VirtualClock } from '../../doubles/clock';
import type { HttpRequest } from '../../doubles/http';
import type { Fault, LinkupKnobs } from '../../doubles/linkup';
import { LinkupDouble, TEST_KEY } from '../../doubles/linkup';
import { aFetch, aResearch, aSearch, problemOf } from '../../world/definitions';

interface Options {
  readonly method: 'get' | 'post';
  readonly headers: Record<string, string>;
  readonly payload?: string;
  readonly contentType?: string;
  readonly muteHttpExceptions: boolean;
  readonly timeoutSeconds: number;
}

/** A client whose UrlFetchApp leads to a local Linkup, and everything that was sent. */
function connected(key = TEST_KEY, knobs: Partial<LinkupKnobs> = {}) {
  const clock = new VirtualClock();
  const double = new LinkupDouble({ clock, knobs });
  const sent: { url: string; options: Options }[] = [];
  const fetch = (url: string, options: Options) => {
    sent.push({ url, options });
    const method: HttpRequest['method'] = options.method === 'get' ? 'GET' : 'POST';
    const headers = { ...options.headers, 'Content-Type': options.contentType ?? '' };
    const request = {
      method,
      url,
      headers,
      ...(options.payload === undefined ? {} : { body: options.payload }),
    };
    const { status, body, headers: answered } = double.handle(request);
    return { getResponseCode: () => status, getContentText: () => body, getHeaders: () => answered };
  };
  vi.stubGlobal('UrlFetchApp', { fetch });
  const counted = vi.fn();
  return { client: linkup(key, counted), clock, double, sent, counted };
}

const QUESTION = questionOf(aSearch(), 'What is the capital of Chad?');
const FINISHED = { sortBy: 'updatedAt', page: 1, pageSize: 100, statuses: ['completed', 'failed'] } as const;

afterEach(() => vi.unstubAllGlobals());

describe('the client', () => {
  it('submits a bare list and reads back its tasks', () => {
    const { client } = connected();
    expect(client.submit([QUESTION, QUESTION]).map((task) => task?.status)).toEqual(['pending', 'pending']);
  });

  it('lists what finished, newest first, every parameter spelled out', () => {
    const { client, clock, sent } = connected();
    const [created] = client.submit([QUESTION]);
    clock.sleep(60_000);
    const page = client.list(FINISHED);
    expect(page.tasks.map(({ id, status }) => [id, status])).toEqual([[created?.id, 'completed']]);
    expect(page.quota).toEqual({ inFlight: 0, limit: 100 });
    expect(sent[1]?.url.split('?')[1]).toBe(
      'page=1&pageSize=100&sortBy=updatedAt&sortDirection=desc&status=completed&status=failed',
    );
  });

  it('looks up a task by its id, and finds none where Linkup keeps none', () => {
    const { client } = connected();
    const [created] = client.submit([QUESTION]);
    expect(client.get(created?.id ?? '')?.id).toBe(created?.id);
    expect(client.get('no/such?task')).toBeUndefined();
  });

  it('asks a question directly, and gives what a task would have as its output', () => {
    const { client, double, sent } = connected();
    const direct = client.direct(QUESTION);
    expect(direct).toMatchObject({
      kind: 'answered',
      output: { answer: expect.stringContaining("N'Djamena") },
    });
    expect(sent[0]?.url).toMatch(/\/v1\/search$/);
    expect(double.bill.entries).toHaveLength(1);
  });

  it('tells a question without an answer from a request that went wrong', () => {
    const { client, double } = connected();
    const nowhere = questionOf(aSearch(), 'What is the capital of Atlantis?');
    expect(client.direct(nowhere)).toEqual({ kind: 'not found' });
    double.failNext({ effect: 'before', code: 'FETCH_RESPONSE_TOO_LARGE' });
    expect(client.direct(QUESTION)).toEqual({ kind: 'failed', reason: 'The page is too large to fetch.' });
    double.failNext({ effect: 'before', code: 'VALIDATION_ERROR' });
    expect(problemOf(() => client.direct(QUESTION)).code).toBe('invalid-question');
  });

  it('starts a piece of research, which is looked after as a task', () => {
    const { client } = connected();
    const { id, type, status } = client.research(questionOf(aResearch(), 'What is the capital of Chad?'));
    expect([type, status]).toEqual(['research', 'pending']);
    expect(client.get(id)?.id).toBe(id);
  });

  it('reads the balance', () => {
    expect(connected().client.balance()).toBe(100);
  });

  it('puts the key into the Authorization header and nowhere else', () => {
    const { client, sent } = connected();
    client.submit([QUESTION]);
    client.list(FINISHED);
    for (const { url, options } of sent) {
      const { headers, ...rest } = options;
      expect(headers).toEqual({ Authorization: `Bearer ${TEST_KEY}` });
      expect(url + JSON.stringify(rest)).not.toContain(TEST_KEY);
    }
  });

  it('never lets Google throw on an error status, nor wait for six minutes', () => {
    const { client, sent } = connected();
    client.balance();
    expect(sent[0]?.options).toMatchObject({ muteHttpExceptions: true, timeoutSeconds: 60 });
  });

  it.each([
    ['search', questionOf(aSearch(), 'What is the capital of Chad?'), 60],
    ['deep search', questionOf(aSearch({ options: { depth: 'deep' } }), 'What is the capital of Chad?'), 300],
    ['page', questionOf(aFetch(), 'https://countries.example/tcd'), 120],
  ])('gives a %s as long as it may take, within Google’s six minutes', (_, question, seconds) => {
    const { client, sent } = connected();
    client.direct(question);
    expect(sent[0]?.options.timeoutSeconds).toBe(seconds);
  });

  it.each([
    '',
    '../balance',
    'a/b',
    'a b',
    'x'.repeat(5_000),
    'half \ud800',
    '\u0000',
  ])('does not even ask for the id %j', (id) => {
    const { client, sent } = connected();
    expect(client.get(id)).toBeUndefined();
    expect(sent).toEqual([]);
  });

  it('tells Linkup’s own time at its last answer, be it a success or not', () => {
    const { client, clock, double } = connected();
    expect(client.time()).toBeUndefined();
    client.balance();
    const told = clock.now();
    clock.sleep(5_000);
    expect(client.time()).toBe(told);
    double.failNext({ effect: 'before', network: 'dns' });
    problemOf(() => client.balance());
    expect(client.time()).toBe(told);
    expect(connected(TEST_KEY, { dateHeader: false }).client.time()).toBeUndefined();
  });

  it('counts every request, the failed ones too', () => {
    const { client, counted, double } = connected();
    double.failNext({ effect: 'before', network: 'dns' });
    problemOf(() => client.balance());
    client.balance();
    expect(counted).toHaveBeenCalledTimes(2);
  });
});

describe('a fault', () => {
  const faulty = (fault: Fault): Problem => {
    const { client, double } = connected();
    double.failNext(fault);
    return problemOf(() => client.submit([QUESTION]));
  };

  it.each<[string, Fault, string]>([
    ['a lost connection', { effect: 'after', network: 'timeout' }, 'network'],
    ['a server error', { effect: 'before', code: 'INTERNAL_SERVER_ERROR' }, 'server-error'],
    ['a proxy’s page', { effect: 'before', status: 502, body: '<html>' }, 'server-error'],
    ['a success that is no JSON', { effect: 'after', truncateTo: 40 }, 'bad-response'],
    ['a full queue', { effect: 'before', code: 'TASKS_QUEUE_LIMIT_EXCEEDED' }, 'queue-full'],
  ])('such as %s becomes a problem', (_what, fault, code) => {
    expect(faulty(fault).code).toBe(code);
  });

  it('such as a wrong key is a bad key', () => {
    expect(problemOf(() => connected('wrong').client.balance()).code).toBe('bad-key');
  });

  it('while looking up a task does not make it vanish', () => {
    const { client, double } = connected();
    double.failNext({ effect: 'before', code: 'INTERNAL_SERVER_ERROR' });
    expect(problemOf(() => client.get('t')).code).toBe('server-error');
  });
});

describe('a research mode', () => {
  const research = questionOf(aResearch({ options: { mode: 'answer', reasoningDepth: 'S' } }), 'What?');
  const posts = (sent: readonly { options: Options }[]) => sent.map(({ options }) => options.payload ?? '');

  it('that is refused is tried once in its other spelling, and then always', () => {
    const { client, sent, double } = connected(TEST_KEY, { researchModeSpelling: 'capitalised' });
    expect(client.submit([QUESTION, research])).toHaveLength(2);
    expect(client.research(research).type).toBe('research');
    expect(posts(sent).map((body) => /"mode":"(\w+)"/.exec(body)?.[1])).toEqual([
      'answer',
      'Answer',
      'Answer',
    ]);
    expect(double.tasks).toHaveLength(3);
  });

  it('is not tried again where something else was refused', () => {
    const { client, sent } = connected();
    const empty = { ...research, input: { ...research.input, q: '' } };
    expect(problemOf(() => client.submit([empty])).code).toBe('invalid-question');
    expect(sent).toHaveLength(1);
  });
});

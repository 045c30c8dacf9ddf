/** The life of one task: its states over time, its end, and the input that it echoes. */
import { describe, expect, it } from 'vitest';
import type { JsonObject } from './contract';
import type { LinkupKnobs } from './knobs';
import { batch, bench, field, requestOf, rows, searchInput } from './test-client';

const READ = '/tasks?status=completed&status=failed&sortBy=updatedAt&sortDirection=desc&pageSize=100';

describe('a task', () => {
  it('goes from pending over processing to completed as time passes', () => {
    const { clock, get, post, double } = bench({ knobs: { queuedMs: [500, 500] } });
    const [task] = rows(post('/tasks', batch('Chad')));
    const status = () => field(get(`/tasks/${task?.id}`), 'status');
    expect(status()).toBe('pending');
    clock.sleep(500);
    expect(status()).toBe('processing');
    clock.sleep(3_000);
    expect(status()).toBe('completed');
    expect(double.tasks[0]?.output).toHaveProperty('answer', expect.stringContaining("N'Djamena"));
  });

  it('has the envelope of the SDK fixtures, keys in their order', () => {
    const [task] = rows(bench().post('/tasks', batch('Chad')));
    expect(Object.keys(task ?? {})).toEqual([
      'createdAt',
      'error',
      'id',
      'input',
      'output',
      'status',
      'type',
      'updatedAt',
    ]);
  });

  it('fails with a plain message and costs nothing when there is no result', () => {
    const { clock, get, post, double } = bench();
    post('/tasks', batch('Nowhere'));
    clock.sleep(10_000);
    expect(rows(get(READ))[0]).toMatchObject({
      status: 'failed',
      error: 'The query did not yield any result',
      output: null,
    });
    expect(double.bill.total()).toBe(0);
  });

  it('carries the code in its error text if the knob says so', () => {
    const { clock, get, post } = bench({ knobs: { taskErrorForm: 'code: message' } });
    post('/tasks', batch('Nowhere'));
    clock.sleep(10_000);
    expect(rows(get(READ))[0]?.error).toBe('SEARCH_QUERY_NO_RESULT: The query did not yield any result');
  });

  it('never ends if it is stuck', () => {
    const { clock, get, post } = bench({ knobs: { stuck: (_work, ordinal) => ordinal === 0 } });
    post('/tasks', batch('Chad', 'Mali'));
    clock.sleep(48 * 3_600_000);
    expect(rows(get('/tasks')).map((task) => task.status)).toEqual(['processing']);
  });

  it('fails as often as failureRate says', () => {
    const { clock, post, double } = bench({ knobs: { failureRate: 1, failureCodes: ['FETCH_ERROR'] } });
    post('/tasks', batch('Chad', 'Mali'));
    clock.sleep(10_000);
    expect(double.tasks.map((task) => task.error)).toEqual(
      Array(2).fill('An error occurred while fetching the URL'),
    );
  });

  it('disappears from reads and lists after the retention', () => {
    const { clock, get, post, codeOf } = bench({ knobs: { retentionMs: 60_000 } });
    const [task] = rows(post('/tasks', batch('Chad')));
    clock.sleep(30_000);
    expect(rows(get('/tasks'))).toHaveLength(1);
    clock.sleep(60_000);
    expect(rows(get('/tasks'))).toHaveLength(0);
    expect(codeOf('GET', `/tasks/${task?.id}`)).toBe('TASK_NOT_FOUND');
  });

  it('is invisible to another organisation', () => {
    const keys = { a: { organization: 'one' }, b: { organization: 'two' }, c: { organization: 'one' } };
    const { post, get, codeOf } = bench({ keys, knobs: { pollScope: 'key' } });
    const [task] = rows(post('/tasks', batch('Chad'), 'a'));
    expect(rows(get('/tasks', 'b'))).toHaveLength(0);
    expect(rows(get('/tasks', 'c'))).toHaveLength(1);
    expect(codeOf('GET', `/tasks/${task?.id}`, undefined, 'b')).toBe('TASK_NOT_FOUND');
  });
});

describe('the echoed input', () => {
  const sent = { q: 'Capital of Chad?', depth: 'fast', outputType: 'sourcedAnswer' };
  const echoed = (knobs: Partial<LinkupKnobs>, input: JsonObject = sent, type = 'search') =>
    rows(bench({ knobs }).post('/tasks', [{ type, input }]))[0]?.input;

  it('is full of defaults', () => {
    expect(echoed({ echo: 'full' })).toEqual({
      ...sent,
      fromDate: null,
      includeImages: false,
      includeInlineCitations: false,
      includeSources: false,
      maxResults: null,
      structuredOutputSchema: null,
      toDate: null,
    });
  });

  it('can be dated or minimal', () => {
    expect(echoed({ echoToDate: 'utc day' })).toHaveProperty('toDate', '2026-11-23');
    expect(echoed({ echoToDate: 'day after' })).toHaveProperty('toDate', '2026-11-24');
    expect(echoed({ echo: 'minimal' })).toEqual(sent);
  });

  it('can be normalised: the query, the URL, domains, schema, number of results and mode', () => {
    const normal = { echoSubject: 'normalised', echo: 'minimal' } as const;
    expect(echoed(normal, { ...sent, q: ' Cafe\u0301  noir ' })).toHaveProperty('q', 'Caf\u00e9 noir');
    const url = 'HTTPS://BÜCHER.example:443/a b'.replace(' ', 'ü');
    expect(echoed(normal, { url }, 'fetch')).toHaveProperty('url', new URL(url).href);
    const schema = '{"type":"object","properties":{"a":{"type":"object"}}}';
    const input = {
      ...sent,
      outputType: 'structured',
      structuredOutputSchema: schema,
      includeDomains: ['https://A.example/', 'www.b.example'],
    };
    const knobs = { echoDomains: 'bare', echoSchema: 'closed', echoMaxResults: 20 } as const;
    expect(echoed(knobs, input)).toMatchObject({
      includeDomains: ['a.example', 'b.example'],
      structuredOutputSchema: {
        properties: { a: { additionalProperties: false } },
        additionalProperties: false,
      },
      maxResults: 20,
    });
    const research = { q: 'q', outputType: 'sourcedAnswer' };
    expect(echoed({ echoResearchMode: 'resolved' }, research, 'research')).toHaveProperty('mode', 'research');
  });

  it('turns booleans sent as strings into booleans', () => {
    const input = searchInput('Chad', { includeImages: 'true' });
    const [task] = rows(bench().post('/tasks', [{ type: 'search', input }]));
    expect(field(task?.input, 'includeImages')).toBe(true);
  });
});

describe('the request log', () => {
  it('keeps method, path, query, time and status, but no key', () => {
    const { double, clock } = bench();
    double.handle(requestOf('GET', '/tasks?page=1'));
    expect(double.requests).toEqual([
      { method: 'GET', path: '/v1/tasks', query: 'page=1', at: clock.now(), status: 200 },
    ]);
  });
});

/** Every error code of the contract can be provoked, and looks as documented. */
import { describe, expect, it } from 'vitest';
import { NetworkError } from '../http';
import { ERROR_CODES, type ErrorCode } from './errors';
import { batch, bench, parse, questionAbout, requestOf, searchInput } from './test-client';

const POOR = { keys: { 'test-key': { organization: 'poor' } }, balances: { poor: 0 } };
const ask = searchInput('Chad');

function fetchCode(url: string): string | number {
  return bench().codeOf('POST', '/fetch', { url });
}

function refusedKey(refused: 'FORBIDDEN' | 'IP_NOT_WHITELISTED'): string | number {
  return bench({ keys: { 'test-key': { organization: 'acme', refused } } }).codeOf('GET', '/tasks');
}

function scripted(code: ErrorCode): string | number {
  const { double, codeOf } = bench();
  double.failNext({ effect: 'before', code });
  return codeOf('GET', '/tasks');
}

/** The shortest way to each code. */
const PROVOKE: Readonly<Record<ErrorCode, () => string | number>> = {
  VALIDATION_ERROR: () => bench().codeOf('POST', '/search', {}),
  SEARCH_QUERY_NO_RESULT: () => bench().codeOf('POST', '/search', searchInput('Nowhere')),
  FETCH_ERROR: () => fetchCode('https://broken.example/'),
  FETCH_RESPONSE_TOO_LARGE: () => fetchCode('https://huge.example/'),
  FETCH_TARGET_UNREACHABLE: () => fetchCode('https://no-such-host.example/'),
  FETCH_UNSUPPORTED_CONTENT_TYPE: () => fetchCode('https://binary.example/'),
  FETCH_URL_IS_FILE: () => fetchCode('https://file.example/'),
  UNAUTHORIZED: () => bench().codeOf('GET', '/credits/balance', undefined, 'wrong-key'),
  X402_PAYMENT_REQUIRED: () => bench().codeOf('POST', '/search', ask, null),
  PAYMENT_REQUIRED: () =>
    bench({ knobs: { noKeyCode: 'PAYMENT_REQUIRED' } }).codeOf('POST', '/fetch', {}, null),
  FORBIDDEN: () => refusedKey('FORBIDDEN'),
  IP_NOT_WHITELISTED: () => refusedKey('IP_NOT_WHITELISTED'),
  TASK_TYPE_NOT_SUPPORTED: () => bench().codeOf('POST', '/tasks', [{ type: 'extract', input: {} }]),
  TASK_NOT_FOUND: () => bench().codeOf('GET', '/tasks/unknown'),
  NOT_FOUND: () => bench().codeOf('POST', '/rewind/search', {}),
  CONFLICT: () => scripted('CONFLICT'),
  INSUFFICIENT_FUNDS_CREDITS: () => bench(POOR).codeOf('POST', '/search', ask),
  EXCEED_BUDGET_LIMIT: () =>
    bench({ keys: { 'test-key': { organization: 'acme', budget: 0 } } }).codeOf('POST', '/search', ask),
  TASKS_QUEUE_LIMIT_EXCEEDED: () =>
    bench({ knobs: { queueLimit: 0 } }).codeOf('POST', '/tasks', batch('Chad')),
  TOO_MANY_REQUESTS: () => {
    const { codeOf } = bench();
    codeOf('GET', '/tasks');
    return codeOf('GET', '/tasks');
  },
  INTERNAL_SERVER_ERROR: () => scripted('INTERNAL_SERVER_ERROR'),
  REQUEST_DEADLINE_EXCEEDED: () => bench({ knobs: { directDeadlineMs: 1 } }).codeOf('POST', '/search', ask),
};

describe('the error codes', () => {
  it.each(ERROR_CODES)('%s can be provoked', (code) => {
    expect(PROVOKE[code]()).toBe(code);
  });

  it('carry status, details and message as documented', () => {
    const response = bench().double.handle(requestOf('GET', '/tasks/task-123'));
    expect(response.status).toBe(404);
    expect(response.body).toBe(
      '{"statusCode":404,"error":{"code":"TASK_NOT_FOUND","details":[],"message":"Task task-123 not found."}}',
    );
  });

  it('name the fields that are wrong', () => {
    const input = { ...searchInput('Chad'), outputType: 'table' };
    expect(bench().post('/search', input)).toEqual({
      statusCode: 400,
      error: {
        code: 'VALIDATION_ERROR',
        details: [
          {
            field: 'outputType',
            message:
              'outputType must be one of the following values: sourcedAnswer, searchResults, structured',
          },
        ],
        message: 'Validation failed',
      },
    });
  });
});

describe('a missing key', () => {
  it.each([
    ['POST', '/search', 'X402_PAYMENT_REQUIRED'],
    ['POST', '/fetch', 'X402_PAYMENT_REQUIRED'],
    ['POST', '/tasks', 'UNAUTHORIZED'],
    ['POST', '/research', 'UNAUTHORIZED'],
    ['GET', '/tasks', 'UNAUTHORIZED'],
    ['GET', '/credits/balance', 'UNAUTHORIZED'],
  ] as const)('at %s %s answers %s', (method, path, code) => {
    expect(bench().codeOf(method, path, method === 'POST' ? {} : undefined, null)).toBe(code);
  });
});

describe('limits', () => {
  it('allow one list a second and organisation; a refused one does not count', () => {
    const keys = { a: { organization: 'one' }, b: { organization: 'one' }, c: { organization: 'two' } };
    const { codeOf, clock } = bench({ keys });
    const list = (key: string) => codeOf('GET', '/tasks', undefined, key);
    expect([list('a'), list('b'), list('c')]).toEqual([200, 'TOO_MANY_REQUESTS', 200]);
    clock.sleep(999);
    expect(codeOf('GET', '/research', undefined, 'a')).toBe('TOO_MANY_REQUESTS');
    clock.sleep(1);
    expect(list('b')).toBe(200);
  });

  it('can count per key, count reads by id, or be off', () => {
    const keys = { a: { organization: 'one' }, b: { organization: 'one' } };
    const list = (key: string) => ['GET', '/tasks', undefined, key] as const;
    const perKey = bench({ keys, knobs: { pollScope: 'key' } });
    expect([perKey.codeOf(...list('a')), perKey.codeOf(...list('b'))]).toEqual([200, 200]);
    const all = bench({ keys, knobs: { pollRoutes: ['listTasks', 'getTask'] } });
    all.codeOf(...list('a'));
    expect(all.codeOf('GET', '/tasks/x', undefined, 'a')).toBe('TOO_MANY_REQUESTS');
    const off = bench({ keys, knobs: { pollScope: 'off' } });
    expect([off.codeOf(...list('a')), off.codeOf(...list('a'))]).toEqual([200, 200]);
  });

  it('allow ten queries a second', () => {
    const { codeOf, clock } = bench({ knobs: { directCallsTakeTime: false } });
    const query = () => codeOf('POST', '/search', ask);
    expect(Array.from({ length: 11 }, query)).toEqual([...Array(10).fill(200), 'TOO_MANY_REQUESTS']);
    clock.sleep(1_000);
    expect(query()).toBe(200);
  });

  it('send Retry-After only if the knob says so', () => {
    const headers = (retryAfterSeconds: number | null) => {
      const { double } = bench({ knobs: { retryAfterSeconds, queueLimit: 0 } });
      return double.handle(requestOf('POST', '/tasks', batch('Chad'))).headers;
    };
    expect(headers(null)).not.toHaveProperty('Retry-After');
    expect(headers(7)).toHaveProperty('Retry-After', '7');
  });
});

describe('scripted faults', () => {
  const post = requestOf('POST', '/tasks', batch('Chad'));

  it('lose a request before or after it took effect', () => {
    const { double } = bench();
    double.failNext({ path: '/v1/tasks', method: 'POST', effect: 'before', network: 'timeout' });
    double.failNext({ path: /tasks$/, effect: 'after', network: 'timeout' });
    expect(() => double.handle(post)).toThrow(NetworkError);
    expect(double.tasks).toHaveLength(0);
    expect(() => double.handle(post)).toThrow(NetworkError);
    expect(double.tasks).toHaveLength(1);
    expect(double.requests.map(({ status }) => status)).toEqual(['timeout', 'timeout']);
  });

  it('let the effect come later than the failure', () => {
    const { double, clock } = bench();
    double.failNext({ effect: 'after', effectDelayMs: 5_000, code: 'REQUEST_DEADLINE_EXCEEDED' });
    expect(double.handle(post).status).toBe(504);
    clock.sleep(4_999);
    expect(double.tasks).toHaveLength(0);
    clock.sleep(60_000);
    expect(double.tasks.map(({ createdAt }) => clock.now() - createdAt)).toEqual([59_999]);
  });

  it('cut the real response, or put a web page in its place', () => {
    const { double } = bench();
    double.failNext({ effect: 'after', truncateTo: 20 });
    double.failNext({ effect: 'after', status: 502, body: '<html>Bad gateway</html>' });
    const cut = double.handle(post);
    expect([cut.status, cut.body.length]).toEqual([200, 20]);
    expect(() => parse(cut.body)).toThrow(SyntaxError);
    expect(double.handle(post)).toMatchObject({ status: 502, body: '<html>Bad gateway</html>' });
    expect(double.tasks).toHaveLength(2);
  });

  it('strike where and as often as they say', () => {
    const { double, codeOf } = bench();
    double.failNext({
      path: '/v1/credits/balance',
      effect: 'before',
      code: 'TOO_MANY_REQUESTS',
      skip: 1,
      times: 2,
    });
    expect(codeOf('GET', '/tasks')).toBe(200);
    const codes = Array.from({ length: 4 }, () => codeOf('GET', '/credits/balance'));
    expect(codes).toEqual([200, 'TOO_MANY_REQUESTS', 'TOO_MANY_REQUESTS', 200]);
    expect(double.pendingFaults).toBe(0);
  });

  it('must say what goes wrong', () => {
    const { double } = bench();
    expect(() => double.failNext({ effect: 'before' })).toThrow(/exactly one/);
    expect(() => double.failNext({ effect: 'before', truncateTo: 5 })).toThrow(/effect: after/);
  });

  it('pick work by what it asks', () => {
    const { double, clock } = bench({
      knobs: {
        failWhen: (work) =>
          work.type === 'search' && work.input.q === questionAbout('Mali') ? 'INTERNAL_SERVER_ERROR' : null,
      },
    });
    double.handle(requestOf('POST', '/tasks', batch('Chad', 'Mali')));
    clock.sleep(10_000);
    expect(double.tasks.map(({ status }) => status)).toEqual(['completed', 'failed']);
  });
});

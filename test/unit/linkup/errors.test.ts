/** Errors: every code of Linkup's leads to a reaction and a sentence; failed tasks say why in words. */
import { describe, expect, it } from 'vitest';
import type { Problem, ProblemCode } from '../../../src/enrichment/problem';
import { sentence } from '../../../src/enrichment/words';
import {
  errorIn,
  isRefusal,
  LinkupError,
  problemThrown,
  type Reaction,
  reactionTo,
  retryAfterOf,
} from '../../../src/linkup/errors';
import { failureOf } from '../../../src/linkup/failures';
import { clearedText } from '../../../src/linkup/texts';
import { ERROR_CODES, type ErrorCode } from '../../doubles/linkup';
import { ApiError, errorBody } from '../../doubles/linkup/errors';

/** The compiler asks for every code that the local Linkup knows. */
const MEANT: Record<ErrorCode, readonly [ProblemCode, Reaction, refused: boolean]> = {
  VALIDATION_ERROR: ['invalid-question', 'fix', true],
  SEARCH_QUERY_NO_RESULT: ['invalid-question', 'fix', true],
  FETCH_ERROR: ['invalid-question', 'fix', true],
  FETCH_RESPONSE_TOO_LARGE: ['invalid-question', 'fix', true],
  FETCH_TARGET_UNREACHABLE: ['invalid-question', 'fix', true],
  FETCH_UNSUPPORTED_CONTENT_TYPE: ['invalid-question', 'fix', true],
  FETCH_URL_IS_FILE: ['invalid-question', 'fix', true],
  UNAUTHORIZED: ['bad-key', 'stop', true],
  // A key is always sent: what is missing is money.
  X402_PAYMENT_REQUIRED: ['no-credits', 'stop', true],
  PAYMENT_REQUIRED: ['no-credits', 'stop', true],
  FORBIDDEN: ['forbidden', 'stop', true],
  IP_NOT_WHITELISTED: ['address-blocked', 'stop', true],
  TASK_TYPE_NOT_SUPPORTED: ['type-not-enabled', 'stop', true],
  TASK_NOT_FOUND: ['task-not-found', 'retry', false],
  NOT_FOUND: ['server-error', 'retry', false],
  CONFLICT: ['server-error', 'retry', false],
  INSUFFICIENT_FUNDS_CREDITS: ['no-credits', 'stop', true],
  EXCEED_BUDGET_LIMIT: ['budget-reached', 'stop', true],
  TASKS_QUEUE_LIMIT_EXCEEDED: ['queue-full', 'wait', true],
  TOO_MANY_REQUESTS: ['rate-limited', 'back off', true],
  INTERNAL_SERVER_ERROR: ['server-error', 'retry', false],
  REQUEST_DEADLINE_EXCEEDED: ['server-error', 'retry', false],
};

const KEY = 'lk-0123456789';

function problemIn(status: number, content: string, headers: Record<string, string> = {}): LinkupError {
  const header = (name: string) => headers[name];
  return errorIn({ status, content, header }, (text) => clearedText(text, KEY));
}

function answered(code: ErrorCode): Problem {
  const { status, message } = new ApiError(code);
  return problemIn(status, errorBody(status, code, message, []));
}

function meaning(code: ErrorCode): readonly [ProblemCode, Reaction, boolean] {
  const problem = answered(code);
  return [problem.code, reactionTo(problem), isRefusal(problem)];
}

describe('an error answer', () => {
  it.each(ERROR_CODES)('%s means one thing, with one reaction', (code) => {
    expect(meaning(code)).toEqual(MEANT[code]);
  });

  it.each(ERROR_CODES)('%s becomes a sentence without the code', (code) => {
    expect(sentence(answered(code))).toMatch(/^[A-Z][\s\S]*[^.]\.$/);
    expect(sentence(answered(code))).not.toContain(code);
  });

  it('tells the four meanings of 429 apart', () => {
    const codes = ERROR_CODES.filter((code) => new ApiError(code).status === 429);
    expect(new Set(codes.map((code) => answered(code).code)).size).toBe(4);
  });

  it('speaks with Linkup’s details where there are any', () => {
    const details = [
      { field: 'depth', message: 'depth is wrong' },
      { field: 'q', message: 'q is empty' },
    ];
    const problem = problemIn(400, errorBody(400, 'VALIDATION_ERROR', 'Validation failed', details));
    expect(problem.subject).toBe('depth is wrong; q is empty');
  });

  it.each<[number, ProblemCode]>([
    [400, 'invalid-question'],
    [404, 'server-error'],
    [408, 'server-error'],
    [409, 'server-error'],
    [413, 'invalid-question'],
    [418, 'server-error'],
    [422, 'invalid-question'],
    [429, 'rate-limited'],
    [500, 'server-error'],
    [502, 'server-error'],
  ])('of a proxy, status %i, is understood by its status', (status, code) => {
    expect(problemIn(status, '<html>').code).toBe(code);
    expect(problemIn(status, '{"error":{"code":"BRAND_NEW","message":"?"}}').code).toBe(code);
  });

  it.each<[number, ProblemCode]>([
    [401, 'bad-key'],
    [402, 'no-credits'],
    [403, 'forbidden'],
  ])('of status %i is about the account only in Linkup’s own form: a proxy knows nothing of keys', (status, code) => {
    expect(problemIn(status, '{"error":{"code":"BRAND_NEW","message":"?"}}').code).toBe(code);
    for (const page of ['<html><h1>Denied</h1>', 'Unauthorized', '']) {
      const problem = problemIn(status, page);
      expect([problem.code, reactionTo(problem), isRefusal(problem)]).toEqual(['network', 'retry', false]);
    }
  });

  it('of status 402 in the form of x402 says that there is no money', () => {
    expect(problemIn(402, '{"x402Version":1,"accepts":[]}').code).toBe('no-credits');
  });

  it('keeps the API’s own code, its status and its fields', () => {
    const details = [{ field: '3.input.mode', message: 'mode is wrong' }];
    const { answer } = problemIn(400, errorBody(400, 'VALIDATION_ERROR', 'Validation failed', details));
    expect(answer).toEqual({
      status: 400,
      apiCode: 'VALIDATION_ERROR',
      fields: ['3.input.mode'],
      retryAfter: 0,
    });
    expect(problemIn(502, '<html>')).toBeInstanceOf(LinkupError);
    expect(problemIn(502, '<html>').answer).toMatchObject({ status: 502, apiCode: '' });
  });

  it.each<[string | undefined, string | undefined, number]>([
    ['7', undefined, 7_000],
    ['Wed, 25 Nov 2026 10:00:30 GMT', 'Wed, 25 Nov 2026 10:00:00 GMT', 30_000],
    ['Wed, 25 Nov 2026 09:00:00 GMT', 'Wed, 25 Nov 2026 10:00:00 GMT', 0],
    ['Wed, 25 Nov 2026 10:00:30 GMT', undefined, 0],
    ['999999', undefined, 3_600_000],
    ['soon', 'Wed, 25 Nov 2026 10:00:00 GMT', 0],
    [undefined, undefined, 0],
  ])('that asks to retry after %j, at %j, is given %i ms', (retryAfter, date, ms) => {
    const headers = { ...(retryAfter ? { 'retry-after': retryAfter } : {}), ...(date ? { date } : {}) };
    expect(retryAfterOf(problemIn(429, '{}', headers))).toBe(ms);
  });

  it('comes without the key or any token that it quotes, and never long', () => {
    const quoting = `Header 'Authorization: Bearer ${KEY}' and bearer someone-elses-key ${'x'.repeat(12_000)}`;
    for (const body of [
      errorBody(400, 'VALIDATION_ERROR', quoting, []),
      errorBody(400, 'VALIDATION_ERROR', 'no', [{ field: quoting, message: quoting }]),
      errorBody(400, quoting, quoting, []),
    ]) {
      const problem = problemIn(400, body);
      const all = JSON.stringify([problem.message, problem.subject, problem.answer]);
      expect(all).not.toMatch(/lk-0123456789|someone-elses-key/);
      expect(problem.subject.length).toBeLessThanOrEqual(500);
    }
  });

  it.each([
    404, 408, 409, 418,
  ])('of status %i, without a code, proves nothing about what a POST created', (status) => {
    expect(isRefusal(problemIn(status, ''))).toBe(false);
  });

  it.each(['constructor', 'toString'])('with the code %s is no more than an unknown code', (code) => {
    expect(problemIn(500, JSON.stringify({ error: { code } })).code).toBe('server-error');
  });
});

describe('what UrlFetchApp throws', () => {
  it.each<[string, ProblemCode]>([
    ['Bandwidth quota exceeded: https://x. Try reducing the rate of data transfer.', 'bandwidth'],
    ['Service invoked too many times for one day: urlfetch.', 'fetch-quota'],
    ['DNS error: https://x', 'network'],
    ['Address unavailable: https://x', 'network'],
    ['Timeout: https://x', 'network'],
    ['SSL Error https://x', 'network'],
  ])('“%s” is %s', (message, code) => {
    expect(problemThrown(new Error(message)).code).toBe(code);
    expect(isRefusal(problemThrown(new Error(message)))).toBe(false);
  });

  it.each<[string, ProblemCode]>([
    ['Erreur DNS : https://api.linkup.so/v1/tasks', 'network'],
    ['Adresse nicht verfügbar: https://api.linkup.so/v1/tasks', 'network'],
    ['Service appelé trop de fois en une journée : urlfetch.', 'fetch-quota'],
    ['Der Dienst wurde an einem Tag zu oft aufgerufen: urlfetch.', 'fetch-quota'],
    [
      'Service appelé trop de fois en peu de temps : urlfetch. Essayez Utilities.sleep(1000).',
      'rate-limited',
    ],
    ['何か問題が発生しました', 'network'],
  ])('“%s” is %s in any language', (message, code) => {
    expect(problemThrown(new Error(message)).code).toBe(code);
  });

  it('about too many calls in a short time is over soon, and nothing has left Google', () => {
    const message = 'Service invoked too many times in a short time: urlfetch. Try Utilities.sleep(1000)';
    const problem = problemThrown(new Error(message));
    expect([problem.code, reactionTo(problem), isRefusal(problem)]).toEqual([
      'rate-limited',
      'back off',
      true,
    ]);
  });
});

describe('a failed task', () => {
  const forms = (code: ErrorCode): string[] => {
    const { message } = new ApiError(code);
    return [message, `${code}: ${message}`];
  };
  const reasonsFor = (code: ErrorCode): string[] =>
    forms(code).map((text) => {
      const failure = failureOf(text);
      return failure.kind === 'failed' ? failure.reason : 'not found';
    });

  it('that found nothing is not found, however its text is written', () => {
    expect(reasonsFor('SEARCH_QUERY_NO_RESULT')).toEqual(['not found', 'not found']);
  });

  it.each(ERROR_CODES)('with %s gives the same words in either form, and never the code', (code) => {
    const [message = '', coded = ''] = reasonsFor(code);
    expect(coded).toBe(message);
    expect(message).not.toContain(code);
  });

  it('has one sentence, with one next move, for each way in which a page fails', () => {
    const reasons = [
      'FETCH_TARGET_UNREACHABLE',
      'FETCH_TARGET_NOT_FOUND',
      'Structured extraction failed after the page was fetched',
      'FETCH_RESPONSE_TOO_LARGE',
      'FETCH_UNSUPPORTED_CONTENT_TYPE',
      'FETCH_ERROR',
    ].map((text) => failureOf(text));
    expect(reasons).toMatchInlineSnapshot(`
      [
        {
          "kind": "failed",
          "reason": "The website could not be reached. Check that the address opens in a browser, then retry.",
        },
        {
          "kind": "failed",
          "reason": "There is no page at this address. Correct the address in the row, then retry.",
        },
        {
          "kind": "failed",
          "reason": "The page was read, but your fields could not be taken from it. Ask for fewer or simpler fields, or for the page as text.",
        },
        {
          "kind": "failed",
          "reason": "The page is too large to fetch.",
        },
        {
          "kind": "failed",
          "reason": "The address is no page that can be read.",
        },
        {
          "kind": "failed",
          "reason": "The page could not be fetched. Retry, or turn on “render JavaScript” or mode “pro”.",
        },
      ]
    `);
  });

  it('whose text is nothing but a code gave no reason', () => {
    expect(failureOf('BRAND_NEW')).toEqual(failureOf(''));
  });

  it('passes on a reason that it does not know, and says so where there is none', () => {
    expect(failureOf(' The model is asleep. ')).toEqual({ kind: 'failed', reason: 'The model is asleep.' });
    expect(failureOf(undefined)).toEqual({ kind: 'failed', reason: 'Linkup gave no reason. Retry.' });
  });
});

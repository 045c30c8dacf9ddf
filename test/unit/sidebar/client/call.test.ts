/** Calls that fail on their way: each becomes a sentence that a person can act on. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { call, failedHow, failure } from '../../../../src/sidebar/client/calls/call';
import { remedyFor } from '../../../../src/sidebar/client/model/remedy';

describe('a failed google.script.run call', () => {
  it.each([
    ['PERMISSION_DENIED', 'refused', 'several Google accounts'],
    ['Authorization is required to perform that action.', 'refused', 'several Google accounts'],
    ['NetworkError: Connection failure due to HTTP 0', 'unreachable', 'internet connection'],
    ['NetworkError: Connection failure due to HTTP 429', 'limited', 'limits how often'],
    ['NetworkError: Connection failure due to HTTP 503', 'google', 'could not finish'],
    ['Service invoked too many times for one day: urlfetch.', 'limited', 'limits how often'],
    ['Exceeded maximum execution time', 'cut-short', 'took too long'],
    ['Maximale Ausführungszeit überschritten', 'google', 'could not finish'],
    ['We’re sorry, a server error occurred.', 'google', 'could not finish'],
  ] as const)('explains “%s”', (message, how, words) => {
    expect(failedHow(new Error(message))).toBe(how);
    expect(failure('start', how)).toMatchObject({ code: how, sentence: expect.stringContaining(words) });
  });

  it.each([
    'unreachable',
    'no-answer',
    'cut-short',
    'google',
  ] as const)('that spends money or writes may have been done: %s says so, and leads to what was', (how) => {
    const { code, sentence } = failure('enrich', how);
    expect(sentence).toMatch(/may have been done all the same: read the sheet again before you repeat it\.$/);
    expect(remedyFor(code)).toBe('read');
    expect(remedyFor(failure('offer', how).code)).toBe('again');
  });

  it('that Google refused was certainly not done', () => {
    expect(failure('enrich', 'refused').code).toBe('refused');
  });
});

describe('a call', () => {
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  function runner(sidebarCall: () => void) {
    const run = { withSuccessHandler: () => run, withFailureHandler: () => run, sidebarCall };
    vi.stubGlobal('google', { script: { run } });
  }

  it('that never replies ends with a sentence', async () => {
    vi.useFakeTimers();
    runner(() => {});
    const reply = call('start', null);
    await vi.runAllTimersAsync();
    expect(await reply).toMatchObject({ ok: false, code: 'no-answer' });
  });

  it('that Google throws at once ends with a sentence', async () => {
    runner(() => {
      throw new Error('Failed due to illegal value');
    });
    expect(await call('start', null)).toMatchObject({ ok: false, code: 'google' });
  });
});

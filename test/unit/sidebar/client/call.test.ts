/** Calls that fail on their way: each becomes a sentence that a person can act on. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { call, sentenceFor } from '../../../../src/sidebar/client/calls/call';

describe('a failed google.script.run call', () => {
  it.each([
    ['PERMISSION_DENIED', 'several Google accounts'],
    ['Authorization is required to perform that action.', 'several Google accounts'],
    ['NetworkError: Connection failure due to HTTP 0', 'internet connection'],
    ['Service invoked too many times for one day: urlfetch.', 'limits how often'],
    ['Exceeded maximum execution time', 'took too long'],
    ['We’re sorry, a server error occurred.', 'could not finish'],
  ])('explains “%s”', (message, words) => expect(sentenceFor(new Error(message))).toContain(words));
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
    expect(await reply).toMatchObject({ ok: false, code: 'google' });
  });

  it('that Google throws at once ends with a sentence', async () => {
    runner(() => {
      throw new Error('Failed due to illegal value');
    });
    expect(await call('start', null)).toMatchObject({ ok: false, code: 'google' });
  });
});

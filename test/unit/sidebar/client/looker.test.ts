/** Looks at live runs while Google fails, hangs, or comes back: by the page's own timers, played in no time. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Looker } from '../../../../src/sidebar/client/calls/looker';
import type { Late } from '../../../../src/sidebar/client/model/late';
import { progress } from '../../../world/sidebar-samples';

type Google = 'answers' | 'fails' | 'hangs';

/** A page with a live run, and its Google; what it was told, and how often it asked. */
function page() {
  const seen = {
    google: 'answers' as Google,
    asked: 0,
    heard: 0,
    back: 0,
    late: undefined as Late | undefined,
  };
  const hanging: (() => void)[] = [];
  const runner = (success: (reply: unknown) => void, failure: (error: unknown) => void): object => ({
    withSuccessHandler: (handler: typeof success) => runner(handler, failure),
    withFailureHandler: (handler: typeof failure) => runner(success, handler),
    sidebarCall: () => {
      seen.asked += 1;
      const answer = (): void => success({ ok: true, result: progress() });
      if (seen.google === 'answers') answer();
      else if (seen.google === 'hangs') hanging.push(answer);
      else failure(new Error('NetworkError: Connection failure due to HTTP 0'));
    },
  });
  vi.stubGlobal('google', {
    script: {
      run: runner(
        () => {},
        () => {},
      ),
    },
  });
  vi.stubGlobal('document', { hidden: false });
  const looker = new Looker({
    live: () => [progress()],
    onProgress: () => {
      seen.heard += 1;
    },
    onLate: (late) => {
      seen.late = late;
    },
    onBack: () => {
      seen.back += 1;
    },
  });
  void looker.start();
  return { seen, looker, hanging };
}

const seconds = (n: number): Promise<unknown> => vi.advanceTimersByTimeAsync(n * 1_000);

beforeEach(() => void vi.useFakeTimers({ now: 0 }));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('looks at a run', () => {
  it('follow each other while they are answered, and are late for nobody', async () => {
    const { seen } = page();
    await seconds(21);
    expect(seen).toMatchObject({ asked: 10, heard: 10, late: undefined, back: 0 });
  });

  it('that fail at once go on every ten seconds, say since when and when next, and are forgotten with the first answer', async () => {
    const { seen } = page();
    seen.google = 'fails';
    await seconds(3);
    expect(seen.late).toMatchObject({ fault: { code: 'unreachable' }, since: 2_000, nextAt: 12_000 });
    await seconds(10);
    expect(seen.late).toMatchObject({ since: 2_000, nextAt: 22_000 });
    seen.google = 'answers';
    await seconds(10);
    expect(seen).toMatchObject({ asked: 3, heard: 1, late: undefined, back: 1 });
  });

  it('that never come back are not waited for: others are sent, ever fewer', async () => {
    const { seen } = page();
    seen.google = 'hangs';
    await seconds(16);
    expect(seen.late).toBeUndefined();
    await seconds(2);
    expect(seen.late).toMatchObject({ fault: { code: 'no-answer' }, since: 2_000, nextAt: 27_000 });
    await seconds(10);
    expect(seen.late).toMatchObject({ since: 2_000, nextAt: 0 });
    // Google's page has ten calls under way at a time.
    await seconds(360);
    expect(seen.asked).toBeLessThan(7);
    seen.google = 'answers';
    await seconds(130);
    expect(seen).toMatchObject({ late: undefined, back: 1 });
  });

  it('that are answered late count all the same, unless a later one was answered before', async () => {
    const { seen, hanging } = page();
    seen.google = 'hangs';
    await seconds(20);
    hanging[0]?.();
    await seconds(0);
    expect(seen).toMatchObject({ heard: 1, late: undefined });
    await seconds(30);
    seen.google = 'answers';
    await seconds(12);
    const { heard } = seen;
    hanging[1]?.();
    await seconds(0);
    expect(seen.heard).toBe(heard);
  });

  it('are sent at once when the browser has a network again, and say so at once when it has none', async () => {
    const { seen, looker } = page();
    seen.google = 'fails';
    looker.offline();
    expect(seen.late).toMatchObject({ fault: { code: 'unreachable' }, since: 0, offline: true });
    await seconds(3);
    expect(seen.late).toMatchObject({ since: 0, offline: true });
    seen.google = 'answers';
    looker.hurry();
    await seconds(0);
    expect(seen).toMatchObject({ heard: 1, late: undefined, back: 1 });
  });

  it('end with the page that wants them', async () => {
    const { seen, looker } = page();
    await seconds(3);
    looker.stop();
    await seconds(60);
    expect(seen.asked).toBe(1);
  });
});

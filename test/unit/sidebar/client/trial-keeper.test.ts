/** The trials of a page: each stays with its enrichment, is looked after while others are on view, and goes when it is closed. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TrialKeeper } from '../../../../src/sidebar/client/calls/trial-keeper';
import type { Reply, Start, Tried } from '../../../../src/sidebar/protocol';
import { CAPITAL, SAVED, START } from '../../../world/sidebar-samples';

const NEW = { ...CAPITAL, id: '' };

const PENDING: Tried = {
  row: 2,
  question: 'Capital of Chad?',
  values: [],
  sources: [],
  outcome: 'pending',
  reason: '',
  deeper: '',
  ms: 0,
  price: 0,
  task: 't1',
  kept: 'k1',
};
const DONE: Tried = { ...PENDING, outcome: 'done', price: 0.055, task: '' };

const keptOf = (tried: Tried, draft = CAPITAL): Start => ({
  ...START,
  tries: [{ draft, startedAt: 1_000, tried }],
});

/** A page whose server answers each call as is said; and what it was asked. */
function page(answers: Readonly<Record<string, Reply<unknown>>>) {
  const asked: [string, unknown][] = [];
  let success = (_: unknown): void => {};
  const run = {
    withSuccessHandler: (handler: typeof success) => {
      success = handler;
      return run;
    },
    withFailureHandler: () => run,
    sidebarCall: (name: string, argument: unknown) => {
      asked.push([name, argument]);
      success(answers[name]);
    },
  };
  vi.stubGlobal('google', { script: { run } });
  return { trials: new TrialKeeper(() => {}), asked };
}

const yes = (result: unknown): Reply<unknown> => ({ ok: true, result });
const NO_CITY = { code: 'form', sentence: 'There is no column “City”.', place: 'question' };

const no = (code: string): Reply<unknown> => ({ ok: false, code, sentence: `${code}.` });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a trial', () => {
  it('of another day is shown with its enrichment, and looked after at once while it goes on', async () => {
    const { trials, asked } = page({ tryAgain: yes(DONE) });
    trials.takeUp(keptOf(PENDING));
    expect(trials.shown('e1')).toMatchObject({ open: true, pending: true, startedAt: 1_000 });
    expect(trials.shown('')).toMatchObject({ open: false });
    await vi.advanceTimersByTimeAsync(1);
    expect(asked).toMatchObject([['tryAgain', { task: 't1', kept: 'k1', startedAt: 1_000, draft: CAPITAL }]]);
    expect(trials.shown('e1')).toMatchObject({ pending: false, tried: DONE });
  });

  it('that has ended is shown without asking', async () => {
    const { trials, asked } = page({});
    trials.takeUp(keptOf(DONE));
    await vi.runAllTimersAsync();
    expect(trials.shown('e1').tried).toEqual(DONE);
    expect(asked).toEqual([]);
  });

  it('begun here is not replaced by what the server tells of it', async () => {
    const { trials } = page({ tryOne: yes(DONE) });
    trials.start('e1', 7, CAPITAL);
    await vi.advanceTimersByTimeAsync(1);
    trials.takeUp(keptOf({ ...PENDING, kept: 'before' }));
    expect(trials.shown('e1').tried).toEqual(DONE);
  });

  it('is asked once, however often the button is pressed', async () => {
    const { trials, asked } = page({ tryOne: yes(PENDING), tryAgain: yes(PENDING) });
    trials.start('e1', 7, CAPITAL);
    trials.start('e1', 7, CAPITAL);
    await vi.advanceTimersByTimeAsync(7_000);
    trials.start('e1', 7, CAPITAL);
    expect(asked.map(([name]) => name)).toEqual(['tryOne', 'tryAgain', 'tryAgain']);
  });

  it('of a new enrichment goes on under the id that this is saved with', async () => {
    const { trials } = page({ tryOne: yes(PENDING), tryAgain: yes(DONE) });
    trials.start('', 7, NEW);
    await vi.advanceTimersByTimeAsync(1);
    trials.savedAs('e1');
    expect(trials.shown('')).toMatchObject({ open: false });
    await vi.advanceTimersByTimeAsync(4_000);
    expect(trials.shown('e1')).toMatchObject({ pending: false, tried: DONE });
  });

  it('that is closed is forgotten by the server, and not taken up from an answer that was under way', () => {
    const { trials, asked } = page({ dropTry: yes(null) });
    trials.takeUp(keptOf(DONE));
    trials.close('e1');
    trials.takeUp(keptOf(DONE));
    expect(asked).toEqual([['dropTry', { kept: 'k1' }]]);
    expect(trials.shown('e1').open).toBe(false);
  });

  it('goes with the edits that it asked, and stays where what is saved asks the same', () => {
    const { trials, asked } = page({ dropTry: yes(null) });
    trials.takeUp(keptOf(DONE));
    trials.discarded('e1', SAVED);
    expect(trials.shown('e1').open).toBe(true);
    trials.discarded('e1', { ...SAVED, template: 'Currency of {{Country}}?' });
    expect(trials.shown('e1').open).toBe(false);
    expect(asked).toHaveLength(1);
  });

  it('is not forgotten when another sheet is on view', () => {
    const { trials, asked } = page({});
    trials.takeUp(keptOf(DONE));
    trials.clear();
    expect(trials.shown('e1').open).toBe(false);
    expect(asked).toEqual([]);
  });

  it('keeps what was paid for in view when another cannot be asked', () => {
    const { trials } = page({});
    trials.takeUp(keptOf(DONE));
    trials.fail('e1', NO_CITY);
    expect(trials.shown('e1')).toMatchObject({ tried: DONE, fault: NO_CITY });
    trials.mended('e1');
    expect(trials.shown('e1')).toMatchObject({ tried: DONE, fault: { sentence: '' } });
  });

  it('that was refused leaves nothing once that is being mended', () => {
    const { trials, asked } = page({});
    trials.fail('', NO_CITY);
    expect(trials.shown('')).toMatchObject({ open: true, fault: NO_CITY });
    trials.mended('');
    expect(trials.shown('').open).toBe(false);
    expect(asked).toEqual([]);
  });

  it('whose look fails is looked at again by itself, calmly, until it is clear that it does not pass', async () => {
    const answers: Record<string, Reply<unknown>> = { tryAgain: no('try-unseen') };
    const { trials, asked } = page(answers);
    trials.takeUp(keptOf(PENDING));
    await vi.advanceTimersByTimeAsync(1);
    expect(trials.shown('e1')).toMatchObject({
      tried: PENDING,
      pending: true,
      late: true,
      fault: { code: '' },
    });
    await vi.advanceTimersByTimeAsync(70_000);
    expect(trials.shown('e1')).toMatchObject({ pending: false, fault: { code: 'try-unseen' } });
    expect(asked).toHaveLength(7);
    answers.tryAgain = no('unreachable');
    void trials.shown('e1').lookAgain?.();
    await vi.advanceTimersByTimeAsync(600_000);
    expect(trials.shown('e1')).toMatchObject({ pending: true, late: true });
    answers.tryAgain = yes(DONE);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(trials.shown('e1')).toMatchObject({ pending: false, tried: DONE });
  });

  it('whose answer got lost on the way gives its place to what the server has kept', async () => {
    const { trials } = page({ tryOne: no('in-doubt') });
    trials.start('e1', 7, CAPITAL);
    await vi.advanceTimersByTimeAsync(1);
    trials.takeUp(keptOf(DONE));
    expect(trials.shown('e1')).toMatchObject({ tried: DONE, fault: { code: '' } });
  });

  it('whose look is refused can be looked at again, unless it never arrived', async () => {
    const failing = page({ tryAgain: no('bad-key') }).trials;
    failing.takeUp(keptOf(PENDING));
    await vi.advanceTimersByTimeAsync(1);
    expect(failing.shown('e1')).toMatchObject({ tried: PENDING, lookAgain: expect.any(Function) });
    const lost = page({ tryAgain: no('try-lost') }).trials;
    lost.takeUp(keptOf(PENDING));
    await vi.advanceTimersByTimeAsync(1);
    expect(lost.shown('e1')).toMatchObject({ tried: undefined, fault: { code: 'try-lost' } });
  });
});

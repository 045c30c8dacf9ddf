/** What a run comes to in numbers, and how often it is looked after. */
import { describe, expect, it } from 'vitest';
import { parts } from '../../../../src/sidebar/client/model/run-words';
import {
  ended,
  finished,
  following,
  goingWord,
  isLive,
  isOwn,
  pauseAfterWork,
  pauseBefore,
  percent,
} from '../../../../src/sidebar/client/model/runs';
import { progress } from '../../../world/sidebar-samples';

describe('a run in numbers', () => {
  it('has a part of the bar for every row', () => {
    const all = parts(progress({}, { outdated: 2, rows: 52 })).reduce((sum, { rows }) => sum + rows, 0);
    expect(all).toBe(52);
  });

  it('is at 100 % only when every row is finished', () => {
    expect(percent({ ...progress().counts, rows: 1_000, done: 994 })).toBe(99);
    expect(percent({ ...progress().counts, done: 45, running: 0, waiting: 0 })).toBe(100);
    expect(finished(progress().counts)).toBe(23);
  });

  it('has ended where Linkup has no more to say, though that is not on the sheet yet', () => {
    const { counts } = progress({}, { come: 6, running: 14 });
    expect([finished(counts), ended(counts)]).toEqual([23, 29]);
    expect([percent(counts), percent(counts, ended(counts))]).toEqual([46, 58]);
  });

  it('never goes back while it lives: what a script that was stopped knew of comes once more', () => {
    const before = progress({}, { come: 6, running: 14 });
    const after = following(before, progress({}, { running: 4, waiting: 23 }));
    expect(after.counts).toMatchObject({ come: 6, running: 0, waiting: 21, rows: 50 });
    expect(following(before, progress({}, { done: 40, running: 3, waiting: 2 })).counts.come).toBe(0);
    expect(following(before, progress({ run: 'run2' })).counts.come).toBe(0);
    expect(following(before, progress({ state: 'ended' })).counts.come).toBe(0);
  });

  it('does not say that an answer has come of what is asked deeper', () => {
    const first = progress(
      { steps: 'Step 1 of 2' },
      { notFound: 0, come: 5, running: 0, waiting: 0, rows: 26 },
    );
    const deeper = { notFound: 0, come: 0, running: 5, waiting: 0, rows: 26 };
    const second = progress({ steps: 'Step 2 of 2' }, deeper);
    expect(following(first, second).counts).toMatchObject({ come: 0, running: 5 });
    // Its rows were told as “not found” until they were reserved once more.
    const written = progress({ steps: 'Step 2 of 2' }, { ...deeper, notFound: 5, running: 0 });
    expect(following(written, second).counts).toMatchObject({ come: 0, running: 5 });
  });

  it('is looked after every two seconds, and seldom while nothing can happen, nobody looks, or a look failed', () => {
    const paused = progress({ state: 'paused' });
    expect(pauseBefore([progress()], false, false)).toBe(2_000);
    expect(pauseBefore([progress(), paused], false, false)).toBe(2_000);
    expect(pauseBefore([paused], false, false)).toBe(10_000);
    expect(pauseBefore([progress()], true, false)).toBe(10_000);
    expect(pauseBefore([progress()], false, true)).toBe(10_000);
    expect(pauseBefore([progress()], false, false, 700)).toBe(1_300);
    expect(pauseBefore([progress()], false, false, 9_000)).toBe(500);
  });

  it('is worked on again right after Google’s time for one call was up, and seldom where that is of no use', () => {
    expect(pauseAfterWork('working')).toBe(2_000);
    for (const ended of ['busy', 'paused', 'idle', 'failed'] as const)
      expect(pauseAfterWork(ended)).toBe(10_000);
  });

  it('is worked on with the key of whoever started it', () => {
    expect(isOwn(progress())).toBe(true);
    expect(isOwn(progress({ by: 'bob@example.com' }))).toBe(false);
    expect(isOwn(progress({ state: 'ended' }))).toBe(false);
  });

  it('is called what it does', () => {
    const words = (['working', 'paused', 'stopping'] as const).map((state) => goingWord(progress({ state })));
    expect(words).toEqual(['running', 'paused', 'stopping']);
  });

  it('lives until it has ended', () => {
    expect([isLive(progress({ state: 'paused' })), isLive(progress({ state: 'ended' }))]).toEqual([
      true,
      false,
    ]);
  });
});

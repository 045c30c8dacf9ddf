/** What a run comes to in numbers, and how often it is looked after. */
import { describe, expect, it } from 'vitest';
import { parts } from '../../../../src/sidebar/client/model/run-words';
import {
  finished,
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

  it('is looked after every two seconds, and seldom while nothing can happen, nobody looks, or a look failed', () => {
    const paused = progress({ state: 'paused' });
    expect(pauseBefore([progress()], false, false)).toBe(2_000);
    expect(pauseBefore([progress(), paused], false, false)).toBe(2_000);
    expect(pauseBefore([paused], false, false)).toBe(10_000);
    expect(pauseBefore([progress()], true, false)).toBe(10_000);
    expect(pauseBefore([progress()], false, true)).toBe(10_000);
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

  it('lives until it has ended', () => {
    expect([isLive(progress({ state: 'paused' })), isLive(progress({ state: 'ended' }))]).toEqual([
      true,
      false,
    ]);
  });
});

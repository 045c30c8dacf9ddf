/** How far a run is, for whoever looks on: told while somebody does, read with care, and gone with the run. */
import { describe, expect, it } from 'vitest';
import {
  forgetOldLooks,
  forgetSoFar,
  isLookedAt,
  noteLook,
  soFarOf,
  tellSoFar,
} from '../../../../src/run/record/so-far';
import { countsOf } from '../../../../src/run/report/tally';
import { memoryStore } from '../../../world/memory-store';

const NOW = Date.UTC(2026, 10, 26, 9);
const TOLD = { at: NOW, counts: { ...countsOf([], 'run1'), come: 7, rows: 7 }, msPerRow: 200 };
const SECOND = 1_000;

describe('how far a run is', () => {
  it('is read as it was told, and of another run nothing', () => {
    const store = memoryStore();
    expect(tellSoFar(store, 'run1', TOLD)).toBe(true);
    expect(soFarOf(store.all(), 'run1')).toEqual(TOLD);
    expect(soFarOf(store.all(), 'run2')).toBeUndefined();
  });

  it('is not believed where anybody has written something else into the document', () => {
    for (const forged of ['', '{', '{"at":"now"}', JSON.stringify({ ...TOLD, msPerRow: -1 })])
      expect(soFarOf({ 'linkup.far.run1': forged }, 'run1')).toBeUndefined();
  });

  it('is told for a minute after a look, which is noted twice a minute at most', () => {
    const store = memoryStore();
    expect(isLookedAt(store.all(), 'run1', NOW)).toBe(false);
    noteLook(store, 'run1', NOW);
    const noted = store.all();
    noteLook(store, 'run1', NOW + 20 * SECOND);
    expect(store.all()).toEqual(noted);
    expect([59, 61].map((s) => isLookedAt(noted, 'run1', NOW + s * SECOND))).toEqual([true, false]);
    noteLook(store, 'run1', NOW + 40 * SECOND);
    expect(isLookedAt(store.all(), 'run1', NOW + 61 * SECOND)).toBe(true);
  });

  it('leaves nothing behind when the run has ended, not even where somebody looked at that moment', () => {
    const store = memoryStore();
    for (const run of ['run1', 'run2']) {
      tellSoFar(store, run, TOLD);
      noteLook(store, run, NOW);
    }
    forgetSoFar(store, 'run1');
    noteLook(store, 'run1', NOW);
    forgetOldLooks(store, store.all(), (run) => run === 'run2');
    expect(Object.keys(store.all())).toEqual(['linkup.far.run2', 'linkup.far.run2.looked']);
  });
});

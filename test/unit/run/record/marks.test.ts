/** Marks: each names its sheet and who writes; nobody takes away another's by accident. */
import { describe, expect, it } from 'vitest';
import {
  clearMark,
  leaveMark,
  type Mark,
  marksIn,
  renewOldMark,
  underMark,
} from '../../../../src/run/record/marks';
import { memoryStore } from '../../../world/memory-store';

const MARK: Mark = { sheetId: 7, by: 'run1', enrichment: 'e1' };

describe('a mark', () => {
  it('says where and by whom, from when it is left until it is cleared', () => {
    const store = memoryStore();
    leaveMark(store, MARK);
    expect(marksIn(store.all())).toEqual([MARK]);
    clearMark(store, MARK);
    expect(marksIn(store.all())).toEqual([]);
  });

  it('of another run, or on another sheet, stays', () => {
    const store = memoryStore();
    const others = [
      { ...MARK, by: 'run2' },
      { ...MARK, sheetId: 8 },
    ];
    for (const mark of [MARK, ...others]) leaveMark(store, mark);
    clearMark(store, MARK);
    expect(marksIn(store.all())).toEqual(others);
  });
});

describe('work under a mark', () => {
  it('takes it away when it is done', () => {
    const store = memoryStore();
    const seen = underMark(store, MARK, () => marksIn(store.all()).length);
    expect([seen, marksIn(store.all()).length]).toEqual([1, 0]);
  });

  it('leaves it when it fails', () => {
    const store = memoryStore();
    const fails = (): void => {
      throw new Error('time-out');
    };
    expect(() => underMark(store, MARK, fails)).toThrow('time-out');
    expect(marksIn(store.all())).toEqual([MARK]);
  });
});

describe('the mark of the first edition', () => {
  const RUNS = [
    { id: 'run1', sheetId: 7, enrichment: 'e1' },
    { id: 'run2', sheetId: 8, enrichment: 'e2' },
  ];

  it('becomes one for each run that it may have been about', () => {
    const store = memoryStore({ 'linkup.mark': 'execution' });
    const renewed = renewOldMark(store, store.all(), RUNS);
    expect(marksIn(renewed)).toEqual([MARK, { sheetId: 8, by: 'run2', enrichment: 'e2' }]);
    expect(renewed).toEqual(store.all());
  });

  it('is not made up where there is none', () => {
    const store = memoryStore();
    expect(renewOldMark(store, store.all(), RUNS)).toEqual({});
  });
});

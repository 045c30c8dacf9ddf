/** How long the rest of a run takes: by its own pace, as soon as that can be told. */
import { describe, expect, it } from 'vitest';
import type { Counts } from '../../../../src/run/record/counts';
import { expectedMs, msPerRow } from '../../../../src/run/report/pace';
import { countsOf } from '../../../../src/run/report/tally';
import { aResearch, aSearch } from '../../../world/definitions';

function counts(done: number, running: number, waiting: number, come = 0): Counts {
  const rows = done + come + running + waiting;
  return { ...countsOf([], 'run1'), done, come, running, waiting, rows };
}

const MINUTE = 60_000;

const NOW = Date.UTC(2026, 10, 26);

/** A run that began so many ms ago, and whose record was kept just now. */
const begun = (ago: number) => ({ startedAt: NOW - ago, looked: NOW - 1 });

const told = (eachMs: number, ago = 0) => ({ at: NOW - ago, counts: counts(0, 0, 0), msPerRow: eachMs });

describe('the time that is left', () => {
  it('is nothing when nothing is left', () => {
    expect(expectedMs(aSearch(), counts(10, 0, 0), 500)).toBe(0);
  });

  it('is that of all rows which Linkup has not answered', () => {
    expect(expectedMs(aSearch(), counts(5, 60, 40, 7), 200)).toBe(20_000);
  });

  it('of research is not told from the first that end, where all were asked at once', () => {
    expect(expectedMs(aResearch(), counts(5, 95, 0), 1_000)).toBe(0);
    expect(expectedMs(aResearch(), counts(50, 50, 100), 1_000)).toBe(150_000);
  });
});

describe('the time of a row', () => {
  const half = counts(50, 50, 0);

  it('is what they take since the first answers came: what it took until then is none that rows take', () => {
    expect(msPerRow(begun(20_000), half, told(200), NOW)).toBe(200);
  });

  it('is unknown before that, and when nothing has come for a while', () => {
    expect(msPerRow(begun(MINUTE), half, told(0), NOW)).toBe(0);
    expect(msPerRow({ startedAt: 0, looked: 0 }, half, told(200, 2 * MINUTE), NOW)).toBe(0);
  });

  it('is told from the start where nobody has told of late, once a good part has ended', () => {
    expect(msPerRow(begun(MINUTE), counts(100, 50, 50), told(200, 2 * MINUTE), NOW)).toBe(600);
    expect(msPerRow(begun(MINUTE), counts(100, 50, 50), undefined, NOW)).toBe(600);
    expect(msPerRow(begun(MINUTE), counts(19, 93, 0), undefined, NOW)).toBe(0);
    expect(msPerRow(begun(MINUTE), counts(4, 1, 0), undefined, NOW)).toBe(0);
  });
});

/** How long the rest of a run takes: by its own speed, as soon as that can be told. */
import { describe, expect, it } from 'vitest';
import { expectedMs, isAsWritten } from '../../../../src/run/report/report';
import { countsOf } from '../../../../src/run/report/tally';
import { aResearch, aSearch } from '../../../world/definitions';
import { rowOf, stateOf } from '../../../world/table-sample';

const counts = (done: number, running: number, waiting: number) => ({
  ...countsOf([], 'run1'),
  done,
  running,
  waiting,
  rows: done + running + waiting,
});

const MINUTE = 60_000;

describe('the time that is left', () => {
  it('is nothing when nothing is left', () => {
    expect(expectedMs(aSearch(), counts(10, 0, 0), MINUTE)).toBe(0);
  });

  it('is not told while little has ended: nobody is promised what is typical elsewhere', () => {
    expect(expectedMs(aSearch(), counts(0, 100, 150), 0)).toBe(0);
    expect(expectedMs(aSearch(), counts(4, 96, 0), MINUTE)).toBe(0);
  });

  it('is told from the run’s own speed later', () => {
    expect(expectedMs(aSearch(), counts(100, 50, 50), MINUTE)).toBe(MINUTE);
  });

  it('of research is not told from the first that end, where all were asked at once', () => {
    expect(expectedMs(aResearch(), counts(5, 95, 0), 2 * MINUTE)).toBe(0);
    expect(expectedMs(aResearch(), counts(50, 50, 100), 2 * MINUTE)).toBe(6 * MINUTE);
  });
});

describe('a row is as the run left it', () => {
  it.each([
    ['with the answer that was written', { capital: 'Lima', state: stateOf('Peru', {}, 'Lima') }, true],
    ['with its answer cleared by somebody', { state: stateOf('Peru', {}, 'Lima') }, true],
    ['with something else typed in it', { capital: 'Cusco', state: stateOf('Peru', {}, 'Lima') }, false],
    ['while it is still asked', { state: stateOf('Peru', { state: 'submitted' }) }, false],
    ['without a ledger', { capital: 'Lima' }, false],
  ] as const)('%s: %#', (_, sample, expected) => {
    expect(isAsWritten(rowOf({ country: 'Peru', ...sample }))).toBe(expected);
  });
});

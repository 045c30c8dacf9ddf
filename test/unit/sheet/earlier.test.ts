/** Who filled a row before: a State cell keeps the last three runs, and one of an older ledger knows of none. */
import { describe, expect, it } from 'vitest';
import { earlierRuns, wasFilledBy } from '../../../src/sheet/earlier';
import { parseState, type State, stateText } from '../../../src/sheet/ledger';
import { stateOf } from '../../world/table-sample';

/** A State that these runs have filled, one after the other. */
function filledBy(...runs: string[]): State {
  let state = stateOf('Peru', {}, 'Lima');
  for (const run of runs) {
    const text = stateText({ ...state, run, was: earlierRuns(state, run) });
    state = parseState(text) ?? state;
  }
  return state;
}

describe('the runs that filled a row before', () => {
  it('are known by the State cell, and are no cells of it', () => {
    const state = filledBy('run2', 'run3', 'run3');
    expect(['run1', 'run2', 'run3'].map((run) => wasFilledBy(state, run))).toEqual([true, true, false]);
    expect([...state.cells.keys()]).toEqual(['a']);
  });

  it('are three at most', () => {
    const state = filledBy('run2', 'run3', 'run4', 'run5');
    expect(['run1', 'run2', 'run3', 'run4'].map((run) => wasFilledBy(state, run))).toEqual([
      false,
      true,
      true,
      true,
    ]);
  });

  it('have answered it: one that found nothing left nothing', () => {
    const before = stateOf('Peru', { state: 'not found' });
    expect(earlierRuns(before, 'run2')).toBe('');
    expect(earlierRuns({ ...before, was: 'abcd' }, 'run2')).toBe('abcd');
  });

  it('are none in a cell that does not say so, which reads as it did', () => {
    const cell = stateText(stateOf('Peru', {}, 'Lima'));
    expect(cell).not.toContain('was');
    expect(parseState(cell)?.was).toBeUndefined();
    expect(wasFilledBy({}, 'run1')).toBe(false);
  });
});

/** What is told of a run that has ended. */
import { describe, expect, it } from 'vitest';
import { isAsWritten } from '../../../../src/run/rows/undoable';
import { rowOf, stateOf } from '../../../world/table-sample';

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

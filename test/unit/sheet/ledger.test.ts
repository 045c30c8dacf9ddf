/** The ledger: what a State cell says can be read again, and damage is never taken for a state. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ROW_STATES } from '../../../src/enrichment/status';
import { awaitsTask, isFinal, parseState, type State, stateText, witnessOf } from '../../../src/sheet/ledger';

const hex = fc.stringMatching(/^[0-9a-f]{1,20}$/);

const states: fc.Arbitrary<State> = fc.record({
  state: fc.constantFrom(...ROW_STATES),
  at: fc.integer({ min: 0, max: Date.UTC(2100, 0, 1) }),
  run: hex,
  fingerprint: hex,
  ordinal: fc.nat(),
  witness: fc.oneof(hex, fc.constant('')),
});

const SUBMITTED: State = {
  state: 'submitted',
  at: Date.UTC(2026, 10, 23, 9),
  run: 'r1',
  fingerprint: 'f1',
  ordinal: 3,
  witness: '',
};

describe('the State cell', () => {
  it('reads back as it was written', () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(parseState(stateText(state))).toEqual(state);
      }),
    );
  });

  it('can be read by a person', () => {
    expect(stateText(SUBMITTED)).toBe('submitted | 2026-11-23T09:00:00.000Z | r1 | f1 | 3 | ');
  });

  it('that was cut short or changed at its ends says nothing', () => {
    fc.assert(
      fc.property(states, fc.integer({ min: 1, max: 20 }), (state, length) => {
        const text = stateText({ ...state, witness: '' });
        expect(parseState(text.slice(length))).toBeUndefined();
        expect(parseState(text.slice(0, -length - 2))).toBeUndefined();
      }),
    );
  });

  it.each([
    '',
    'done',
    'Done | 2026-11-23T09:00:00.000Z | r1 | f1 | 3 | ',
    'asking | 2026-11-23T09:00:00.000Z | r1 | f1 | 3 | ',
    'done | yesterday | r1 | f1 | 3 | ',
    'done | 2026-11-23T09:00:00.000Z | r1 |  | 3 | ',
    'done | 2026-11-23T09:00:00.000Z | r1 | f1 | three | ',
    'done | 2026-11-23T09:00:00.000Z | r1 | f1 | 3 | w | more',
  ])('%j says nothing', (text) => {
    expect(parseState(text)).toBeUndefined();
  });
});

describe('a witness', () => {
  it('is blank exactly for blank outputs', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 3 })), (readings) => {
        expect(witnessOf(readings) === '').toBe(readings.every((text) => text === ''));
      }),
    );
  });

  it('differs for different outputs, and for the same in other columns', () => {
    const outputs = fc.array(fc.string({ unit: 'binary', maxLength: 4 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(outputs, outputs, (a, b) => {
        fc.pre(witnessOf(a) !== '' && witnessOf(b) !== '');
        expect(witnessOf(a) === witnessOf(b)).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
    );
    expect(witnessOf(['a', ''])).not.toBe(witnessOf(['', 'a']));
  });

  it('fits the State cell', () => {
    fc.assert(fc.property(fc.array(fc.string()), (readings) => /^[0-9a-f]{0,12}$/.test(witnessOf(readings))));
  });
});

describe('a row', () => {
  const named = { taskId: 't', question: 'f1' };

  it('is at an end unless it is reserved or submitted', () => {
    expect(ROW_STATES.filter((state) => !isFinal(state))).toEqual(['reserved', 'submitted']);
  });

  it('awaits the task it names, even if its state was lost', () => {
    expect(awaitsTask({ ...named, state: SUBMITTED })).toBe(true);
    expect(awaitsTask({ ...named, state: undefined })).toBe(true);
  });

  it('awaits none when its question has ended', () => {
    for (const state of ROW_STATES.filter(isFinal)) {
      expect(awaitsTask({ ...named, state: { ...SUBMITTED, state } })).toBe(false);
    }
  });

  it('awaits its task when what has ended is another question', () => {
    expect(awaitsTask({ ...named, state: { ...SUBMITTED, state: 'done', fingerprint: 'f2' } })).toBe(true);
  });

  it('awaits none when it names no task or no question', () => {
    expect(awaitsTask({ ...named, taskId: '', state: SUBMITTED })).toBe(false);
    expect(awaitsTask({ ...named, question: '', state: SUBMITTED })).toBe(false);
  });
});

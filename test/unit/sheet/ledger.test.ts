/** The ledger: what a State cell says can be read again, and damage is never taken for a state. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ROW_STATES } from '../../../src/enrichment/status';
import {
  awaitsTask,
  inCells,
  isEmptyAnswer,
  isFinal,
  isFromBefore,
  ledgerOf,
  NO_TASK,
  oldOutputs,
  parseState,
  parseTaskId,
  type State,
  stateText,
  taskHash,
  witnessOf,
} from '../../../src/sheet/ledger';
import { cellsOf, NO_CELLS } from '../../../src/sheet/written';

const hex = fc.stringMatching(/^[0-9a-f]{1,20}$/);

const hash = fc.stringMatching(/^[0-9a-z]{1,7}$/);
const slot = fc.stringMatching(/^[a-su-z]{1,2}$/);

const states: fc.Arbitrary<State> = fc.record({
  state: fc.constantFrom(...ROW_STATES),
  at: fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2100, 0, 1) }),
  run: hex,
  fingerprint: hex,
  ordinal: fc.nat({ max: 10_000_000 }),
  cells: fc
    .array(fc.tuple(slot, fc.oneof(hash, fc.constant(''))), { maxLength: 100 })
    .map((cells) => new Map(cells)),
  task: fc.oneof(hash, fc.constant('')),
  step: fc.integer({ min: 1, max: 9 }),
});

const SUBMITTED: State = {
  state: 'submitted',
  at: Date.UTC(2026, 10, 23, 9),
  run: 'r1',
  fingerprint: 'f1',
  ordinal: 3,
  cells: NO_CELLS,
  task: '',
  step: 1,
};

/** A State cell as the first edition wrote it. */
const OLD = 'done | 2026-11-23T09:00:00.000Z | r1 | f1 | 3 | ';

describe('the State cell', () => {
  it('reads back as it was written', () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(parseState(stateText(state))).toEqual(state);
      }),
    );
  });

  it('can be read by a person', () => {
    expect(stateText(SUBMITTED)).toBe('submitted | 2026-11-23T09:00:00.000Z | r1 | f1 | 3 |  | 1');
    const cells = new Map([
      ['a', '1x'],
      ['c', ''],
    ]);
    expect(stateText({ ...SUBMITTED, cells, task: '9z' })).toBe(
      'submitted | 2026-11-23T09:00:00.000Z | r1 | f1 | 3 | a:1x c: t:9z | 1',
    );
    const noted = stateText({ ...SUBMITTED, note: '7q' });
    expect(noted).toBe('submitted | 2026-11-23T09:00:00.000Z | r1 | f1 | 3 | note:7q | 1');
    expect(parseState(noted)).toEqual({ ...SUBMITTED, note: '7q' });
    const shared = { ...SUBMITTED, cells, task: '9z', shares: new Set(['c', 'aa']) };
    expect(stateText(shared)).toContain('| a:1x c: t:9z ct:1 aat:1 |');
    expect(parseState(stateText(shared))).toEqual(shared);
  });

  it('that was cut short at its beginning says nothing', () => {
    fc.assert(
      fc.property(states, fc.integer({ min: 1, max: 20 }), (state, length) => {
        expect(parseState(stateText(state).slice(length))).toBeUndefined();
      }),
    );
  });

  it('of the first edition is understood, and rewritten in the new form', () => {
    const state = parseState(`${OLD}0123456789ab`);
    expect(state).toMatchObject({ state: 'done', ordinal: 3, witness: '0123456789ab', step: 1, task: '' });
    expect(state && parseState(stateText(state))).not.toHaveProperty('witness');
  });

  it.each([
    '',
    'done',
    'Done | 2026-11-23T09:00:00.000Z | r1 | f1 | 3 | ',
    'asking | 2026-11-23T09:00:00.000Z | r1 | f1 | 3 | ',
    'done | yesterday | r1 | f1 | 3 | ',
    'done | 2026-11-23T09:00:00.000Z | r1 |  | 3 | ',
    'done | 2026-11-23T09:00:00.000Z | r1 | f1 | three | ',
    'done | 2026-11-23T09:00:00.000Z | r1 | f1 | 3 | w | 1',
    'done | 2026-11-23T09:00:00.000Z | r1 | f1 | 3 | A:1 | 1',
    'done | 2026-11-23T09:00:00.000Z | r1 | f1 | 3 | a:1 | 1 | more',
    'done | 2026-11-23T09:00:00.000Z | r1 | f1 | 3 | a:1 | 0',
    'checked | 2026-11-23T09:00:00.000Z | r1 | f1 | 3 | a:1 | 1',
    'done | 9999-11-23T09:00:00.000Z | r1 | f1 | 3 | ',
    'done | 1999-11-23T09:00:00.000Z | r1 | f1 | 3 | ',
    'done | 2026-11-23 | r1 | f1 | 3 | ',
    'done | 2026-11-23T09:00:00.000Z | r1 | f1 | 10000001 | ',
    `done | 2026-11-23T09:00:00.000Z | r1 | f1 | ${'9'.repeat(400)} | `,
    `done | 2026-11-23T09:00:00.000Z | ${'r'.repeat(201)} | f1 | 3 | `,
    'done | 2026-11-23T09:00:00.000Z | \ud800 | f1 | 3 | ',
  ])('%j says nothing', (text) => {
    expect(parseState(text)).toBeUndefined();
  });
});

describe('a task’s id', () => {
  it.each(['', '..', '.', 'a b', '\ud800', 'x'.repeat(201), 'a/b', 'a\nb'])('is never %j', (text) => {
    expect(parseTaskId(text)).toBe('');
  });

  it('is what Linkup gives, and others like it', () => {
    const id = '0b2f4c1e-7a55-4c38-9a2e-1d2c3b4a5f60';
    expect([id, 'task_1', 'a.b:c'].map(parseTaskId)).toEqual([id, 'task_1', 'a.b:c']);
  });

  it('that was pasted beside a state that knows another counts as none', () => {
    const text = stateText({ ...SUBMITTED, task: taskHash('mine') });
    expect(ledgerOf(text, 'mine', 'f1').taskId).toBe('mine');
    expect(ledgerOf(text, 'another', 'f1').taskId).toBe('');
    expect(ledgerOf(text, 'another', 'f2').taskId).toBe('another');
    expect(ledgerOf(OLD, 'another', 'f1').taskId).toBe('another');
  });

  it('that a row which waits to be asked kept from before is no task of its own, and still named', () => {
    const state: State = { ...SUBMITTED, state: 'reserved', task: taskHash('before') };
    expect(ledgerOf(stateText(state), 'before', 'f1').taskId).toBe('');
    expect(isFromBefore(state, 'before')).toBe(true);
    expect(ledgerOf(stateText(state), 'new', 'f1').taskId).toBe('new');
    expect(isFromBefore(state, 'new')).toBe(false);
  });

  it('that was kept from before is not taken for the task of how the question ended', () => {
    const ended = stateText({ ...SUBMITTED, state: 'perhaps asked', task: NO_TASK });
    expect(ledgerOf(ended, 'before', 'f1').taskId).toBe('');
  });
});

describe('the hidden cells', () => {
  it('say that they cannot be read, where a State is more than an empty cell and less than a state', () => {
    expect(['', 'x', OLD].map((text) => ledgerOf(text, '', '').unreadable)).toEqual([false, true, false]);
  });
});

describe('a state of the first edition', () => {
  const done = (witness: string): State => ({ ...SUBMITTED, state: 'done', witness });
  const old = (readings: string[]) => () =>
    oldOutputs(['a', 'b'].slice(0, readings.length), ['a', 'b'], readings);

  it('is judged cell by cell once its witness speaks of what stands there', () => {
    const state = inCells(done(witnessOf(['x', ''])), old(['x', '']));
    expect(state.cells).toEqual(cellsOf(['a', 'b'], ['x', '']));
    expect(state).not.toHaveProperty('witness');
  });

  it('stays as it is while the outputs read otherwise', () => {
    expect(inCells(done(witnessOf(['x'])), old(['y'])).cells).toEqual(NO_CELLS);
    expect(inCells(done(witnessOf(['x'])), old([''])).witness).toBe(witnessOf(['x']));
  });

  it('tells an answer with nothing in it from one that a person cleared', () => {
    expect(isEmptyAnswer(inCells(done(''), old([''])))).toBe(true);
    expect(isEmptyAnswer(inCells(done(''), old(['typed'])))).toBe(true);
    expect(isEmptyAnswer(inCells(done(witnessOf(['x'])), old([''])))).toBe(false);
  });

  it('speaks of the outputs that there were then, wherever they are now, and of nothing once one is gone', () => {
    const { witness, cells } = oldOutputs(['a', 'b'], ['c', 'b', 'a'], ['new', 'y', 'x']);
    expect(witness).toBe(witnessOf(['x', 'y']));
    expect(cells).toEqual(cellsOf(['a', 'b'], ['x', 'y']));
    expect(oldOutputs(['a', 'b'], ['a'], ['x']).witness).toBe('?');
  });
});

describe('an answer', () => {
  it('was empty where every cell was left blank', () => {
    const written = (cells: State['cells'], state: State['state'] = 'done') =>
      isEmptyAnswer({ ...SUBMITTED, state, cells });
    expect(written(cellsOf(['a', 'b'], ['', '']))).toBe(true);
    expect(written(cellsOf(['a', 'b'], ['', 'x']))).toBe(false);
    expect(written(NO_CELLS)).toBe(false);
    expect(written(cellsOf(['a'], ['']), 'failed')).toBe(false);
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
  const named = { taskId: 't', question: 'f1', unreadable: false };

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

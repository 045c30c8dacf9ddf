/** A row that is asked anew while its answer stands: what stays, what is written and said, and what is remembered of the answer before. */
import { describe, expect, it } from 'vitest';
import type { AnswerValue } from '../../../../src/enrichment/answer';
import { stateBefore } from '../../../../src/run/rows/anew';
import { Answers } from '../../../../src/run/rows/answers';
import {
  againPatch,
  emptiedPatch,
  letGoPatch,
  outlives,
  undonePatch,
} from '../../../../src/run/rows/asked-again';
import type { Outcome } from '../../../../src/run/rows/outcome';
import { reservedPatch, submittedPatch } from '../../../../src/run/rows/patching';
import { fingerprintOf, standingOf } from '../../../../src/run/rows/standing';
import { isUndoable } from '../../../../src/run/rows/undoable';
import { shownBy, type Value } from '../../../../src/sheet/cells';
import { parseState, type State, stateText, taskHash } from '../../../../src/sheet/ledger';
import type { Patch } from '../../../../src/sheet/patches';
import { type Row, TableView } from '../../../../src/sheet/table';
import { cellsOf } from '../../../../src/sheet/written';
import { aSearch } from '../../../world/definitions';
import { readingOf } from '../../../world/table-sample';

const SLOTS = ['a', 'b'];
const HEADINGS = ['Country', 'capital', 'people', 'Facts status', 'State', 'Task', 'Question'];
const PARTS = ['', 'field:capital', 'field:people', 'status', 'state', 'task', 'question'];
const PLACES = new Map(PARTS.flatMap((part, i) => (part ? [[`e1/${part}`, i + 1] as const] : [])));
const VIEW = new TableView(
  aSearch({
    shape: 'fields',
    fields: [
      { name: 'capital', kind: 'text' },
      { name: 'people', kind: 'number' },
    ],
  }),
  HEADINGS,
  PLACES,
);
const print = fingerprintOf(rowOf(['Chad', '', '', '', '', '', '']));
const ABOUT = { run: 'run2', fingerprint: print, ordinal: 7, at: Date.UTC(2026, 10, 24) };
const BEFORE = { run: 'run1', ordinal: 1, at: Date.UTC(2026, 10, 23), step: 1 };

const text = (value: string): AnswerValue => ({ kind: 'text', text: value });
const number = (value: number): AnswerValue => ({ kind: 'number', number: value });
const done = (...values: AnswerValue[]): Outcome => ({ state: 'done', values });

function rowOf(held: readonly Value[]): Row {
  const [row] = VIEW.rows(readingOf([held], { headings: HEADINGS, places: PLACES }));
  if (!row) throw new Error('no row');
  return row;
}

/** Chad, answered by the first run. */
function answered(capital: string, people: number | ''): Row {
  const cells = cellsOf(SLOTS, [capital, String(people)]);
  const state: State = { ...BEFORE, state: 'done', fingerprint: print, cells, task: taskHash('t') };
  return rowOf(['Chad', capital, people, 'Done', stateText(state), 't', print]);
}

/** The row as a patch leaves it. */
function became(row: Row, patch: Patch): Row {
  const held = HEADINGS.map((_, i): Value => {
    const content = patch.cells.get(i + 1);
    if (content === undefined) return row.values[i] ?? '';
    return typeof content === 'number' ? content : shownBy(content);
  });
  return rowOf(held);
}

const held = (row: Row): Value[] => row.values.slice(1, 4);
const standing = (row: Row) => standingOf(row, Answers.among([row]), () => false);

/** Reserved and submitted by the second run. */
function asked(row: Row): Row {
  const reserved = became(row, reservedPatch(VIEW, row, ABOUT));
  return became(reserved, submittedPatch(VIEW, reserved, ABOUT, 't2'));
}

function ended(row: Row, outcome: Outcome): Row {
  const under = asked(row);
  return became(under, againPatch(VIEW, under, ABOUT, outcome));
}

describe('a row that waits to be asked anew', () => {
  it('remembers whose answer stands in it, through every state', () => {
    const row = asked(answered("N'Djamena", 120));
    expect(row.ledger.state).toMatchObject({ state: 'submitted', before: BEFORE });
  });

  it('stands as before once it is let go', () => {
    for (const row of [answered("N'Djamena", 120), answered('', '')]) {
      const reserved = became(row, reservedPatch(VIEW, row, ABOUT));
      const back = became(reserved, letGoPatch(VIEW, reserved, 'Stopped'));
      expect(back.ledger).toEqual(row.ledger);
      expect(standing(back)).toBe(standing(row));
    }
  });

  it('is forgotten where its answer was typed over or emptied, or it asked something else', () => {
    for (const changed of [
      ['mine', 5],
      ['', ''],
    ] as const) {
      const row = answered("N'Djamena", 120);
      const reserved = became(row, reservedPatch(VIEW, row, ABOUT));
      const typed = rowOf(reserved.values.map((value, i) => changed[i - 1] ?? value));
      expect(stateBefore(typed)).toBeUndefined();
      expect(became(typed, letGoPatch(VIEW, typed, 'Stopped')).values.slice(3)).toEqual([
        'Stopped',
        '',
        '',
        '',
      ]);
    }
    const row = answered("N'Djamena", 120);
    expect(
      became(row, reservedPatch(VIEW, row, { ...ABOUT, fingerprint: 'f2' })).ledger.state,
    ).not.toHaveProperty('before');
  });
});

describe('an answer that outlives', () => {
  it('is one to the same question: in a refresh and beside blanks that were asked for', () => {
    const [whole, part] = [asked(answered("N'Djamena", 120)), asked(answered("N'Djamena", ''))];
    const modes = (row: Row) =>
      (['fill', 'unanswered', 'again', 'overwrite', 'refresh'] as const).filter((mode) =>
        outlives(row, ABOUT, mode),
      );
    expect(modes(whole)).toEqual(['unanswered', 'refresh']);
    expect(modes(part)).toEqual(['unanswered', 'again', 'refresh']);
    expect(outlives(whole, { ...ABOUT, fingerprint: 'f2' }, 'refresh')).toBe(false);
  });
});

describe('asked anew', () => {
  it.each<[string, Outcome, Value[]]>([
    ['the same', done(text("N'Djamena"), number(120)), ["N'Djamena", 120, 'Done']],
    ['another value', done(text("N'Djamena"), number(150)), ["N'Djamena", 150, 'Done · people 120 → 150']],
    ['a part', done(text("N'Djamena"), undefined), ["N'Djamena", 120, 'Done']],
    [
      'a doubt',
      done(text("N'Djamena"), text('many')),
      ["N'Djamena", 'many', 'Done · check: people is no number; people 120 → many'],
    ],
    ['nothing in it', done(undefined, undefined), ["N'Djamena", 120, 'Done · asked again, nothing found']],
    ['nothing', { state: 'not found' }, ["N'Djamena", 120, 'Done · asked again, nothing found']],
    [
      'a failure',
      { state: 'failed', reason: 'Why.' },
      ["N'Djamena", 120, 'Done · asked again, failed: Why.'],
    ],
    ['its expiry', { state: 'expired' }, ["N'Djamena", 120, 'Done · asked again, expired']],
    [
      'another form',
      { ...done(text('all')), inForm: false } as Outcome,
      ["N'Djamena", 120, 'Done · asked again, failed: the answer is not in the form asked for'],
    ],
    [
      'a doubt whether it was asked',
      { state: 'perhaps asked' },
      ["N'Djamena", 120, expect.stringMatching(/^Perhaps asked/)],
    ],
  ])('and got %s, a row holds what it held or what is new', (_, outcome, cells) => {
    const row = ended(answered("N'Djamena", 120), outcome);
    expect(held(row)).toEqual(cells);
    if (outcome.state === 'perhaps asked') return;
    expect(row.ledger.state).toMatchObject({ state: 'done', run: 'run2', at: ABOUT.at, before: BEFORE });
    expect(standing(row)).toBe('answered');
  });

  it('and written twice, as after a move of the table, it says what changed all the same', () => {
    const outcome = done(text("N'Djamena"), number(150));
    const row = ended(answered("N'Djamena", 120), outcome);
    expect(became(row, againPatch(VIEW, row, ABOUT, outcome)).values).toEqual(row.values);
  });

  it('it keeps what a person typed meanwhile', () => {
    const under = asked(answered("N'Djamena", 120));
    const typed = rowOf(under.values.map((value, i) => (i === 2 ? 5 : value)));
    const row = became(typed, againPatch(VIEW, typed, ABOUT, done(text('Fort-Lamy'), number(150))));
    expect(held(row)).toEqual(['Fort-Lamy', 5, "Done · your own value kept; capital N'Djamena → Fort-Lamy"]);
  });

  it('it loses by Undo what was new, and stands as the first run left the rest', () => {
    const row = ended(answered("N'Djamena", 120), done(text("N'Djamena"), number(150)));
    expect(isUndoable(row, 'run2')).toBe(true);
    const emptied = became(row, emptiedPatch(VIEW, row));
    expect(isUndoable(emptied, 'run2')).toBe(true);
    const undone = became(emptied, undonePatch(VIEW, emptied));
    expect(held(undone)).toEqual(["N'Djamena", '', 'Done · nothing for people']);
    expect(undone.ledger.state).toMatchObject({ ...BEFORE, state: 'done' });
    for (const same of [done(text("N'Djamena"), number(120)), { state: 'not found' } as const])
      expect(isUndoable(ended(answered("N'Djamena", 120), same), 'run2')).toBe(false);
  });
});

describe('the State of a row that was asked anew', () => {
  it('reads back, and one without any of it reads as ever', () => {
    const { state } = ended(answered("N'Djamena", 120), { state: 'failed', reason: 'x' }).ledger;
    expect(state).toMatchObject({ before: BEFORE, kept: new Set(SLOTS), ended: 'failed' });
    expect(state && parseState(stateText(state))).toEqual(state);
    expect(answered("N'Djamena", 120).ledger.state).not.toHaveProperty('before');
  });
});

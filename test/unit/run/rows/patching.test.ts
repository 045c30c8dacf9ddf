/** Patches: which cells each change of a row writes, and which it leaves to the person. */
import { describe, expect, it } from 'vitest';
import type { AnswerValue } from '../../../../src/enrichment/answer';
import { type Outcome, outcomePatch } from '../../../../src/run/rows/outcome';
import {
  copiedPatch,
  identityPatch,
  movedPatch,
  releasedPatch,
  reservedPatch,
  statusPatch,
  strandedPatch,
  submittedPatch,
} from '../../../../src/run/rows/patching';
import { parseState, type State, taskHash } from '../../../../src/sheet/ledger';
import type { Patch } from '../../../../src/sheet/patches';
import { TableView } from '../../../../src/sheet/table';
import { cellsOf, NO_CELLS } from '../../../../src/sheet/written';
import {
  FACTS,
  HEADINGS,
  PLACES,
  printOf,
  rowOf,
  type SampleRow,
  stateOf,
  VIEW,
} from '../../../world/table-sample';

const PARTS = ['Country', 'capital', 'status', 'state', 'task', 'question'];
const ABOUT = { run: 'run2', fingerprint: printOf('Chad'), ordinal: 7, at: Date.UTC(2026, 10, 24) };
const CHAD: SampleRow = { country: 'Chad', question: printOf('Chad'), taskId: 't' };
const DONE: SampleRow = { ...CHAD, capital: "N'Djamena", state: stateOf('Chad', {}, "N'Djamena") };
/** Answered about Chad, and about Niger by now. */
const FOREIGN: SampleRow = { ...DONE, country: 'Niger' };
const TYPED: SampleRow = { ...CHAD, capital: 'mine' };
const NOTHING_WRITTEN = { cells: NO_CELLS, task: '', step: 1 };
/** The same table, where the capital is to be a number. */
const COUNTED = new TableView({ ...FACTS, fields: [{ name: 'capital', kind: 'number' }] }, HEADINGS, PLACES);
const text = (value: string): AnswerValue => ({ kind: 'text', text: value });

/** What a patch writes, by the sample's columns; texts without the apostrophe that keeps them texts. */
function written({ cells }: Patch): Record<string, unknown> {
  const plain = (content: unknown) => (typeof content === 'string' ? content.replace(/^'/, '') : content);
  return Object.fromEntries([...cells].map(([column, content]) => [PARTS[column - 1], plain(content)]));
}

function stateIn(patch: Patch): State | undefined {
  return parseState(String(written(patch).state ?? ''));
}

function ended(sample: SampleRow, outcome: Outcome, overwrite = false): Patch {
  return outcomePatch(VIEW, rowOf(sample), ABOUT, outcome, overwrite);
}

function answered(sample: SampleRow, value: AnswerValue, overwrite = false): Patch {
  return ended(sample, { state: 'done', values: [value] }, overwrite);
}

describe('a reserved row', () => {
  it('says so, names its question, and still names the task of before, as such', () => {
    const patch = reservedPatch(VIEW, rowOf(CHAD), ABOUT);
    expect(written(patch)).toMatchObject({ status: 'Waiting', task: 't', question: printOf('Chad') });
    expect(stateIn(patch)).toEqual({ ...ABOUT, state: 'reserved', ...NOTHING_WRITTEN, task: taskHash('t') });
  });

  it('loses the machine’s answer to another question, and keeps one to its own', () => {
    const about = { ...ABOUT, fingerprint: printOf('Niger') };
    expect(written(reservedPatch(VIEW, rowOf(FOREIGN), about)).capital).toBe('');
    expect(written(reservedPatch(VIEW, rowOf(DONE), ABOUT))).not.toHaveProperty('capital');
    expect(stateIn(reservedPatch(VIEW, rowOf(DONE), ABOUT))?.cells).toEqual(cellsOf(['a'], ["N'Djamena"]));
  });

  it('keeps what a person typed, and does not take it for its own work', () => {
    const patch = reservedPatch(VIEW, rowOf(TYPED), ABOUT);
    expect(written(patch)).not.toHaveProperty('capital');
    expect(stateIn(patch)?.cells).toEqual(NO_CELLS);
  });
});

describe('a submitted row', () => {
  it('has its task’s id, and nothing in its outputs changes', () => {
    const patch = submittedPatch(VIEW, rowOf(CHAD), ABOUT, 't9');
    expect(Object.keys(written(patch))).toEqual(['status', 'state', 'task', 'question']);
    expect(written(patch)).toMatchObject({ status: 'Asking…', task: 't9', question: printOf('Chad') });
    expect(stateIn(patch)).toEqual({
      ...ABOUT,
      state: 'submitted',
      ...NOTHING_WRITTEN,
      task: taskHash('t9'),
    });
  });
});

describe('a row whose question ended', () => {
  it('shows the answer, and says what was written where', () => {
    const patch = answered(CHAD, text("N'Djamena"));
    expect(written(patch)).toMatchObject({ capital: "N'Djamena", status: 'Done' });
    const cells = cellsOf(['a'], ["N'Djamena"]);
    expect(stateIn(patch)).toEqual({ ...ABOUT, state: 'done', cells, task: taskHash('t'), step: 1 });
  });

  it('never has its identifying cells written together with answers', () => {
    const outcomes: Outcome[] = [
      { state: 'done', values: [text('x')] },
      { state: 'not found' },
      { state: 'failed', reason: 'why' },
      { state: 'expired' },
    ];
    for (const outcome of outcomes) {
      for (const sample of [CHAD, DONE, FOREIGN, TYPED]) {
        expect(written(ended(sample, outcome, true))).not.toHaveProperty('task');
        expect(written(ended(sample, outcome, true))).not.toHaveProperty('question');
      }
    }
  });

  it('says that nothing was found where the answer has nothing for its columns', () => {
    const patch = answered(CHAD, undefined);
    expect(written(patch)).toMatchObject({ capital: '', status: 'Done · nothing found' });
    expect(stateIn(patch)).toMatchObject({ state: 'done', cells: cellsOf(['a'], ['']) });
  });

  it('is done where an answer came whose column a person deleted', () => {
    const places = new Map([...PLACES].filter(([part]) => part !== 'e1/field:capital'));
    const outcome: Outcome = { state: 'done', values: [text('x')] };
    const view = new TableView(FACTS, HEADINGS, places);
    expect(written(outcomePatch(view, rowOf(CHAD), ABOUT, outcome, false))).toMatchObject({ status: 'Done' });
  });

  it('keeps what a person typed, unless it was started to overwrite', () => {
    expect(written(answered(TYPED, text('x')))).toMatchObject({ status: 'Done · your own value kept' });
    expect(written(answered(TYPED, text('x')))).not.toHaveProperty('capital');
    expect(written(answered(TYPED, text('x'), true))).toMatchObject({ capital: 'x', status: 'Done' });
  });

  it('is marked where a value is not what its column holds, in a cell that it was written into', () => {
    const said = (sample: SampleRow, value: AnswerValue, overwrite = false): unknown =>
      written(outcomePatch(COUNTED, rowOf(sample), ABOUT, { state: 'done', values: [value] }, overwrite))
        .status;
    expect(said(CHAD, text('many'))).toBe('Done · check: capital is no number');
    expect(said(TYPED, text('many'), true)).toBe('Done · check: capital is no number');
    expect(said(CHAD, { kind: 'number', number: 7 })).toBe('Done');
    expect(said(TYPED, text('many'))).toBe('Done · your own value kept');
  });

  it('says why it failed, and leaves what a person typed', () => {
    const patch = ended(TYPED, { state: 'failed', reason: 'The page is gone.' });
    expect(written(patch)).toMatchObject({ status: 'Failed: The page is gone.' });
    expect(written(patch)).not.toHaveProperty('capital');
    expect(stateIn(patch)).toMatchObject({ state: 'failed', cells: NO_CELLS });
  });

  it('without an answer keeps the one that it had, and loses one to another question', () => {
    expect(written(ended(DONE, { state: 'not found' }))).not.toHaveProperty('capital');
    const about = { ...ABOUT, fingerprint: printOf('Niger') };
    expect(written(outcomePatch(VIEW, rowOf(FOREIGN), about, { state: 'not found' }, false)).capital).toBe(
      '',
    );
  });
});

describe('a row that was edited while it was asked', () => {
  it('is told so, and an answer that nobody took counts as expired', () => {
    const patch = strandedPatch(VIEW, rowOf({ ...CHAD, country: 'Niger' }), ABOUT, 'done');
    expect(Object.keys(written(patch))).toEqual(['status', 'state']);
    expect(written(patch).status).toMatch(/^Outdated/);
    expect(stateIn(patch)).toMatchObject({
      state: 'expired',
      fingerprint: printOf('Chad'),
      cells: NO_CELLS,
    });
  });
});

describe('a copied answer', () => {
  it('comes with its source’s cells and task', () => {
    const patch = copiedPatch(VIEW, rowOf({ country: 'Chad' }), rowOf(DONE), ABOUT);
    expect(written(patch)).toMatchObject({
      capital: "N'Djamena",
      status: 'Done',
      task: 't',
      question: printOf('Chad'),
    });
    expect(stateIn(patch)?.cells).toEqual(cellsOf(['a'], ["N'Djamena"]));
  });

  it('does not take along the task of another question', () => {
    const source = rowOf({ ...DONE, question: printOf('Niger') });
    expect(written(copiedPatch(VIEW, rowOf({ country: 'Chad' }), source, ABOUT)).task).toBe('');
  });

  it('is marked as its source is', () => {
    const status = (capital: string | number): unknown =>
      written(copiedPatch(COUNTED, rowOf({ country: 'Chad' }), rowOf({ ...DONE, capital }), ABOUT)).status;
    expect([status('many'), status(7)]).toEqual(['Done · check: capital is no number', 'Done']);
  });

  it('is as old as its source', () => {
    const old = Date.UTC(2026, 9, 1);
    const source = rowOf({ ...DONE, state: stateOf('Chad', { at: old }, "N'Djamena") });
    expect(stateIn(copiedPatch(VIEW, rowOf({ country: 'Chad' }), source, ABOUT))?.at).toBe(old);
  });

  it('that is a date is that same date', () => {
    const date = new Date(Date.UTC(2002, 8, 10));
    const patch = copiedPatch(VIEW, rowOf({ country: 'Chad' }), rowOf({ ...DONE, capital: date }), ABOUT);
    expect(written(patch).capital).toEqual(date);
  });
});

describe('a ledger that was moved', () => {
  const ledger = { state: stateOf('Chad', { state: 'failed' }), taskId: 't', question: printOf('Chad') };

  it('brings its status, and leaves the outputs unless they are to be cleared', () => {
    expect(written(movedPatch(VIEW, rowOf(TYPED), ledger, false))).toEqual({
      status: 'Failed',
      state: expect.stringMatching(/^failed \| /),
      task: 't',
      question: printOf('Chad'),
    });
    expect(written(movedPatch(VIEW, rowOf(FOREIGN), ledger, true))).toMatchObject({ capital: '' });
  });

  it('may be no more than the identifying cells', () => {
    expect(written(identityPatch(VIEW, rowOf(DONE), 't2', 'q2'))).toEqual({ task: 't2', question: 'q2' });
  });
});

describe('a released row', () => {
  it('is out of the ledger, with its outputs cleared only where that is meant', () => {
    const blank = { status: 'Stopped', state: '', task: '', question: '' };
    expect(written(releasedPatch(VIEW, rowOf(DONE), 'Stopped'))).toEqual(blank);
    expect(written(releasedPatch(VIEW, rowOf(DONE), 'Stopped', true))).toEqual({ ...blank, capital: '' });
  });
});

describe('any patch', () => {
  it('is for the row where it was read, and writes texts so that they stay texts', () => {
    const patch = answered(CHAD, text('=A1'));
    expect(patch.at).toBe(2);
    expect(patch.cells.get(2)).toBe("'=A1");
    expect(statusPatch(VIEW, rowOf(CHAD), '=1').cells).toEqual(new Map([[3, "'=1"]]));
  });

  it('does without a Status that a person deleted', () => {
    const places = new Map([...PLACES].filter(([part]) => part !== 'e1/status'));
    const view = new TableView(FACTS, HEADINGS, places);
    expect(statusPatch(view, rowOf(CHAD), 'Done').cells.size).toBe(0);
  });
});

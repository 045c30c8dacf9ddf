/** Where a row stands for its present question, whatever was edited, copied or sorted since. */
import { describe, expect, it } from 'vitest';
import { fingerprinter } from '../../../../src/enrichment/fingerprint';
import type { RowState } from '../../../../src/enrichment/status';
import { Answers } from '../../../../src/run/rows/answers';
import { fingerprintOf, machineMade, standingOf } from '../../../../src/run/rows/standing';
import { stateText, witnessOf } from '../../../../src/sheet/ledger';
import { TableView } from '../../../../src/sheet/table';
import { type Cells, cellsOf, NO_CELLS } from '../../../../src/sheet/written';
import { aSearch } from '../../../world/definitions';
import { printOf, readingOf, rowOf, rowsOf, type SampleRow, stateOf } from '../../../world/table-sample';

const live = (run: string) => run === 'live';
const nobody = () => false;

/** Where the first of some rows stands. */
function standing(first: SampleRow, ...others: SampleRow[]): string {
  const rows = rowsOf(first, ...others);
  return standingOf(rows[0] ?? rowOf({}), Answers.among(rows), live);
}

const CHAD = { country: 'Chad', question: printOf('Chad') };
const DONE: SampleRow = {
  ...CHAD,
  capital: "N'Djamena",
  state: stateOf('Chad', {}, "N'Djamena"),
  taskId: 't',
};

function ended(state: RowState, changes: SampleRow = {}): SampleRow {
  return { ...CHAD, taskId: 't', state: stateOf('Chad', { state }), ...changes };
}

describe('a row', () => {
  it('that was never asked is unasked', () => {
    expect(standing({ country: 'Chad' })).toBe('unasked');
  });

  it('with the machine’s answer to what it asks is answered', () => {
    expect(standing(DONE)).toBe('answered');
  });

  it('whose answer a person cleared is unasked again', () => {
    expect(standing({ ...DONE, capital: '' })).toBe('unasked');
  });

  it('that asks something else since is outdated', () => {
    expect(standing({ ...DONE, country: 'Niger' })).toBe('outdated');
  });

  it('whose answer a person changed is typed', () => {
    expect(standing({ ...DONE, capital: 'Ndjamena' })).toBe('typed');
  });

  it('that a person filled without asking is typed', () => {
    expect(standing({ country: 'Chad', capital: 'Ndjamena' })).toBe('typed');
  });

  it('that was copied with its outputs but without its ledger is answered all the same', () => {
    expect(standing({ country: 'Chad', capital: "N'Djamena" }, DONE)).toBe('answered');
  });

  it('whose ledger was left behind by a sort is typed for the machine, until it is realigned', () => {
    expect(standing({ country: 'Niger', capital: 'Niamey' }, DONE)).toBe('typed');
  });

  it.each<RowState>(['failed', 'not found', 'expired'])('that ended as %s stands there', (state) => {
    expect(standing(ended(state))).toBe(state);
  });

  it.each<RowState>([
    'failed',
    'not found',
    'expired',
  ])('that ended as %s and asks something else is unasked', (state) => {
    expect(standing(ended(state, { country: 'Niger' }))).toBe('unasked');
  });

  it('that a live run reserved is being asked, and one of a dead run is nobody’s', () => {
    const reserved = (run: string) => ({ ...CHAD, state: stateOf('Chad', { state: 'reserved', run }) });
    expect(standing(reserved('live'))).toBe('asking');
    expect(standing(reserved('dead'))).toBe('unasked');
  });

  it('that waits for its task is being asked, whoever started the run', () => {
    expect(standing(ended('submitted'))).toBe('asking');
    expect(standing(ended('submitted', { state: undefined }))).toBe('asking');
  });

  it('that was edited while its task is under way is not being asked', () => {
    expect(standing(ended('submitted', { country: 'Niger' }))).toBe('unasked');
  });

  it('whose answer had nothing for its columns was not found: asking again would be billed again', () => {
    const empty = { state: stateOf('Chad', {}, '') };
    expect(standing(ended('done', empty))).toBe('not found');
    expect(standing(ended('done', { ...empty, country: 'Niger' }))).toBe('unasked');
  });
});

describe('a row in doubt', () => {
  it('was perhaps asked, whatever stands in it', () => {
    expect(standing(ended('perhaps asked'))).toBe('perhaps asked');
    expect(standing(ended('perhaps asked', { capital: 'typed' }))).toBe('perhaps asked');
    expect(standing(ended('perhaps asked', { country: 'Niger' }))).toBe('unasked');
  });

  it('is one whose State cannot be read', () => {
    const row = rowOf({ country: 'Chad' });
    const unreadable = { ...row, ledger: { ...row.ledger, unreadable: true } };
    expect(standingOf(unreadable, Answers.among([unreadable]), nobody)).toBe('unreadable');
  });
});

describe('a row with two outputs', () => {
  const FIELDS = aSearch({
    shape: 'fields',
    fields: [
      { name: 'capital', kind: 'text' },
      { name: 'area', kind: 'text' },
    ],
  });
  const HEADINGS = ['Country', 'capital', 'area', 'status', 'state', 'task', 'question'];
  const PARTS = ['field:capital', 'field:area', 'status', 'state', 'task', 'question'];
  const view = new TableView(FIELDS, HEADINGS, new Map(PARTS.map((part, i) => [`e1/${part}`, i + 2])));
  const print = fingerprinter(FIELDS)('What is the capital of Chad?');

  /** Where a row about Chad stands with these outputs, when others (or none) were written. */
  const standingWith = (
    now: string[],
    written: Cells,
    changes: { country?: string; witness?: string } = {},
  ) => {
    const { country = 'Chad', ...old } = changes;
    const about = { run: 'r', fingerprint: print, ordinal: 1, at: Date.UTC(2026, 10, 1), task: '', step: 1 };
    const state = stateText({ state: 'done', ...about, cells: written });
    const legacy = state.replace(/[^|]+\| 1$/, ` ${old.witness}`);
    const cells = [country, ...now, 'Done', old.witness === undefined ? state : legacy, 't', print];
    const rows = view.rows(readingOf([cells], { places: view.placed }));
    return standingOf(rows[0] ?? rowOf({}), Answers.among(rows), nobody);
  };
  const both = cellsOf(['a', 'b'], ['x', 'y']);

  it('is answered with all that was written, and with a blank that was left', () => {
    expect(standingWith(['x', 'y'], both)).toBe('answered');
    expect(standingWith(['x', ''], cellsOf(['a', 'b'], ['x', '']))).toBe('answered');
  });

  it('has something to be filled where an output was added, made again or cleared since', () => {
    expect(standingWith(['x', ''], cellsOf(['a'], ['x']))).toBe('unasked');
    expect(standingWith(['x', ''], both)).toBe('unasked');
    expect(standingWith(['', ''], both)).toBe('unasked');
  });

  it('is answered where a person had filled one of them before', () => {
    expect(standingWith(['x', 'mine'], cellsOf(['a'], ['x']))).toBe('answered');
  });

  it('is typed where a person changed one of them, until it asks something else: then the other is outdated', () => {
    expect(standingWith(['x', 'mine'], both)).toBe('typed');
    expect(standingWith(['x', 'mine'], both, { country: 'Niger' })).toBe('outdated');
    expect(standingWith(['my', 'own'], both, { country: 'Niger' })).toBe('typed');
  });

  it('of the first edition is answered as long as all stands as it was written, and typed from then on', () => {
    const witness = witnessOf(['x', '']);
    expect(standingWith(['x', ''], NO_CELLS, { witness })).toBe('answered');
    expect(standingWith(['z', ''], NO_CELLS, { witness })).toBe('typed');
    expect(standingWith(['', ''], NO_CELLS, { witness })).toBe('unasked');
    expect(standingWith(['x', ''], NO_CELLS, { witness, country: 'Niger' })).toBe('outdated');
  });
});

describe('the answers on a sheet', () => {
  it('hold one for every question that was answered, by its first row', () => {
    const rows = rowsOf({ country: 'Chad' }, DONE, DONE);
    expect(Answers.among(rows).holder(printOf('Chad'))?.at).toBe(3);
  });

  it('hold it even on a row that asks something else by now', () => {
    const rows = rowsOf({ country: 'Chad' }, { ...DONE, country: 'Niger' });
    expect(Answers.among(rows).holder(printOf('Chad'))?.at).toBe(3);
    expect(Answers.among(rows).holder(printOf('Niger'))).toBeUndefined();
  });

  it('do not count what a person changed', () => {
    const rows = rowsOf({ country: 'Chad' }, { ...DONE, capital: 'Ndjamena' });
    expect(Answers.among(rows).holder(printOf('Chad'))).toBeUndefined();
  });

  it('are never found for a row that can ask nothing', () => {
    const row = rowOf({ capital: "N'Djamena" });
    expect(fingerprintOf(row)).toBe('');
    expect(Answers.among(rowsOf(DONE)).holder(fingerprintOf(row))).toBeUndefined();
    expect(standingOf(row, Answers.among(rowsOf(DONE)), nobody)).toBe('typed');
  });

  it('are the machine’s own where the ledger bears witness, or where nothing stands', () => {
    expect(
      [DONE, { country: 'Chad' }, { ...DONE, capital: 'x' }].map((row) => machineMade(rowOf(row))),
    ).toEqual([true, true, false]);
  });
});

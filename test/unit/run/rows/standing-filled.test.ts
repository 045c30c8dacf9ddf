/** Where a row stands whose outputs are the person's own columns: each cell counts for itself. */
import { describe, expect, it } from 'vitest';
import { fingerprinter } from '../../../../src/enrichment/fingerprint';
import type { Mode } from '../../../../src/enrichment/selection';
import { isOpenTo } from '../../../../src/run/press/offer';
import { Answers } from '../../../../src/run/rows/answers';
import { hasPlace, standingOf } from '../../../../src/run/rows/standing';
import { isAsWritten } from '../../../../src/run/rows/undoable';
import { type State, stateText } from '../../../../src/sheet/ledger';
import { type Row, TableView } from '../../../../src/sheet/table';
import { cellsOf } from '../../../../src/sheet/written';
import { aSearch } from '../../../world/definitions';

const E = aSearch({
  shape: 'fields',
  fields: ['capital', 'money'].map((name) => ({ name, kind: 'text', fills: { heading: name } })),
  slots: ['field:capital', 'field:money'],
});
const PARTS = ['@a', '@b', 'status', 'state', 'task', 'question'];
const VIEW = new TableView(
  E,
  ['Country', 'capital', 'money', 'status', 'state', 'task', 'question'],
  new Map(PARTS.map((part, i) => [`e1/${part}`, i + 2])),
);
const PRINT = fingerprinter(E)('What is the capital of Chad?');

interface Sample {
  readonly capital?: string;
  readonly money?: string;
  /** A formula that gives nothing holds the second cell. */
  readonly held?: boolean;
  readonly state?: State['state'];
  /** What the machine wrote, by slot. */
  readonly wrote?: Readonly<Record<string, string>>;
}

function rowsOf(...samples: Sample[]): Row[] {
  const values = samples.map(({ capital = '', money = '', state, wrote = {} }) => {
    const cells = cellsOf(Object.keys(wrote), Object.values(wrote));
    const about = {
      run: 'r1',
      fingerprint: PRINT,
      ordinal: 1,
      at: Date.UTC(2026, 10, 23),
      task: '',
      step: 1,
    };
    return [
      'Chad',
      capital,
      money,
      '',
      state ? stateText({ state, cells, ...about }) : '',
      '',
      state ? PRINT : '',
    ];
  });
  const rowFormulas = samples.map(({ held }) => ['', '', held ? '=""' : '', '', '', '', '']);
  const reading = { headings: VIEW.headings, places: VIEW.placed, firstRow: 2, display: values, values };
  return VIEW.rows({ ...reading, unknowns: () => undefined, rowFormulas });
}

/** The first of some rows, and where it stands. */
function look(...samples: Sample[]): { row: Row; standing: string } {
  const rows = rowsOf(...samples);
  const [row] = rows;
  if (!row) throw new Error('a row');
  return { row, standing: standingOf(row, Answers.among(rows), () => false) };
}

describe('a row of half-filled columns', () => {
  it.each<[what: string, sample: Sample, standing: string, hasPlace: boolean]>([
    ['with nothing in it', {}, 'unasked', true],
    ['with one cell typed', { money: 'mine' }, 'unasked', true],
    ['with all cells typed', { capital: 'mine', money: 'mine' }, 'typed', false],
    ['whose only blank is a formula’s', { capital: 'mine', held: true }, 'typed', false],
    [
      'whose blanks were answered',
      { capital: 'x', money: 'mine', state: 'done', wrote: { a: 'x' } },
      'answered',
      true,
    ],
    [
      'answered beside a formula that gives nothing',
      { capital: 'x', held: true, state: 'done', wrote: { a: 'x' } },
      'answered',
      true,
    ],
    ['whose typed cell was emptied', { capital: 'x', state: 'done', wrote: { a: 'x' } }, 'unasked', true],
    [
      'whose answer was typed over',
      { capital: 'y', money: 'x', state: 'done', wrote: { a: 'x', b: 'x' } },
      'typed',
      true,
    ],
    [
      'of which nothing was found for the blank',
      { money: 'mine', state: 'done', wrote: { a: '' } },
      'not found',
      true,
    ],
    ['that failed', { money: 'mine', state: 'failed' }, 'failed', true],
    [
      'that failed, and was filled by hand since',
      { capital: 'mine', money: 'mine', state: 'failed' },
      'typed',
      false,
    ],
  ])('%s', (_, sample, standing, place) => {
    const seen = look(sample);
    expect([seen.standing, hasPlace(seen.row)]).toEqual([standing, place]);
  });

  it('is not known to be without an answer by one that had fewer blanks', () => {
    const found: Sample = { money: 'mine', state: 'done', wrote: { a: '' } };
    expect(look({}, found).standing).toBe('unasked');
    expect(look({ money: 'other' }, found).standing).toBe('not found');
  });

  it('is no source of a copy where a person typed into it', () => {
    const mixed: Sample = { capital: 'x', money: 'mine', state: 'done', wrote: { a: 'x' } };
    const whole: Sample = { capital: 'x', money: 'z', state: 'done', wrote: { a: 'x', b: 'z' } };
    expect(Answers.among(rowsOf({}, mixed)).holder(PRINT)).toBeUndefined();
    expect(Answers.among(rowsOf({}, mixed, whole)).holder(PRINT)?.at).toBe(4);
  });

  it.each<[Mode, boolean]>([
    ['fill', true],
    ['overwrite', false],
  ])('that nobody chose is filled along by %s: %s', (mode, isOpen) => {
    expect(isOpenTo(look({ money: 'mine' }).row, mode)).toBe(isOpen);
    expect(isOpenTo(look({}).row, mode)).toBe(true);
  });

  it.each<[what: string, sample: Sample, canUndo: boolean]>([
    ['beside a typed cell', { capital: 'x', money: 'mine', state: 'done', wrote: { a: 'x' } }, true],
    [
      'one of which was typed over',
      { capital: 'x', money: 'y', state: 'done', wrote: { a: 'x', b: 'z' } },
      true,
    ],
    [
      'all of which were typed over',
      { capital: 'y', money: 'y', state: 'done', wrote: { a: 'x', b: 'z' } },
      false,
    ],
    ['that was emptied', { money: 'mine', state: 'done', wrote: { a: 'x' } }, true],
    ['that is still awaited', { money: 'mine', state: 'submitted' }, false],
  ])('can be undone with an answer %s: %s', (_, sample, canUndo) => {
    expect(isAsWritten(look(sample).row)).toBe(canUndo);
  });
});

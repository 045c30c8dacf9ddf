/** The offer in words: what would be asked, what it costs, who is left out and why. */
import { describe, expect, it } from 'vitest';
import { type Mode, rowsByMode, select } from '../../../../src/enrichment/selection';
import {
  identityOf,
  describe as inWords,
  type Offer,
  rowsWithContent,
  selectRows,
} from '../../../../src/run/press/offer';
import { Answers } from '../../../../src/run/rows/answers';
import { printOf, rowOf, rowsOf, type SampleRow, stateOf, VIEW } from '../../../world/table-sample';

const nobody = () => false;

/** The offer for some rows at $0.006 a question. */
function offer(mode: Mode, ...samples: SampleRow[]): Offer {
  const rows = rowsOf(...samples);
  const selection = selectRows(rows, Answers.among(rows), mode, nobody);
  const total = selection.questions.length * 600;
  const known = new Set(rows.map(identityOf));
  return {
    mode,
    revision: '',
    selection,
    byMode: rowsByMode([]),
    step: 1,
    price: 600,
    least: total,
    total,
    rows: known,
    unmet: new Set(),
    filtered: false,
    judged: false,
    byHand: 0,
    typed: 'none',
    replaced: 0,
    gone: [],
  };
}

function lines(given: Offer, balance?: number): string[] {
  return inWords(given, balance).split('\n');
}

const CHAD = { country: 'Chad', question: printOf('Chad'), taskId: 't' };
const DONE = { ...CHAD, capital: "N'Djamena", state: stateOf('Chad', {}, "N'Djamena") };

describe('an offer', () => {
  it('says how many rows, how many questions, and what they cost at most', () => {
    expect(lines(offer('fill', { country: 'Chad' }, { country: 'Mali' }))).toEqual([
      '2 rows to ask: 2 questions at $0.006 each, $0.012 at most. Only answers are billed.',
    ]);
  });

  it('says of several steps that an empty answer is billed too, and asked deeper', () => {
    expect(lines({ ...offer('fill', { country: 'Chad' }), total: 61_000 })[0]).toContain(
      'Only answers are billed, empty ones too: those are asked deeper.',
    );
  });

  it('says that duplicates are asked along for nothing', () => {
    expect(lines(offer('fill', { country: 'Chad' }, { country: 'Chad' }, { country: 'Chad' }))).toEqual([
      '3 rows to ask: 1 question for $0.006 at most. Only answers are billed.',
      '2 duplicates asked along for nothing.',
    ]);
    expect(lines(offer('fill', { country: 'Chad' }, { country: 'Chad' }))).toContain(
      '1 duplicate asked along for nothing.',
    );
  });

  it('says how many more rows are filled along, and counts them neither as rows to ask nor in the price', () => {
    const rows = rowsOf(...Array.from({ length: 8 }, () => ({ country: 'Chad' })));
    const selection = selectRows(rows, Answers.among(rows), 'fill', nobody, ({ at }) => at <= 3);
    expect(lines({ ...offer('fill'), selection, least: 600, total: 600 })).toEqual([
      '2 rows to ask: 1 question for $0.006 at most. Only answers are billed.',
      '1 duplicate asked along for nothing.',
      'And 6 more rows that ask the same, for nothing.',
    ]);
  });

  it('says what is copied from an answer that is here already', () => {
    expect(lines(offer('fill', DONE, { country: 'Chad' }))).toContain(
      '1 row filled from an answer that is already here, for nothing.',
    );
  });

  it.each<[string, SampleRow]>([
    ['“Country” is empty', {}],
    ['“Country” shows an error', { country: '#N/A' }],
    ['“Country” is still loading', { country: 'Loading...' }],
    ['“Country” makes the question longer than 10,000 characters', { country: 'x'.repeat(10_000) }],
    ['answered already', DONE],
    ['asked before and not found', { ...CHAD, state: stateOf('Chad', { state: 'not found' }) }],
    ['being asked already', { ...CHAD, state: stateOf('Chad', { state: 'submitted' }) }],
    ['filled by hand', { country: 'Chad', capital: 'mine' }],
  ])('leaves a row out because: %s', (reason, sample) => {
    expect(lines(offer('fill', sample))).toContain(`1 row left out: ${reason}.`);
  });

  it('to retry says of rows that were never asked that they were not asked', () => {
    expect(lines(offer('retry', { country: 'Chad' }))).toContain('1 row left out: not asked yet.');
  });

  it('names the balance, and how far it goes when it is too small', () => {
    const two = offer('fill', { country: 'Chad' }, { country: 'Mali' });
    expect(lines(two, 1_250_000)).toContain('Your Linkup balance is $12.50.');
    expect(lines(two, 1_200)).toContain('Your Linkup balance is $0.012.');
    expect(lines(two, 700)).toContain(
      'Your Linkup balance is $0.007, enough for about 1 of them. The run pauses when it is used up.',
    );
    expect(lines({ ...two, total: 10 * two.total }, 7_000).at(-1)).toContain(
      'about 2 of them, or 1 if all go deeper. The',
    );
    expect(lines(two)).toHaveLength(1);
  });

  it('counts every question that the balance pays for', () => {
    const selection = select([], 'fill');
    const many = {
      mode: 'fill',
      revision: '',
      selection,
      byMode: rowsByMode([]),
      step: 1,
      price: 600,
      least: 600_000,
      total: 600_000,
      rows: new Set<string>(),
      unmet: new Set<string>(),
      filtered: false,
      judged: false,
      byHand: 0,
      typed: 'none',
      gone: [],
      replaced: 0,
    } as const;
    expect(inWords(many, 1_800)).toContain('enough for about 3 of them');
    expect(inWords({ ...many, replaced: 2 }, undefined)).toContain('What is now in 2 rows is replaced');
    expect(inWords({ ...many, replaced: 2 }, undefined)).toContain('Undo empties these cells');
  });
});

describe('a row of the table', () => {
  it('is one that holds more than what is ours', () => {
    const rows = rowsOf({ country: 'Chad' }, { capital: 'x', taskId: 't' }, {});
    expect(rowsWithContent(VIEW, rows)).toEqual(rows.slice(0, 1));
  });

  it('is known by its question and outputs, not by its place', () => {
    const [first, , moved] = rowsOf(DONE, { country: 'Mali' }, DONE).map(identityOf);
    expect(moved).toBe(first);
    expect(identityOf(rowOf({ ...DONE, capital: 'x' }))).not.toBe(first);
  });
});

/** Judging a filter: what it hides by what cells hold and display, what that assumes, and which rows are asked about to be sure. */
import { describe, expect, it } from 'vitest';
import { type Criterion, judgeOf, probesAmong, together, type Verdict } from '../../../src/sheet/filtered';

/** Hidden or shown for each cell, with a question mark where that assumes something; `unknown` where it cannot be told. */
function judged(criterion: Criterion, cells: readonly unknown[]): string[] {
  const judge = judgeOf(criterion);
  return cells.map((value) => {
    const verdict = judge({ shown: String(value), value });
    return verdict ? `${verdict.hidden ? 'hidden' : 'shown'}${verdict.assuming && '?'}` : 'unknown';
  });
}

const when = (type: string, ...values: unknown[]): Criterion => ({ hidden: [], condition: { type, values } });

const DAY = new Date(0);

describe('a list of hidden values', () => {
  it('hides the texts in it, and blanks where they are in it', () => {
    expect(judged({ hidden: ['South', ''] }, ['South', 'North', ''])).toEqual(['hidden', 'shown', 'hidden']);
  });

  it('is taken to hide what is written a little otherwise: then it is not asked', () => {
    expect(judged({ hidden: ['South'] }, ['south', ' South'])).toEqual(['hidden?', 'hidden?']);
  });

  it('speaks of numbers as they are displayed, or as they are', () => {
    const judge = judgeOf({ hidden: ['1,000', '2000'] });
    const cell = (shown: string, value: number) => judge({ shown, value });
    expect(cell('1,000', 1000)).toEqual({ hidden: true, assuming: '' });
    expect(cell('2,000', 2000)).toMatchObject({ hidden: true, assuming: expect.stringMatching(/./) });
    expect(cell('3,000', 3000)).toMatchObject({ hidden: false, assuming: expect.stringMatching(/./) });
  });

  it('counts besides a condition', () => {
    const both: Criterion = { hidden: ['abc'], condition: { type: 'TEXT_CONTAINS', values: ['b'] } };
    expect(judged(both, ['abc', 'bcd', 'cde'])).toEqual(['hidden', 'shown', 'hidden']);
    const unclear: Criterion = { hidden: ['abc'], condition: { type: 'CUSTOM_FORMULA', values: ['=A1'] } };
    expect(judged(unclear, ['abc', 'bcd'])).toEqual(['hidden', 'unknown']);
  });
});

describe('a condition', () => {
  it.each<[string, unknown[], unknown[], string[]]>([
    ['CELL_EMPTY', [], ['', 'a', ' '], ['shown', 'hidden', 'hidden?']],
    ['CELL_NOT_EMPTY', [], ['', 'a', ' '], ['hidden', 'shown', 'shown?']],
    ['TEXT_CONTAINS', ['or'], ['North', 'NORTH', 'East', ''], ['shown', 'shown?', 'hidden', 'hidden']],
    [
      'TEXT_DOES_NOT_CONTAIN',
      ['or'],
      ['North', 'NORTH', 'East', ''],
      ['hidden', 'hidden?', 'shown', 'shown?'],
    ],
    ['TEXT_STARTS_WITH', ['No'], ['North', ' North', 'East'], ['shown', 'shown?', 'hidden']],
    ['TEXT_ENDS_WITH', ['th'], ['North', 'East'], ['shown', 'hidden']],
    ['TEXT_EQUAL_TO', ['North'], ['North', 'north', 'Northern'], ['shown', 'shown?', 'hidden']],
    ['TEXT_NOT_EQUAL_TO', ['North'], ['North', 'East', ''], ['hidden', 'shown', 'shown?']],
    ['TEXT_CONTAINS', ['1'], [12, 2], ['shown?', 'hidden?']],
    ['NUMBER_EQUAL_TO', [2], [2, 3, '2', ''], ['shown', 'hidden', 'hidden?', 'hidden?']],
    ['NUMBER_NOT_EQUAL_TO', [2], [2, 3, 'two'], ['hidden', 'shown', 'shown?']],
    ['NUMBER_GREATER_THAN', [2], [2, 3], ['hidden', 'shown']],
    ['NUMBER_GREATER_THAN_OR_EQUAL_TO', [2], [2, 1], ['shown', 'hidden']],
    ['NUMBER_LESS_THAN', [2], [2, 1], ['hidden', 'shown']],
    ['NUMBER_LESS_THAN_OR_EQUAL_TO', [2], [2, 3], ['shown', 'hidden']],
    ['NUMBER_BETWEEN', [4, 2], [1, 2, 4, 5], ['hidden', 'shown', 'shown', 'hidden']],
    ['NUMBER_NOT_BETWEEN', [2, 4], [1, 2, 4, 5], ['shown', 'hidden', 'hidden', 'shown']],
    ['NUMBER_LESS_THAN', [2], [DAY], ['unknown']],
  ])('%s of %j on %j', (type, values, cells, verdicts) => {
    expect(judged(when(type, ...values), cells)).toEqual(verdicts);
  });

  it.each([
    when('CUSTOM_FORMULA', '=B2>3'),
    when('DATE_AFTER', DAY),
    when('DATE_BEFORE_RELATIVE', 'TODAY'),
    when('TEXT_CONTAINS', 'N?rth'),
    when('TEXT_EQUAL_TO', '=A1'),
    when('TEXT_CONTAINS'),
    when('NUMBER_LESS_THAN', '=A1'),
    when('SOMETHING_NEW', 1),
  ])('is not known where it is $condition.type of $condition.values', (criterion) => {
    expect(judged(criterion, ['North', 3, ''])).toEqual(['unknown', 'unknown', 'unknown']);
  });

  it('finds no text in what a format hides', () => {
    const judge = judgeOf(when('CELL_EMPTY'));
    expect(judge({ shown: '', value: 5 })).toMatchObject({
      hidden: true,
      assuming: expect.stringMatching(/./),
    });
  });
});

const SHOWN: Verdict = { hidden: false, assuming: '' };
const HIDDEN: Verdict = { hidden: true, assuming: '' };

describe('several criteria', () => {
  it('hide a row when one of them does, whatever is not known of the others', () => {
    expect(together([undefined, SHOWN, HIDDEN])).toEqual(HIDDEN);
    expect(together([{ hidden: true, assuming: 'a' }, HIDDEN])).toEqual(HIDDEN);
  });

  it('leave a row unknown where one is, and else assume what each of them assumes', () => {
    expect(together([SHOWN, undefined])).toBeUndefined();
    const [a, b] = ['a', 'b'].map((assuming) => ({ hidden: false, assuming }));
    expect(together([b, a, SHOWN, a])).toEqual({ hidden: false, assuming: 'a and b' });
    expect(together([])).toEqual(SHOWN);
  });
});

describe('rows to ask about', () => {
  const everySecond = new Map(Array.from({ length: 1000 }, (_, i) => [i + 2, i % 2 ? HIDDEN : SHOWN]));

  it('are a dozen: first, last and some between of the shown and of the hidden', () => {
    const probes = probesAmong(everySecond);
    expect(probes).toHaveLength(12);
    expect(probes).toEqual(expect.arrayContaining([2, 3, 1000, 1001]));
    expect(probes.filter((row) => everySecond.get(row)?.hidden)).toHaveLength(6);
  });

  it('are three of each kind at least, and all of a kind of which there are fewer', () => {
    const kinds = ['a', 'b', 'c', 'd', 'e', 'f'];
    const many = new Map(
      Array.from({ length: 60 }, (_, i) => [i, { hidden: false, assuming: kinds[i % 6] ?? '' }]),
    );
    expect(probesAmong(many)).toHaveLength(18);
    expect(probesAmong(new Map([[7, SHOWN]]))).toEqual([7]);
    expect(probesAmong(new Map())).toEqual([]);
  });
});

/** “Only if”: what meets a condition, as a person would expect it of the cells before their eyes. */
import { describe, expect, it } from 'vitest';
import { type Compared, checkCondition, type Manner, meets } from '../../../src/enrichment/compare';
import { type Condition, conditionInWords, type Test, unmetInWords } from '../../../src/enrichment/condition';
import { problemOf } from '../../world/definitions';

const ENGLISH: Manner = { decimal: '.', order: ['month', 'day', 'year'] };
const GERMAN: Manner = { decimal: ',', order: ['day', 'month', 'year'] };

const text = (of: string): Compared => ({ text: of, isEmpty: of.trim() === '' });
const number = (of: number, shown = String(of)): Compared => ({ text: shown, isEmpty: false, number: of });
const day = (of: string, shown = of): Compared => ({ text: shown, isEmpty: false, day: of });
const box = (yes: boolean): Compared => ({ text: yes ? 'WAHR' : 'FALSCH', isEmpty: false, yes });

function met(test: Test, value: string, cell: Compared, manner = ENGLISH): boolean {
  return meets({ column: 'A', test, value }, manner)(cell);
}

describe('a cell', () => {
  it.each<[boolean, Test, string, Compared, Manner?]>([
    // Blanks.
    [true, 'empty', '', text('')],
    [true, 'empty', '', text('  ')],
    [false, 'empty', '', number(0)],
    [false, 'empty', '', box(false)],
    [true, 'not empty', '', text('x')],
    [false, 'not empty', '', text('')],
    // Texts.
    [true, 'is', 'france', text(' France ')],
    [true, 'is', 'CAFÉ', text('café')],
    [false, 'is', 'France', text('France, Paris')],
    [false, 'is', 'France', text('')],
    [true, 'is not', 'France', text('')],
    [false, 'is not', 'France', text('FRANCE')],
    [true, 'contains', 'paris', text('Hôtel de Paris')],
    [false, 'contains', 'Lyon', text('Paris')],
    [true, 'contains', '24', number(1240, '1,240')] as const,
    // Numbers, by value.
    [true, 'is', '1,234', number(1234)],
    [true, 'is', '1234.0', number(1234, '1,234.00')],
    [true, 'is', '1,234', text('1234')],
    [true, 'is', '0.3', number(0.1 + 0.2, '0.3')],
    [true, 'is', '12.5%', number(0.125, '13%')],
    [true, 'is', '$5', number(5, '$5.00')],
    [true, 'is', '48.9', number(48.8584, '48.9')],
    [false, 'is', '1234', number(1235)],
    [true, 'is', '1,5', number(1.5), GERMAN],
    [true, 'is', '1.234', number(1234, '1234'), GERMAN],
    [true, 'is', '1,234', number(1.234, '1,234'), GERMAN],
    [false, 'is', '1,234', number(1234, '1.234'), GERMAN],
    [true, 'greater', '1.000,5', number(1001), GERMAN],
    [true, 'greater', '1,000', number(1001)],
    [false, 'greater', '1,000', number(1000)],
    [false, 'greater', '9', text('many')],
    [false, 'greater', '9', text('')],
    [true, 'greater', '9', text('10')],
    [true, 'less', '0', number(-1)],
    [false, 'less', '9', text('')],
    // Days.
    [true, 'is', '2026-03-01', day('2026-03-01', 'Sunday')],
    [true, 'is', '3/1/2026', day('2026-03-01', 'Mar 1')],
    [true, 'is', '1.3.2026', day('2026-03-01', 'Mar 1'), GERMAN],
    [false, 'is', '3/1/2026', day('2026-03-01', 'Mar 1'), GERMAN],
    [true, 'greater', '2026-03-01', day('2026-03-02')],
    [false, 'greater', '2026-03-01', day('2026-03-01', '3/1/2026 14:00')],
    [true, 'less', '2026-03-01', day('2025-12-31')],
    [false, 'greater', '5', day('2026-03-01')],
    // Boxes, in the sheet's language too.
    [true, 'is', 'TRUE', box(true)],
    [true, 'is', 'ticked', box(true)],
    [true, 'is', 'no', box(false)],
    [true, 'is', 'wahr', box(true)],
    [false, 'is', 'yes', box(false)],
    [false, 'is', 'yes', text('TRUE')],
  ])('meets (%s) “%s %s” as a person expects: %j', (wanted, test, value, cell, manner) => {
    expect(met(test, value, cell, manner)).toBe(wanted);
  });
});

describe('a condition', () => {
  it.each<[Condition, string, string]>([
    [{ column: 'Country', test: 'not empty' }, 'Country is not empty', 'Country is empty'],
    [{ column: 'Country', test: 'is', value: 'Peru' }, 'Country is Peru', 'Country is not Peru'],
    [{ column: 'Year', test: 'greater', value: '9' }, 'Year is greater than 9', 'Year is not greater than 9'],
    [{ column: 'A', test: 'empty', value: 'left over' }, 'A is empty', 'A is not empty'],
  ])('%j says what it wants, and why a row does not meet it', (condition, wanted, unmet) => {
    expect(conditionInWords(condition)).toBe(wanted);
    expect(unmetInWords(condition.column, condition)).toBe(unmet);
  });

  it.each<[Condition, string]>([
    [{ column: ' ', test: 'empty' }, '“Only if” names no column'],
    [{ column: 'A', test: 'is', value: ' ' }, '“Only if” does not say what “A” is compared with'],
    [
      { column: 'A', test: 'greater', value: 'big' },
      '“big” is no number or date that “A” could be greater or less than',
    ],
  ])('%j is refused at Save, beside it', (condition, why) => {
    expect(problemOf(() => checkCondition(condition))).toMatchObject({
      code: 'bad-option',
      subject: why,
      place: 'only-if',
    });
  });

  it('with a number, a share or a day in any manner may say greater or less', () => {
    for (const value of ['1.234,5', '1,234.5', '5 %', '31.12.2026', '12/31/2026', '2026-01-01'])
      expect(() => checkCondition({ column: 'A', test: 'less', value })).not.toThrow();
  });
});

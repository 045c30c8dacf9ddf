/** Columns that an array formula fills, as far as formulas and values tell. */
import { expect, it } from 'vitest';
import { arraysIn } from '../../../src/sheet/array-formulas';

const columns = (formulas: string[], values: unknown[]): number[] => [...arraysIn([formulas], [values], 1)];

it.each<[formula: string, wide: boolean]>([
  ['=ARRAYFORMULA(A2:A)', false],
  ['={"Heading"; A2:A}', false],
  ['={A2, B2}', true],
  ['=query(Other!A:C, "select A")', true],
  ['=IMPORTRANGE("x", "A:C")', true],
])('%s fills its own column; what stands beside it is its, if it may be wide: %s', (formula, wide) => {
  expect(columns(['', formula, '', '', ''], ['x', 1, 2, '', 3])).toEqual(wide ? [2, 3] : [2]);
});

it('knows plain formulas, whatever their texts say', () => {
  expect(columns(['=SUM(A1:A9)', '=IF(A1="{QUERY(", 1, 2)', ''], [1, 2, 3])).toEqual([]);
});

it('ends where a cell has a formula of its own', () => {
  expect(columns(['=FILTER(A:C, 1)', '', '=A1', ''], [1, 2, 3, 4])).toEqual([1, 2]);
});

it.each<[where: string, above: string[], found: number[]]>([
  ['right above the headings, through which it may fill the column', ['=UNIQUE(Z1:Z)', 'Facts'], [1]],
  ['apart from them, as a total is', ['=SUM(FILTER(A4:A, A4:A > 0))', ''], []],
])('knows one above the headings, %s', (_, [formula = '', below], found) => {
  const formulas = [[formula], [''], [''], ['']];
  expect([...arraysIn(formulas, [[7], [below], ['Size'], [1]], 3)]).toEqual(found);
});

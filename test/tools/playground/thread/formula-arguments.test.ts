/** What is read out of a formula, and what is left alone. */
import { expect, it } from 'vitest';
import { argumentsIn } from './formula-arguments';

const CELLS: Readonly<Record<string, unknown>> = { A2: 'Peru', $A$3: 7, 'A2:A3': [['Peru'], ['Chad']] };
const read = (a1: string): unknown => CELLS[a1];
const inFormula = (formula: string) => argumentsIn(formula, 'LINKUP', read);

it.each([
  ['=LINKUP("What, ""exactly"" & why; is it?")', ['What, "exactly" & why; is it?']],
  ['= linkup( A2 )', ['Peru']],
  ['=LINKUP("The capital of " & A2 & "?" , "fast"; "number")', ['The capital of Peru?', 'fast', 'number']],
  ['=LINKUP(A2&" "&$A$3,,"link")', ['Peru 7', '', 'link']],
  ['=LINKUP(A2:A3)', [[['Peru'], ['Chad']]]],
  ['=LINKUP()', []],
])('%s passes its arguments', (formula, expected) => {
  expect(inFormula(formula)).toEqual(expected);
});

it.each([
  '=1+1',
  '=LINKUP(UPPER(A2))',
  '=LINKUP(A2:A3 & "?")',
  '=IF(TRUE, LINKUP(A2))',
  'LINKUP(A2)',
])('%s is computed by nobody here', (formula) => {
  expect(inFormula(formula)).toBeUndefined();
});

/** Which ledger speaks of what a row holds that was edited, and sorted away from its hidden cells. */
import { expect, it } from 'vitest';
import { STATUS } from '../../../../src/enrichment/status';
import { besideForeignLedgers, ledgerOfAnswer } from '../../../../src/run/rows/ledger-of-answer';
import type { State } from '../../../../src/sheet/ledger';
import type { Row } from '../../../../src/sheet/table';
import { type Cells, cellsOf } from '../../../../src/sheet/written';
import { printOf, rowOf, stateOf, VIEW } from '../../../world/table-sample';

const { status } = VIEW.layout;

/** A row about one country, with an answer, and the ledger of another country beside it. */
function beside(
  country: string,
  capital: string,
  of: string,
  changes: Partial<State> = {},
  says = 'Done',
): Row {
  const its = { Mali: 'Bamako', Chad: "N'Djamena", Peru: 'Lima', Iran: 'Bamako' }[of];
  const state = its === undefined ? undefined : stateOf(of, changes, its);
  const row = rowOf({ country, capital, state, question: state ? printOf(of) : '' });
  return { ...row, values: row.values.with(status - 1, says) };
}

/** What is found for the first of these rows: whose ledger. */
function found(...rows: [Row, ...Row[]]): string | undefined {
  return ledgerOfAnswer(VIEW, rows)(rows[0])?.question;
}

/** Mali's ledger, left beside Chad; Mali was edited to be Togo. */
const LEFT = beside('Chad', "N'Djamena", 'Mali');

it('is the one that knows all of it, beside whatever row that was left', () => {
  expect(found(beside('Togo', 'Bamako', 'Chad'), LEFT)).toBe(printOf('Mali'));
  expect(found(beside('Togo', 'Bamako', ''), LEFT)).toBe(printOf('Mali'));
  expect(found(beside('Togo', 'Bamako', 'Chad', {}, STATUS.outdated), LEFT)).toBe(printOf('Mali'));
});

it('is rather one whose question no row asks, and beside no ledger at all none other', () => {
  const iran = [beside('Iran', '', 'Peru'), beside('Peru', 'Lima', 'Iran')] as const;
  expect(found(beside('Togo', 'Bamako', 'Chad'), LEFT, ...iran)).toBe(printOf('Mali'));
  expect(found(beside('Togo', 'Bamako', 'Chad'), ...iran)).toBe(printOf('Iran'));
  expect(found(beside('Togo', 'Bamako', ''), ...iran)).toBeUndefined();
});

it.each<[string, Row, Row]>([
  ['what somebody typed', beside('Togo', 'my capital', 'Chad'), LEFT],
  ['what is said to be typed', beside('Togo', 'Bamako', 'Chad', {}, STATUS.kept), LEFT],
  ['what nothing is said of', beside('Togo', 'Bamako', 'Chad', {}, ''), LEFT],
  ['the answer to what the row asks', beside('Mali', 'Bamako', 'Chad'), LEFT],
  ['what its own ledger knows', beside('Togo', 'Bamako', 'Mali'), LEFT],
  [
    'an answer that stands beside its ledger',
    beside('Togo', 'Bamako', 'Chad'),
    beside('Mali', 'Bamako', 'Mali'),
  ],
  ['one word, in a row whose own ledger is there', beside('Chad', 'Bamako', 'Chad'), LEFT],
  [
    'an answer, where only this ledger knows of a task',
    beside('Togo', 'Bamako', 'Chad', { state: 'submitted' }),
    beside('Iran', 'Lima', 'Mali'),
  ],
])('is none for %s', (_, row, left) => {
  expect(found(row, left)).toBeUndefined();
});

it('is found for several cells also where the ledger beside them names what the row asks by now', () => {
  const two = (capital: string, money: string): Cells => cellsOf(['a', 'b'], [capital, money]);
  const row = { ...beside('Chad', 'Bamako', 'Chad'), cells: two('Bamako', 'franc') };
  const left = beside('Peru', 'Lima', 'Mali', { cells: two('Bamako', 'franc') });
  expect(found(row, left)).toBe(printOf('Mali'));
});

it('makes a look necessary only where a row is said to be done beside a foreign ledger', () => {
  const rows = [
    beside('Togo', 'Bamako', 'Chad'),
    beside('Chad', 'Bamako', 'Chad'),
    beside('Mali', 'Bamako', 'Mali'),
  ];
  const said = beside('Togo', 'Bamako', 'Chad', {}, STATUS.outdated);
  expect(besideForeignLedgers(VIEW, [...rows, said])).toEqual([rows[0]]);
});

const TWO = ['a', 'b'];

/** A row of columns of the person's own, what these hold, and what its ledger says was written. */
function filled(row: Row, holds: readonly string[], written: readonly string[]): Row {
  const { ledger } = row;
  const state = ledger.state && {
    ...ledger.state,
    cells: new Map([...cellsOf(TWO, written)].filter(([, hash]) => hash !== '')),
  };
  return { ...row, theirs: new Set(TWO), cells: cellsOf(TWO, holds), ledger: { ...ledger, state } };
}

it('in the person’s own columns is that of the one answer that is among what the row holds', () => {
  const togo = filled(beside('Togo', '', 'Chad'), ['Bamako', 'my money'], ["N'Djamena", '']);
  const left = filled(beside('Chad', '', 'Mali'), ["N'Djamena", ''], ['Bamako', '']);
  expect(found(togo, left)).toBe(printOf('Mali'));
  // Either may have been typed there.
  expect(found(togo, left, filled(beside('Chad', '', 'Iran'), ['', ''], ['', 'my money']))).toBeUndefined();
  const own = filled(beside('Togo', '', 'Chad'), ['Bamako', 'my money'], ['', 'my money']);
  expect(found(own, left)).toBeUndefined();
});

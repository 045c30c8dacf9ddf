/** Where typed values went when a table was sorted under a write: with their row, or nowhere. */
import { expect, it } from 'vitest';
import { missing } from '../../../../src/run/rows/left-behind';
import type { Patch } from '../../../../src/sheet/patches';
import type { Row } from '../../../../src/sheet/table';
import { rowsOf } from '../../../world/table-sample';

const CAPITAL = 2;

/** A table whose outputs hold these, whoever stands beside them. */
function holding(...capitals: string[]): Row[] {
  return rowsOf(...capitals.map((capital) => ({ country: 'Chad', capital })));
}

/** A write into the outputs of these rows, from 2. */
function writing(written: Readonly<Record<number, string>>): Map<number, Patch> {
  const patches = Object.entries(written).map(([at, text]) => ({
    at: Number(at),
    cells: new Map([[CAPITAL, text]]),
  }));
  return new Map(patches.map((patch) => [patch.at, patch]));
}

it.each([
  ['stands where it stood: it was left behind', ['mine', ''], ['mine', 'new'], { 3: 'new' }, false],
  ['was written over in its row’s new place', ['mine', ''], ['', 'new'], { 3: 'new' }, true],
  ['was written over beside another like it', ['mine', 'mine', ''], ['mine', '', 'new'], { 4: 'new' }, true],
  ['is like what was written just now', ['mine', ''], ['', 'mine'], { 3: 'mine' }, true],
  ['was to be written over anyway', ['mine', ''], ['new', ''], { 2: 'new' }, false],
])('what %s', (_, before, now, written, expected) => {
  const readings = { before: holding(...before), now: holding(...now) };
  const [was] = readings.before;
  expect(was && missing(writing(written), readings)(was, CAPITAL)).toBe(expected);
});

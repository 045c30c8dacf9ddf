/** A patch around cells that refuse: what is left of it, what its State knows, and what its Status says. */
import { expect, it } from 'vitest';
import { around, NOTHING_REFUSED } from '../../../../src/run/rows/around-refusals';
import { outcomePatch } from '../../../../src/run/rows/outcome';
import { parseState } from '../../../../src/sheet/ledger';
import type { Row } from '../../../../src/sheet/table';
import type { Cells } from '../../../../src/sheet/written';
import { printOf, rowOf, stateOf, VIEW } from '../../../world/table-sample';

const CHAD = { country: 'Chad', question: printOf('Chad'), taskId: 't' };
const ABOUT = { run: 'run2', fingerprint: printOf('Chad'), ordinal: 7, at: Date.UTC(2026, 10, 24) };
const values = [{ kind: 'text', text: "N'Djamena" }] as const;
const PATCH = outcomePatch(VIEW, rowOf(CHAD), ABOUT, { state: 'done', values }, false);
const { status, state, outputs } = VIEW.layout;
const [{ at, part } = { at: 0, part: '' }] = outputs.map((each) => ({ at: each.at, part: each.column.part }));
const CELL = `${String.fromCharCode(64 + at)}${PATCH.at}`;

it('is the patch itself where nothing is refused', () => {
  expect(around(VIEW, rowOf(CHAD), PATCH, NOTHING_REFUSED)).toBe(PATCH);
});

it.each([
  [
    'by its rule',
    { byRule: (_: number, column: number) => column === at },
    `${CELL} does not take “N'Djamena”`,
  ],
  ['as was found', { found: () => new Set([part]) }, `${CELL} does not take “N'Djamena”`],
  [
    'like others before it',
    { untried: new Set([part]) },
    `${CELL} is left blank, for its column refuses answers: “N'Djamena”`,
  ],
])('leaves out a cell that refuses %s, and knows it to be blank', (_, refused, said) => {
  const { cells } = around(VIEW, rowOf(CHAD), PATCH, { ...NOTHING_REFUSED, ...refused });
  expect(cells.has(at)).toBe(false);
  expect(cells.get(status)).toBe(`'Done · check: ${said}`);
  const known = parseState(String(cells.get(state)).slice(1));
  expect([...(known?.cells.values() ?? [])]).toEqual(['']);
});

it.each([
  ["'Done", ''],
  ["'Done · your own value kept", ''],
  ["'Done · check: Area is no number", 'Area is no number; '],
])('after %s, it names the cell besides what else is to be checked', (before, also) => {
  const patch = { ...PATCH, cells: new Map([...PATCH.cells, [status, before]]) };
  const { cells } = around(VIEW, rowOf(CHAD), patch, { ...NOTHING_REFUSED, found: () => new Set([part]) });
  expect(cells.get(status)).toBe(`'Done · check: ${also}${CELL} does not take “N'Djamena”`);
});

const BY_RULE = { ...NOTHING_REFUSED, byRule: () => true };

/** What becomes of a row that holds something in the cell which refuses. */
function refusing(row: Row): { cell: unknown; status: unknown; cells: Cells | undefined } {
  const patch = outcomePatch(VIEW, row, ABOUT, { state: 'done', values }, true);
  const { cells } = around(VIEW, row, patch, BY_RULE);
  const known = parseState(String(cells.get(state)).slice(1));
  return { cell: cells.get(at), status: cells.get(status), cells: known?.cells };
}

it.each([
  ['another', 'Fort-Lamy', `'Done · check: ${CELL} does not take “N'Djamena” and stays as it was`],
  ['the same', "N'Djamena", "'Done"],
])('keeps %s answer to the question as the machine’s own', (_, capital, said) => {
  const before = stateOf('Chad', {}, capital);
  const told = refusing(rowOf({ ...CHAD, capital, state: before }));
  expect(told).toEqual({ cell: undefined, status: said, cells: before.cells });
});

it('takes an answer to another question away, and leaves what was typed to its person', () => {
  const capital = 'Lima';
  const told = refusing(rowOf({ ...CHAD, capital, state: stateOf('Peru', {}, capital) }));
  expect([told.cell, [...(told.cells?.values() ?? [])]]).toEqual(['', ['']]);
  const typed = refusing(rowOf({ ...CHAD, capital }));
  expect([typed.cell, [...(typed.cells?.values() ?? [])]]).toEqual([undefined, ['']]);
  expect(typed.status).toContain('and stays as it was');
});

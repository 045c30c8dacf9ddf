/** A patch around cells that refuse: what is left of it, what its State knows, and what its Status says. */
import { expect, it } from 'vitest';
import { around, NOTHING_REFUSED } from '../../../../src/run/rows/around-refusals';
import { outcomePatch } from '../../../../src/run/rows/patching';
import { parseState } from '../../../../src/sheet/ledger';
import { printOf, rowOf, VIEW } from '../../../world/table-sample';

const CHAD = { country: 'Chad', question: printOf('Chad'), taskId: 't' };
const ABOUT = { run: 'run2', fingerprint: printOf('Chad'), ordinal: 7, at: Date.UTC(2026, 10, 24) };
const values = [{ kind: 'text', text: "N'Djamena" }] as const;
const PATCH = outcomePatch(VIEW, rowOf(CHAD), ABOUT, { state: 'done', values }, false);
const { status, state, outputs } = VIEW.layout;
const [{ at, part } = { at: 0, part: '' }] = outputs.map((each) => ({ at: each.at, part: each.column.part }));
const CELL = `${String.fromCharCode(64 + at)}${PATCH.at}`;

it('is the patch itself where nothing is refused', () => {
  expect(around(VIEW, PATCH, NOTHING_REFUSED)).toBe(PATCH);
});

it.each([
  [
    'by its rule',
    { byRule: (_: number, column: number) => column === at },
    `${CELL} does not take “N'Djamena”`,
  ],
  ['as was found', { found: new Set([part]) }, `${CELL} does not take “N'Djamena”`],
  [
    'like others before it',
    { untried: new Set([part]) },
    `${CELL} is left blank, for its column refuses answers: “N'Djamena”`,
  ],
])('leaves out a cell that refuses %s, and knows it to be blank', (_, refused, said) => {
  const { cells } = around(VIEW, PATCH, { ...NOTHING_REFUSED, ...refused });
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
  const { cells } = around(VIEW, patch, { ...NOTHING_REFUSED, found: new Set([part]) });
  expect(cells.get(status)).toBe(`'Done · check: ${also}${CELL} does not take “N'Djamena”`);
});

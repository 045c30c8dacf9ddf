/** What a person typed comes back to its row, where rows moved under a write onto others that ask the same. */
import { expect, it } from 'vitest';
import { type Snapshot, undoMisplaced } from '../../../../src/run/rows/repair';
import { asTextContent, shownBy } from '../../../../src/sheet/cells';
import { stateText } from '../../../../src/sheet/ledger';
import type { Patch } from '../../../../src/sheet/patches';
import type { Row } from '../../../../src/sheet/table';
import { printOf, rowsOf, type SampleRow, stateOf, VIEW } from '../../../world/table-sample';

const [CAPITAL, STATE] = [2, 4];

/** Rows about the same country: what their outputs hold, and whether their ledger says that it was answered. */
function chad(capital: string, isDone = false): SampleRow {
  const state = isDone ? stateOf('Chad') : stateOf('Chad', { state: 'submitted' });
  return { country: 'Chad', capital, state, question: printOf('Chad') };
}

const OTHER: SampleRow = { country: 'Mali' };
const BLANK: SampleRow = {};

function table(rows: readonly Row[]): Snapshot {
  return { view: VIEW, rows, formulas: [] };
}

/** The answer, written beside the row at a position; beside what somebody typed, only that it is done. */
function answer(at: number, capital?: string): Patch {
  const state = [STATE, asTextContent(stateText(stateOf('Chad')))] as const;
  return { at, cells: new Map([...(capital === undefined ? [] : [[CAPITAL, capital] as const]), state]) };
}

const MINE_AND_ANOTHER = [answer(2), answer(3, 'new')];
const ALL_THREE = [answer(2), answer(3, 'new'), answer(5, 'new')];

/** What is put back into the outputs, by position. */
function putBack(patches: readonly Patch[], before: readonly SampleRow[], now: readonly SampleRow[]): object {
  const undo = undoMisplaced(patches, table(rowsOf(...before)), table(rowsOf(...now)));
  const backs = undo.map(({ at, cells }) => [at, shownBy(cells.get(CAPITAL) ?? '')] as const);
  return Object.fromEntries(backs.filter(([, back]) => back !== ''));
}

it.each<[string, readonly Patch[], readonly SampleRow[], readonly SampleRow[], object]>([
  [
    'a row was inserted above it',
    MINE_AND_ANOTHER,
    [chad('mine'), chad('')],
    [BLANK, chad('new', true), chad('')],
    { 3: 'mine' },
  ],
  [
    'they changed places',
    MINE_AND_ANOTHER,
    [chad('mine'), chad('')],
    [chad('', true), chad('new', true)],
    { 3: 'mine' },
  ],
  [
    'one like it was deleted above it',
    [answer(3, 'new'), answer(4, 'new'), answer(5)],
    [OTHER, chad(''), chad(''), chad('mine'), OTHER],
    [OTHER, chad('new', true), chad('new', true), OTHER],
    { 4: 'mine' },
  ],
  [
    'it was moved below one that asks something else, which tells the last from it',
    ALL_THREE,
    [chad('mine'), chad(''), OTHER, chad('')],
    [chad('', true), OTHER, chad(''), chad('new', true)],
    { 5: 'mine' },
  ],
])('%s', (_, patches, before, now, expected) => {
  expect(putBack(patches, before, now)).toEqual(expected);
});

it.each<[string, readonly Patch[], readonly SampleRow[]]>([
  ['nothing moved', MINE_AND_ANOTHER, [chad('mine', true), chad('new', true)]],
  ['its row was deleted', [answer(2), answer(3, 'new')], [chad('', true)]],
])('nothing comes back where %s', (_, patches, now) => {
  expect(putBack(patches, [chad('mine'), chad('')], now)).toEqual({});
});

it('nor what was to be replaced', () => {
  const before = [chad('mine'), chad('yours')];
  const now = [BLANK, chad('new', true), chad('yours')];
  expect(putBack([answer(2, 'new'), answer(3, 'new')], before, now)).toEqual({});
});

import { expect, it } from 'vitest';
import { OWNER } from '../wire';
import { bareHost } from './bare-host';
import { Selections } from './selections';

const cell = (row: number) => ({ row, column: 1, rows: 1, columns: 1 });

/** A document with one person in it, and what their page was told to select. */
function play() {
  const { spreadsheet } = bareHost();
  const told: number[] = [];
  const selections = new Selections(spreadsheet, (_, { block }) => told.push(block.row));
  const select = (row: number) =>
    selections.set(OWNER, { sheet: spreadsheet.activeSheet.id, block: cell(row) });
  const seen = (): number | undefined => selections.during(OWNER, () => spreadsheet.selection.at(-1)?.row);
  return { spreadsheet, selections, told, select, seen };
}

it('what a person selects while one script runs inside another stays selected', () => {
  const { selections, told, select, seen } = play();
  selections.during(OWNER, () => {
    selections.during(OWNER, () => {});
    select(4);
  });
  expect(told).toEqual([]);
  expect(seen()).toBe(4);
});

it('what a script selects is selected for the person', () => {
  const { spreadsheet, selections, told, seen } = play();
  selections.during(OWNER, () => spreadsheet.select(spreadsheet.activeSheet, cell(3)));
  expect(told).toEqual([3]);
  expect(seen()).toBe(3);
});

/** Rows that come after the Save look as those that were there before. */
import { expect, it } from 'vitest';
import { STATUS_COLOURS } from '../../../src/enrichment/status';
import { rectOf } from '../../doubles/google/model/geometry';
import type { ConditionalRule } from '../../doubles/google/model/regions';
import { CAPITAL_DRAFT } from '../../world/drafts';
import { statusOf } from '../../world/says';
import { enrich, follow, saved } from '../../world/sidebar';
import { World } from '../../world/world';

/** A sheet that ends with its table, as imported ones do. */
async function trimmed(): Promise<{ world: World; id: string; status: number }> {
  const world = await World.open([['Country'], ['Peru'], ['Chad']]);
  world.sheet.deleteRows(4, world.sheet.maxRows - 3);
  const id = saved(world, CAPITAL_DRAFT);
  return { world, id, status: (world.sheet.displayRows()[0]?.indexOf(statusOf('Facts')) ?? -1) + 1 };
}

/** How many rules there are for a cell of the active sheet. */
function rulesFor({ sheet }: World, row: number, column: number): number {
  const has = ({ ranges }: ConditionalRule): boolean =>
    ranges.some((rect) => rect.column === column && row >= rect.row && row < rect.row + rect.rows);
  return sheet.conditionalRules.filter(has).length;
}

it.each([
  ['below the last one', 4],
  ['above the first one', 2],
  ['among the others', 3],
])('rows that come %s are coloured as the others are', async (_, at) => {
  const { world, id, status } = await trimmed();
  for (const country of ['Mali', 'Togo']) {
    world.sheet.insertRows(at);
    world.sheet.type(at, 1, country);
  }
  enrich(world, id);
  expect(follow(world, id).at(-1)?.counts.done).toBe(4);
  for (const row of [2, 3, 4, 5])
    expect(rulesFor(world, row, status), `row ${row}`).toBe(STATUS_COLOURS.length);
});

it('rows that come before another Save are coloured by it', async () => {
  const { world, id, status } = await trimmed();
  world.sheet.insertRows(4, 100);
  world.save({ ...CAPITAL_DRAFT, id });
  expect(rulesFor(world, 103, status)).toBe(STATUS_COLOURS.length);
  expect(world.sheet.conditionalRules).toHaveLength(STATUS_COLOURS.length);
});

it('a person’s own rules, and their own colours for ours, stay theirs', async () => {
  const { world, id, status } = await trimmed();
  const own: ConditionalRule = {
    condition: { type: 'TEXT_CONTAINS', values: ['own value'] },
    background: '#ff00ff',
    fontColor: null,
    bold: true,
    ranges: [rectOf(2, status, 2, status)],
  };
  const ours = world.sheet.conditionalRules.map((rule) => ({ ...rule, background: '#123456' }));
  world.sheet.conditionalRules = [...ours, own];
  world.sheet.insertRows(4);
  world.sheet.type(4, 1, 'Mali');
  enrich(world, id);
  const after = world.sheet.conditionalRules;
  expect(after.at(-1)).toEqual(own);
  expect(after.slice(0, -1).map(({ background }) => background)).toEqual(ours.map(() => '#123456'));
  expect(rulesFor(world, 4, status)).toBe(STATUS_COLOURS.length);
});

it('colours that somebody took away do not come back with a run', async () => {
  const { world, id } = await trimmed();
  world.sheet.conditionalRules = [];
  enrich(world, id);
  expect(world.sheet.conditionalRules).toEqual([]);
});

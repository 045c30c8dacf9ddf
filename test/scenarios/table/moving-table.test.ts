/** A person works on the table while it is being enriched: answers land on the rows that ask, wherever those are. */

import { describe, expect, it } from 'vitest';
import { countryTable, FACTS } from '../../world/countries';
import { wrongAnswers } from '../../world/facts-oracle';
import { besidesBlanks, SAYS, statusOf } from '../../world/says';
import { begin } from '../../world/sidebar';
import { oneIn } from '../../world/thorough';
import { World } from '../../world/world';

const ROWS = 24;

async function started(): Promise<World> {
  const world = await World.open(countryTable(ROWS), { linkup: { queueLimit: 16 } });
  world.save(FACTS);
  begin(world);
  return world;
}

/** Does something to the sheet right before the n-th call of a method by the trigger. */
function before(world: World, method: string, nth: number, act: () => void): void {
  let seen = 0;
  world.host.onServiceCall = (call) => {
    if (world.host.executions.at(-1)?.by !== 'clock' || `${call.service}.${call.method}` !== method) return;
    seen += 1;
    if (seen === nth) act();
  };
}

const ACTIONS: Record<string, (world: World) => void> = {
  'sorts the whole table': ({ sheet }) => sheet.sortRange(2, 1, ROWS + 1, 9, 1, false),
  'sorts only the visible columns': ({ sheet }) => sheet.sortRange(2, 1, ROWS + 1, 6, 1, false),
  'sorts only the names': ({ sheet }) => sheet.sortRange(2, 1, ROWS + 1, 1, 1, false),
  'inserts rows at the top': ({ sheet }) => sheet.insertRows(2, 3),
  'deletes rows in the middle': ({ sheet }) => sheet.deleteRows(10, 3),
  'moves a block of rows': ({ sheet }) => sheet.moveRows(5, 4, 15),
  'pastes a copy of rows, hidden cells and all': ({ sheet }) => sheet.copyRows(5, 10, ROWS + 2),
  'inserts a column at the left': ({ sheet }) => sheet.insertColumns(1, 1),
};

/** Calls of the trigger's first execution. */
const MOMENTS = [
  ['Range.setValues', 1],
  ['Range.setValues', 2],
  ['SpreadsheetApp.flush', 1],
  ['SpreadsheetApp.flush', 2],
  ['Range.getValues', 3],
] as const;

describe.each(Object.entries(ACTIONS).map(([name, act], i) => ({ name, act, i })))('a person who $name', ({
  act,
  i,
}) => {
  it('between submission and the first answers loses nothing', async () => {
    const world = await started();
    act(world);
    world.untilDone();
    expect(wrongAnswers(world)).toEqual([]);
    expect(world.linkup.bill.entries.length).toBeLessThanOrEqual(ROWS);
  });

  it.each(
    oneIn(MOMENTS.length, MOMENTS, i),
  )('right before %s number %i of the trigger loses nothing', async (method, nth) => {
    const world = await started();
    before(world, method, nth, () => act(world));
    world.untilDone();
    expect(wrongAnswers(world)).toEqual([]);
    expect(world.linkup.bill.entries.length).toBeLessThanOrEqual(ROWS);
    const asked = world
      .column('Country')
      .flatMap((name, i) => (name ? [besidesBlanks(world.column(statusOf('Facts'))[i] ?? '')] : []));
    expect(new Set(asked)).toEqual(new Set([SAYS.done]));
  });
});

describe('a row that was edited while it was being asked', () => {
  it('gets no answer to its old question, and is shown as outdated', async () => {
    const world = await started();
    world.sheet.type(3, 1, 'Peru (edited)');
    world.untilDone();
    expect(world.column('capital')[1]).toBe('');
    expect(world.column(statusOf('Facts'))[1]).toMatch(/^Outdated/);
  });
});

describe('an output that a person typed while the row was being asked', () => {
  it('is kept', async () => {
    const world = await started();
    world.sheet.type(5, 2, 'my own capital');
    world.untilDone();
    expect(world.column('capital')[3]).toBe('my own capital');
    expect(world.column(statusOf('Facts'))[3]).toBe(SAYS.kept);
  });
});

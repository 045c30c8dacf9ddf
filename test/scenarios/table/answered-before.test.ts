/** A table that moves while a later run is at work: rows that an earlier one has answered keep their answers, and are not paid for again. */
import { describe, expect, it } from 'vitest';
import { ExecutionKilled } from '../../doubles/google';
import { asked, chained, enrichAll, WORDS } from '../../world/chains';
import { countryTable, truth } from '../../world/countries';
import { CAPITAL_DRAFT } from '../../world/drafts';
import { SAYS, statusOf } from '../../world/says';
import { begin, saved } from '../../world/sidebar';
import { World } from '../../world/world';

const ROWS = 4;

/** A country that is not among the first ones. */
const ANOTHER = 'Iceland';

/** What a person types over one of the answered rows, so that the next run has something to ask. */
function edit({ sheet }: World): void {
  sheet.type(3, 1, ANOTHER);
}

/** The names are sorted, from the last to the first, and what is ours stays where it is. */
function sortNames({ sheet }: World): void {
  sheet.sortRange(2, 1, ROWS + 1, 1, 1, false);
}

/** Does something right before the n-th call of a method from now on. */
function rightBefore(world: World, method: string, nth: number, act: () => void): void {
  let seen = 0;
  world.host.onServiceCall = (call) => {
    if (`${call.service}.${call.method}` === method && ++seen === nth) act();
  };
}

/** The answers that a row should have by now, in the table's order. */
function capitals(world: World): unknown[] {
  return world.column('Country').map((name) => truth(name).capital);
}

describe('rows that an earlier run has answered, sorted', () => {
  it('between the reading and the writing of a start, are not asked again', async () => {
    const world = await World.open(countryTable(ROWS));
    saved(world, CAPITAL_DRAFT);
    begin(world);
    world.untilDone();
    edit(world);
    rightBefore(world, 'ClockTriggerBuilder.create', 1, () => sortNames(world));
    begin(world);
    world.untilDone();
    expect(world.column('capital')).toEqual(capitals(world));
    expect(world.linkup.bill.entries).toHaveLength(ROWS + 1);
  });

  it('under the writing of a start that Google then kills, wait for no run that never began, and are not asked again', async () => {
    const world = await World.open(countryTable(ROWS));
    saved(world, CAPITAL_DRAFT);
    begin(world);
    world.untilDone();
    edit(world);
    rightBefore(world, 'SpreadsheetApp.flush', 2, () => {
      // With the visible columns of ours, without the hidden ones.
      world.sheet.sortRange(2, 1, ROWS + 1, 3, 1, false);
      throw new ExecutionKilled(undefined, 'applied');
    });
    expect(() => begin(world)).toThrow();
    world.host.onServiceCall = undefined;
    world.untilDone();
    expect(world.column(statusOf('Facts'))).not.toContain(SAYS.asking);
    begin(world);
    world.untilDone();
    const wrong = world.column('capital').filter((capital, i) => capital !== capitals(world)[i]);
    // The answer that the edited row had grown out of.
    expect(wrong).toEqual(['Kabul']);
    expect(world.linkup.bill.entries).toHaveLength(ROWS);
  });

  it('within a chain, keep what each link of it had asked with the answers that moved', async () => {
    const { world } = await chained({}, ROWS);
    enrichAll(world);
    world.untilDone();
    edit(world);
    rightBefore(world, 'UrlFetchApp.fetch', 3, () => sortNames(world));
    enrichAll(world);
    world.untilDone();
    expect(world.column('capital')).toEqual(capitals(world));
    expect(world.column('Size status')).toEqual(Array(ROWS).fill('Done'));
    expect(asked(world, WORDS.size)).toHaveLength(ROWS + 1);
    expect(asked(world, WORDS.coast)).toHaveLength(ROWS + 1);
  });
});

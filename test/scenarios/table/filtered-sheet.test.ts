/** A sheet with a filter on: nobody pays for rows without knowing, and answers still find their rows. */

import { describe, expect, it } from 'vitest';
import { rectOf } from '../../doubles/google/model/geometry';
import { FACTS, truth } from '../../world/countries';
import { lastDialog, traces } from '../../world/reading';
import { MENU } from '../../world/says';
import { begin } from '../../world/sidebar';
import { World } from '../../world/world';

const NAMES = ['Peru', 'Chad', 'Mali', 'Cuba'];

/** Four countries, of which a filter hides Chad. */
async function filtered(): Promise<World> {
  const world = await World.open([['Country'], ...NAMES.map((name) => [name])]);
  world.save(FACTS);
  world.sheet.addFilter(1, 1, 5, 9);
  world.sheet.filterRows(1, (shown) => shown !== 'Chad');
  return world;
}

describe('a filtered sheet', () => {
  it('says that hidden rows are asked too, and gives every row its own answer', async () => {
    const world = await filtered();
    world.press(MENU.all, 'YES');
    expect(lastDialog(world)).toContain('A filter is on: the rows that it hides are asked too.');
    world.untilDone(1);
    expect(world.column('capital')).toEqual(NAMES.map((name) => truth(name).capital));
  });

  it('asks only those selected rows that can be seen', async () => {
    const world = await filtered();
    world.host.spreadsheet.select(world.sheet, rectOf(2, 1, 4, 1));
    world.press(MENU.again, 'YES');
    world.untilDone(1);
    expect(world.column('capital')).toEqual(['Lima', '', 'Bamako', '']);
    expect(world.linkup.bill.entries).toHaveLength(2);
  });

  it('of which only hidden rows are selected says what to select', async () => {
    const world = await filtered();
    world.host.spreadsheet.select(world.sheet, rectOf(3, 1, 3, 1));
    const before = traces(world);
    world.press(MENU.again, 'OK');
    expect(lastDialog(world)).toMatch(/^No table rows are selected\./);
    expect(traces(world)).toEqual(before);
  });

  it('may be sorted by its filter in mid-run', async () => {
    const world = await filtered();
    begin(world);
    world.sheet.sortFilter(1, false);
    world.untilDone(1);
    const capitals = world.column('Country').map((name) => truth(name).capital);
    expect(world.column('capital')).toEqual(capitals);
    expect(world.linkup.bill.entries).toHaveLength(4);
  });
});

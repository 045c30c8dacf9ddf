/** A run goes on with whatever hands there are: without a trigger, and with a second person in the document. */

import { describe, expect, it } from 'vitest';
import { countryTable, FACTS, truth } from '../../world/countries';
import { wrongAnswers } from '../../world/facts-oracle';
import { lastDialog, machineTalk, receipts, traces } from '../../world/reading';
import { besidesBlanks, MENU, SAYS, statusOf } from '../../world/says';
import { ask, begin } from '../../world/sidebar';
import { World, type WorldOptions } from '../../world/world';

const ROWS = 30;
const MINUTE = 60_000;
const BOB = 'bob@example.com';

async function prepared(options: WorldOptions = {}): Promise<World> {
  const world = await World.open(countryTable(ROWS), { linkup: { queueLimit: 10 }, ...options });
  world.save(FACTS);
  return world;
}

describe('without any trigger left', () => {
  it('the person is told, and “Check for results now” does all the work', async () => {
    const google = { limits: { triggersPerUser: 0 }, language: 'en' } as const;
    // Longer than a press stays.
    const linkup = { queuedMs: [5 * MINUTE, 5 * MINUTE] } as const;
    const world = await prepared({ google, linkup });
    world.press(MENU.all, 'YES');
    expect(world.host.toasts.map(({ message }) => message).join()).toContain('Google allows 20 triggers');
    expect(receipts(world)).toEqual([]);
    for (let press = 0; press < 10 && receipts(world).length === 0; press++) {
      world.host.ui.willAnswer({ button: 'OK' });
      world.press(MENU.check);
    }
    expect(wrongAnswers(world)).toEqual([]);
    expect(new Set(world.column(statusOf('Facts')).map(besidesBlanks))).toEqual(new Set([SAYS.done]));
    expect(world.linkup.bill.entries).toHaveLength(ROWS);
    expect(machineTalk(world)).toEqual([]);
  });
});

describe('a second person', () => {
  it('without a key is told to paste one, and disturbs nothing', async () => {
    const world = await prepared();
    begin(world);
    world.host.open(BOB);
    const before = traces(world);
    for (const item of [MENU.check, MENU.all, MENU.stop]) {
      world.host.ui.willAnswer({ button: 'OK' });
      world.host.clickMenu(item, BOB);
      expect(lastDialog(world)).toMatch(/^There is no Linkup key, so nothing/);
    }
    expect(traces(world)).toEqual(before);
    world.untilDone(1);
    expect(wrongAnswers(world)).toEqual([]);
  });

  it('with the same key can fetch results, stop, and ask; the owner’s trigger goes in the end', async () => {
    const world = await prepared();
    for (const user of [undefined, BOB]) ask(world, 'nameMe', { named: true }, user);
    begin(world);
    world.host.open(BOB);
    world.host.callFromSidebarAs(BOB, 'sidebarCall', 'connect', { key: 'test-key' });
    world.host.clickMenu(MENU.check, BOB);
    world.untilDone(1);
    expect(wrongAnswers(world)).toEqual([]);
    expect(world.linkup.bill.entries).toHaveLength(ROWS);
    world.sheet.type(ROWS + 2, 1, 'Peru');
    world.host.ui.willAnswer({ button: 'YES' });
    world.host.clickMenu(MENU.all, BOB);
    world.untilDone(1);
    expect(world.column('capital').at(-1)).toBe(truth('Peru').capital);
    expect(receipts(world).map(({ By }) => By)).toEqual(['owner@example.com', BOB]);
  });
});

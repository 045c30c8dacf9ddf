/** The profile of a published add-on: menus without authorisation, a trigger once an hour, and the open sidebar in its place. */

import { describe, expect, it } from 'vitest';
import { countryTable, FACTS } from '../../world/countries';
import { wrongAnswers } from '../../world/facts-oracle';
import { leftovers, machineTalk, receipts } from '../../world/reading';
import { besidesBlanks, MENU, SAYS, statusOf } from '../../world/says';
import { begin, enrich, follow, withFacts } from '../../world/sidebar';
import { World, type WorldOptions } from '../../world/world';

const ADDON: WorldOptions = { profile: 'addon' };
const HOUR = 3_600_000;

describe('a document in which the add-on was never used', () => {
  it('gets the menu, and nothing is touched for it', async () => {
    const world = await World.open(countryTable(3), ADDON);
    world.host.open(undefined, 'NONE');
    expect(world.host.executions.at(-1)).toMatchObject({ fn: 'onOpen', outcome: 'completed' });
    world.press(MENU.check);
    expect(machineTalk(world)).toEqual([]);
  });
});

describe('a document that is open while the add-on is installed', () => {
  it('gets the menu at once, with nothing asked for', async () => {
    const world = await World.open(countryTable(3), ADDON);
    world.host.menus.length = 0;
    world.host.execute('onInstall', [{ authMode: 'FULL' }]);
    expect(world.host.menus.map(({ name }) => name)).toEqual(['Extensions > Add-on']);
    world.press(MENU.setUp);
    expect(world.host.sidebar).toBeDefined();
  });
});

describe('a run of the add-on', () => {
  it('is finished by a trigger that looks once an hour, and then removes itself', async () => {
    const world = await World.open(countryTable(), ADDON);
    world.save(FACTS);
    begin(world);
    expect(world.host.triggers.map(({ schedule }) => schedule)).toEqual([{ kind: 'every', ms: HOUR }]);
    world.untilDone();
    expect(wrongAnswers(world)).toEqual([]);
    expect(new Set(world.column(statusOf('Facts')).map(besidesBlanks))).toEqual(new Set([SAYS.done]));
    expect(world.linkup.bill.entries).toHaveLength(250);
    expect(leftovers(world)).toEqual([]);
  });

  it('is finished within minutes by the open sidebar', async () => {
    const { world, id } = await withFacts(30, { ...ADDON, linkup: { queueLimit: 10 } });
    const startedAt = world.clock.now();
    const first = enrich(world, id);
    expect(first.nextCheckAt).toBeGreaterThan(startedAt + HOUR / 2);
    expect(follow(world, id).at(-1)).toMatchObject({ state: 'ended', counts: { done: 30 } });
    expect(world.clock.now() - startedAt).toBeLessThan(HOUR / 4);
    expect(world.host.triggers).toEqual([]);
    expect(wrongAnswers(world)).toEqual([]);
    expect(receipts(world)).toHaveLength(1);
  });

  it('goes on in the sidebar where Google gives its trigger no document', async () => {
    const google = { addOnClockHasDocument: false };
    const { world, id } = await withFacts(12, { ...ADDON, google });
    enrich(world, id);
    world.host.runClock(2 * HOUR);
    expect(machineTalk(world)).toEqual([]);
    expect(world.host.executions.filter(({ outcome }) => outcome !== 'completed')).toEqual([]);
    follow(world, id);
    expect(wrongAnswers(world)).toEqual([]);
    expect(world.linkup.bill.entries).toHaveLength(12);
  });
});

/** A15: a stuck task, an outage, a full queue or busy colleagues use up little of the day’s trigger time. */

import { expect, it } from 'vitest';
import { built } from '../../world/built';
import { countryTable } from '../../world/countries';
import { fact } from '../../world/fact';
import { MENU, SAYS, statusOf } from '../../world/says';
import { started } from '../../world/unattended';
import { after, type Wired, wired } from '../../world/wired';
import { World } from '../../world/world';

const MINUTE = 60_000;

/** No hour costs more trigger time than this, in minutes. */
function expectCheapHours(world: World, hours: number, most: number): void {
  const used = (): number => world.host.quota.of('owner@example.com').triggerMs / MINUTE;
  for (let hour = 0; hour < hours; hour++) {
    const before = used();
    world.host.runClock({ until: () => used() - before > most, limitMs: 60 * MINUTE });
    expect(used() - before).toBeLessThanOrEqual(most);
  }
}

fact('A15 one stuck task among 1,000 rows costs two trigger minutes an hour at most', async (edition) => {
  const table = [['Country'], ...Array.from({ length: 1_000 }, (_, i) => [`Chad ${i}`])];
  const knobs = { stuck: (_: unknown, ordinal: number) => ordinal === 7, queueLimit: 1_000 };
  const world = await World.open(table, { edition, linkup: knobs });
  world.save({ name: 'Facts' });
  world.press(MENU.all, 'YES');
  world.host.runClock(world.clock.now() + 5 * MINUTE);
  expect(world.column(statusOf('Facts')).filter((status) => status === SAYS.asking)).toHaveLength(1);
  expectCheapHours(world, 1, 2);
});

fact('A15 hours of an outage cost three trigger minutes an hour at most', async (edition) => {
  const world = await started(edition, 60);
  world.linkup.failNext({ status: 503, effect: 'before', times: 100_000 });
  expectCheapHours(world, 2, 3);
});

fact('A15 a queue that others hold costs four trigger minutes an hour at most', async (edition) => {
  const world = await started(edition, 60, { neighbours: { slots: 100, everyMs: null, perListRead: 0 } });
  expectCheapHours(world, 1, 4);
});

function statuses({ world }: Wired, status: string): number {
  return world.column(statusOf('Facts')).filter((each) => each.startsWith(status)).length;
}

const LOOKUP = /\/tasks\/[^/?]+$/;

fact('A15 an organisation whose others create 29 tasks between two looks', async (edition) => {
  const stage = await wired(
    edition,
    countryTable(20),
    {},
    {
      stuck: (_, ordinal) => ordinal === 7,
      neighbours: { slots: 0, everyMs: 2_000, perListRead: 0 },
      queueLimit: 300,
    },
  );
  stage.world.press(MENU.all, 'YES');
  after(stage, 3);
  const before = stage.linkup.requests.length;
  after(stage, 5);
  const pages = stage.linkup.requests.slice(before).filter(({ path }) => path.endsWith('/tasks'));
  // Meanwhile they create 150: read once each, with some overlap.
  expect(pages.length).toBeLessThanOrEqual(6);
  expect(statuses(stage, SAYS.done)).toBe(19);
});

// The first edition looked up one a minute, and so stood this.
it('a hundred stuck tasks are looked up hourly in the end', async () => {
  const stage = await wired(built(), countryTable(100), {}, { stuck: () => true });
  stage.world.press(MENU.all, 'YES');
  after(stage, 60);
  const before = stage.linkup.requests.length;
  const used = stage.world.host.quota.of('owner@example.com').triggerMs;
  after(stage, 120);
  const lookups = stage.linkup.requests.slice(before).filter(({ path }) => LOOKUP.test(path));
  expect(new Set(lookups.map(({ path }) => path)).size).toBe(100);
  expect(lookups.length).toBeLessThanOrEqual(200);
  expect(stage.world.host.quota.of('owner@example.com').triggerMs - used).toBeLessThanOrEqual(2 * 2 * MINUTE);
});

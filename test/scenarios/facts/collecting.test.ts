/** Collecting and choosing: what ends, vanishes or is shared costs no more looks, minutes or questions than it must. */
import { expect, it } from 'vitest';
import { VirtualClock } from '../../doubles/clock';
import { rectOf } from '../../doubles/google/model/geometry';
import type { HttpRequest, HttpResponse } from '../../doubles/http';
import { LinkupDouble, type LinkupKnobs } from '../../doubles/linkup';
import { KNOBS } from '../../doubles/linkup/knobs';
import { built } from '../../world/built';
import { countryTable } from '../../world/countries';
import { fact } from '../../world/fact';
import { lastDialog, receipts } from '../../world/reading';
import { type Edition, World } from '../../world/world';

const MINUTE = 60_000;

/** A document and a Linkup whose wire a play may cut. */
interface Play {
  readonly world: World;
  readonly linkup: LinkupDouble;
  /** Set by the play: sees every request before Linkup does. */
  wire: (request: HttpRequest) => HttpResponse;
}

async function play(
  edition: Edition,
  table: readonly (readonly string[])[],
  knobs: Partial<LinkupKnobs> = {},
): Promise<Play> {
  const clock = new VirtualClock();
  const linkup = new LinkupDouble({ clock, knobs });
  const stage = { wire: (request: HttpRequest) => linkup.handle(request) };
  const world = await World.open(table, { edition, clock, transport: (request) => stage.wire(request) });
  world.save({ name: 'Facts' });
  return Object.assign(stage, { world, linkup });
}

function pass({ world }: Play, minutes: number): void {
  world.host.runClock(world.clock.now() + minutes * MINUTE);
}

function statuses({ world }: Play, status: string): number {
  return world.column('Facts status').filter((each) => each.startsWith(status)).length;
}

const LOOKUP = /\/tasks\/[^/?]+$/;

fact('A21 a hundred tasks that vanish at once are noticed within half an hour', async (edition) => {
  const stage = await play(edition, countryTable(100), {
    stuck: () => true,
    queryRoutes: ['search', 'fetch', 'getTask'],
  });
  stage.wire = (request) =>
    stage.linkup.handle(
      request.method === 'GET'
        ? { ...request, url: request.url.replace(LOOKUP, '/tasks/forgotten') }
        : request,
    );
  stage.world.press('Enrich all rows', 'YES');
  pass(stage, 30);
  expect(statuses(stage, 'Expired')).toBe(100);
  expect(stage.linkup.requests.filter(({ status }) => status === 429)).toEqual([]);
  expect(stage.world.host.triggers).toEqual([]);
});

fact('A15 an organisation whose others create 29 tasks between two looks', async (edition) => {
  const stage = await play(edition, countryTable(20), {
    stuck: (_, ordinal) => ordinal === 7,
    neighbours: { slots: 0, everyMs: 2_000, perListRead: 0 },
    queueLimit: 300,
  });
  stage.world.press('Enrich all rows', 'YES');
  pass(stage, 20);
  const before = stage.linkup.requests.length;
  pass(stage, 20);
  const pages = stage.linkup.requests.slice(before).filter(({ path }) => path.endsWith('/tasks'));
  // Meanwhile they create 600: read once each, with some overlap.
  expect(pages.length).toBeLessThanOrEqual(15);
  expect(statuses(stage, 'Done')).toBe(19);
});

fact('A17 two chosen rows whose question six others share', async (edition) => {
  const table = [['Country'], ...Array.from({ length: 8 }, () => ['Chad']), ['Mali']];
  const stage = await play(edition, table);
  const { world, linkup } = stage;
  world.host.spreadsheet.select(world.sheet, rectOf(2, 1, 3, 1));
  world.press('Enrich selected rows', 'YES');
  expect(lastDialog(world)).toContain('And 6 more rows that ask the same, for nothing.');
  pass(stage, 10);
  expect(world.column('capital')).toEqual([...Array.from({ length: 8 }, () => "N'Djamena"), '']);
  expect(linkup.ownTasks).toHaveLength(1);
  expect(receipts(world)).toMatchObject([{ Rows: '8', 'Questions asked': '1', 'Rows done': '8' }]);
});

fact('A17 a row that is typed in while its question is asked', async (edition) => {
  const latency = { ...KNOBS.latency.value };
  latency.search = { ...latency.search, standard: [60_000, 61_000] };
  const stage = await play(edition, [['Country'], ['Chad'], ['Mali']], { latency });
  const { world, linkup } = stage;
  world.press('Enrich all rows', 'YES');
  world.sheet.type(4, 1, 'Chad');
  pass(stage, 10);
  expect(world.column('capital')).toEqual(["N'Djamena", 'Bamako', '']);
  expect(world.column('Facts status')[2]).toBe('');
  expect(receipts(world)).toMatchObject([{ Rows: '2', 'Rows done': '2' }]);
  world.press('Enrich all rows', 'YES');
  pass(stage, 10);
  expect(world.column('capital')).toEqual(["N'Djamena", 'Bamako', "N'Djamena"]);
  expect(linkup.ownTasks).toHaveLength(2);
});

// The first edition looked up one a minute, and so stood this.
it('a hundred stuck tasks are looked up hourly in the end', async () => {
  const stage = await play(built(), countryTable(100), { stuck: () => true });
  stage.world.press('Enrich all rows', 'YES');
  pass(stage, 120);
  const before = stage.linkup.requests.length;
  const used = stage.world.host.quota.of('owner@example.com').triggerMs;
  pass(stage, 180);
  const lookups = stage.linkup.requests.slice(before).filter(({ path }) => LOOKUP.test(path));
  expect(new Set(lookups.map(({ path }) => path)).size).toBe(100);
  expect(lookups.length).toBeLessThanOrEqual(300);
  expect(stage.world.host.quota.of('owner@example.com').triggerMs - used).toBeLessThanOrEqual(3 * 2 * MINUTE);
});

/** A second person works on a sheet of which they may not edit everything. */

import { describe, expect, it } from 'vitest';
import { rectOf } from '../../doubles/google/model/geometry';
import { countryTable } from '../../world/countries';
import { whenBound } from '../../world/profile';
import { lastDialog, machineTalk, receipts, traces } from '../../world/reading';
import { MENU, SAYS, statusOf } from '../../world/says';
import { ask, begin } from '../../world/sidebar';
import { World } from '../../world/world';

const BOB = 'bob@example.com';
const TABLE = [
  ['Country', 'Population'],
  ['Peru', ''],
  ['Chad', ''],
];
const BESIDE =
  'You may not edit the columns next to the table of “Sheet1”: it is protected. Ask the owner to let you edit it; nothing was asked or changed.';
const ANSWERS =
  'You may not edit the columns for answers on “Sheet1”: it is protected. Ask the owner to let you edit it; nothing was asked or changed.';

async function withBob(table: readonly (readonly string[])[]): Promise<World> {
  const world = await World.open(table);
  world.host.callFromSidebarAs(BOB, 'sidebarCall', 'connect', { key: 'test-key' });
  return world;
}

/** Bob saves an enrichment through the sidebar. */
function save({ host, sheet }: World): unknown {
  const what = { id: '', name: 'It', type: 'search', template: '{{Country}}', shape: 'answer', fields: [] };
  const draft = { ...what, schema: '', sources: false, options: { depth: 'fast' } };
  return host.callFromSidebarAs(BOB, 'sidebarCall', 'save', {
    sheetId: sheet.id,
    draft,
    revision: '',
    force: false,
  });
}

describe('setting up on a protected sheet', () => {
  it.each([
    ['the whole sheet', undefined],
    ['the columns beside the table', rectOf(1, 3, 1000, 26)],
    ['the cells below the headings beside the table', rectOf(2, 3, 1000, 26)],
    ['the last of the columns to be made', rectOf(1, 7, 1000, 7)],
  ])('changes nothing when %s is protected', async (_, rect) => {
    const world = await withBob(TABLE);
    world.sheet.protect(rect, { editors: [] });
    const before = traces(world);
    expect(save(world)).toEqual({ ok: false, code: 'protected', sentence: BESIDE });
    expect(traces(world)).toEqual(before);
  });

  it('changes nothing when the sheet is full to its last column', async () => {
    const headings = Array.from({ length: 26 }, (_, i) => (i === 0 ? 'Country' : `Column ${i}`));
    const world = await withBob([headings, ['Peru']]);
    world.sheet.protect(undefined, { editors: [] });
    const before = traces(world);
    expect(save(world)).toEqual({ ok: false, code: 'protected', sentence: BESIDE });
    expect(traces(world)).toEqual(before);
  });

  it('works where only the table itself is protected, or with a mere warning', async () => {
    const world = await withBob(TABLE);
    world.sheet.protect(rectOf(1, 1, 1000, 2), { editors: [] });
    world.sheet.protect(undefined, { editors: [], warningOnly: true });
    expect(save(world)).toMatchObject({ ok: true });
    ask(world, 'nameMe', { named: true }, BOB);
    world.host.ui.willAnswer({ button: 'YES' });
    world.host.clickMenu(MENU.all, BOB);
    world.untilDone();
    expect(world.column(statusOf('It'))).toEqual([SAYS.done, SAYS.done]);
    expect(receipts(world)[0]?.By).toBe(BOB);
  });
});

describe('enriching with protected columns for answers', () => {
  it.each([
    ['an output', rectOf(1, 3, 1000, 3)],
    ['the Status', rectOf(1, 4, 1000, 4)],
    ['the hidden ledger', rectOf(1, 5, 1000, 7)],
    ['one cell of an output', rectOf(3, 3, 3, 3)],
    ['the whole sheet', undefined],
  ])('asks nothing when %s is protected', async (_, rect) => {
    const world = await withBob(TABLE);
    save(world);
    world.sheet.protect(rect, { editors: [] });
    const before = traces(world);
    world.host.ui.willAnswer({ button: 'OK' });
    world.host.clickMenu(MENU.all, BOB);
    expect(lastDialog(world)).toBe(ANSWERS);
    expect(traces(world)).toEqual(before);
    expect(world.linkup.tasks).toEqual([]);
  });

  whenBound(
    'pauses when they become protected in mid-run, and goes on when they are free again',
    async () => {
      const world = await withBob(countryTable(30));
      save(world);
      begin(world, BOB);
      const protection = world.sheet.protect(rectOf(1, 2, 1000, 6), { editors: [] });
      world.host.runClock({ until: () => world.host.triggers.length === 0, limitMs: 600_000 });
      expect(world.host.triggers).toEqual([]);
      expect(world.column(statusOf('It'))).not.toContain(SAYS.done);
      world.sheet.protections = world.sheet.protections.filter((one) => one !== protection);
      world.host.clickMenu(MENU.check, BOB);
      world.untilDone();
      expect(new Set(world.column(statusOf('It')))).toEqual(new Set([SAYS.done]));
      expect(world.linkup.bill.entries).toHaveLength(30);
      expect(machineTalk(world)).toEqual([]);
    },
  );
});

/** A document whose room for notes is used up in mid-run: nothing more is asked, in words; what was asked arrives, and Stop works. */
import { describe, expect, it } from 'vitest';
import { CAPITAL_DRAFT } from '../../world/drafts';
import { receipts } from '../../world/reading';
import { MENU } from '../../world/says';
import { ask, enrich, withFacts } from '../../world/sidebar';
import type { World, WorldOptions } from '../../world/world';

const MINUTE = 60_000;
const ROWS = 30;

async function running(options: WorldOptions = {}): Promise<{ world: World; id: string }> {
  const { world, id } = await withFacts(ROWS, { linkup: { queueLimit: 10 }, ...options }, CAPITAL_DRAFT);
  enrich(world, id);
  return { world, id };
}

/** Another add-on's notes, as far as there is room: not one character more fits in. */
function fill({ host }: World): void {
  const { document } = host.properties;
  const used = [...document].reduce((sum, [key, value]) => sum + key.length + Buffer.byteLength(value), 0);
  for (let left = 500 * 1024 - used, i = 0; left > 10; i++) {
    const key = `notes${String(i).padStart(3, '0')}`;
    const size = Math.min(left - key.length, 9_000);
    if (size < 1) break;
    document.set(key, 'x'.repeat(size));
    left -= size + key.length;
  }
}

function empty({ host }: World): void {
  for (const key of [...host.properties.document.keys()])
    if (key.startsWith('notes')) host.properties.document.delete(key);
}

function statuses(world: World, status: string): number {
  return world.column('Facts status').filter((each) => each.startsWith(status)).length;
}

function passes(world: World, minutes: number): void {
  world.host.runClock(world.clock.now() + minutes * MINUTE);
}

function billed({ linkup }: World): number {
  return new Set(linkup.bill.entries.map(({ question }) => question)).size;
}

describe('a document that is full in mid-run', () => {
  it('pauses the run in words, with what was asked answered, and no trigger', async () => {
    const { world, id } = await running();
    fill(world);
    passes(world, 60);
    expect(ask(world, 'progress', { id })).toMatchObject({ state: 'paused', code: 'storage-full' });
    expect(statuses(world, 'Done')).toBe(world.linkup.ownTasks.length);
    expect(statuses(world, 'Paused: This document’s storage for add-ons is full')).toBe(
      ROWS - world.linkup.ownTasks.length,
    );
    expect(world.host.triggers).toEqual([]);
    expect(billed(world)).toBe(world.linkup.bill.entries.length);
  });

  it('goes on when there is room again, and bills each question once', async () => {
    const { world } = await running();
    fill(world);
    passes(world, 60);
    empty(world);
    world.press(MENU.check);
    world.untilDone();
    expect(statuses(world, 'Done')).toBe(ROWS);
    expect(world.linkup.ownTasks).toHaveLength(ROWS);
    expect(receipts(world)).toMatchObject([{ 'Questions asked': String(ROWS) }]);
  });

  it.each([0, 60])('is stopped %i minutes later all the same', async (minutes) => {
    const { world, id } = await running();
    fill(world);
    if (minutes > 0) passes(world, minutes);
    ask(world, 'stop', { id });
    passes(world, 10);
    ask(world, 'stop', { id });
    expect(ask(world, 'progress', { id })?.state ?? 'ended').toBe('ended');
    expect(world.host.triggers).toEqual([]);
    expect(statuses(world, 'Waiting') + statuses(world, 'Asking') + statuses(world, 'Paused')).toBe(0);
    expect(receipts(world)).toHaveLength(1);
  });

  it('is said before anything is asked where it is full at the start', async () => {
    const { world, id } = await withFacts(ROWS, {}, CAPITAL_DRAFT);
    fill(world);
    expect(() => enrich(world, id)).toThrow(/storage-full/);
    empty(world);
    passes(world, 30);
    expect(world.linkup.ownTasks).toEqual([]);
    expect(world.column('Facts status').filter(Boolean)).toEqual([]);
    expect(world.host.triggers).toEqual([]);
  });

  it('with a lost answer outstanding bills nothing twice', async () => {
    const { world, id } = await withFacts(ROWS, { linkup: { queueLimit: 10 } }, CAPITAL_DRAFT);
    const lost = { method: 'POST', path: '/v1/tasks', effect: 'after', network: 'timeout' } as const;
    world.linkup.failNext({ ...lost, effectDelayMs: 30_000 });
    enrich(world, id);
    fill(world);
    passes(world, 60);
    empty(world);
    world.press(MENU.check);
    world.untilDone();
    expect(statuses(world, 'Done')).toBe(ROWS);
    expect(world.linkup.ownTasks).toHaveLength(ROWS);
  });
});

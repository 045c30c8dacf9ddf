/** Ten countries, and a Linkup that is kind in all that a fact is not about. */

import { expect } from 'vitest';
import { KIND, type LinkupKnobs } from '../doubles/linkup';
import { SAYS, statusOf } from './says';
import { type Edition, World, type WorldOptions } from './world';

/** The countries, row by row. */
export const NAMES = ['Chad', 'Mali', 'Niger', 'Togo', 'Benin', 'Ghana', 'Kenya', 'Malta', 'Nauru', 'Palau'];

/** Ten rows with an enrichment for their capitals. What a fact is not about is kind. */
export async function ready(
  edition: Edition,
  linkup: Partial<LinkupKnobs> = {},
  more: WorldOptions = {},
): Promise<World> {
  const table = [['Country'], ...NAMES.map((name) => [name])];
  const world = await World.open(table, { ...more, edition, linkup: { ...KIND, ...linkup } });
  world.save({});
  return world;
}

/** Lets the trigger work until it has removed itself, or for so many minutes. */
export function passed(world: World, minutes: number): void {
  world.host.runClock({ until: () => world.host.triggers.length === 0, limitMs: minutes * 60_000 });
}

/** The statuses, each once. */
export function statuses(world: World): string[] {
  return [...new Set(world.column(statusOf('Facts')))];
}

/** Every row has its answer, billed once, and no trigger is left. */
export function expectAnswered(world: World): void {
  expect(statuses(world)).toEqual([SAYS.done]);
  expect(world.column('capital')).not.toContain('');
  expect(world.linkup.bill.entries).toHaveLength(NAMES.length);
  expect(world.host.triggers).toEqual([]);
}

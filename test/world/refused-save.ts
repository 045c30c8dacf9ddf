/** A Save that is refused, and must leave everything as it was. */
import { expect } from 'vitest';
import { machineTalk, refusal, traces } from './reading';
import { World } from './world';

/** Saves on a table that has nothing of ours yet: how that was refused, in words. */
export async function refusedSave(
  table: readonly (readonly string[])[],
  draft: Parameters<World['save']>[0],
): Promise<string> {
  const world = await World.open(table);
  const before = traces(world);
  const sentence = refusal(() => world.save(draft));
  expect(traces(world)).toEqual(before);
  expect(machineTalk(world)).toEqual([]);
  expect(world.linkup.tasks).toEqual([]);
  return sentence;
}

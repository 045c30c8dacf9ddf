/** What an offer for a large table takes to work out: the add-on's own time, and memory. */
import { performance } from 'node:perf_hooks';
import { ask, saved, toFill } from '../../world/sidebar';
import { World } from '../../world/world';
import { CASES, type Case } from './cases';
import { draftOf, tableOf, web } from './table';

/** Real milliseconds of the add-on's own, and megabytes that the heap grew by, the copies that the local Google hands over included. */
export interface Planned {
  readonly ms: number;
  readonly mb: number;
}

/** Works out an offer for so many rows. Run with `--expose-gc` the memory is more exact. */
export async function plan(rows: number): Promise<Planned> {
  const [usual] = CASES as readonly [Case];
  const job = { ...usual, rows };
  const world = await World.open(tableOf(job), { knowledge: web, balance: 1e6 });
  const id = saved(world, draftOf(job));
  const choice = toFill(world, id);
  globalThis.gc?.();
  world.host.calls.reset();
  const [heap, began] = [process.memoryUsage().heapUsed, performance.now()];
  ask(world, 'offer', choice);
  const ms = performance.now() - began - world.host.calls.insideMs;
  return { ms: Math.round(ms), mb: Math.round((process.memoryUsage().heapUsed - heap) / 2 ** 20) };
}

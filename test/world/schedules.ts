/** An enrichment that is refreshed by itself, and nights that go by. */
import type { Refreshing, Wished } from '../../src/sidebar/protocol';
import { ask, revisionOf } from './sidebar';
import type { World } from './world';

const HOUR = 3_600_000;

/** What a page would send that has nothing changed: every day at 7:00, whatever is new, changed or failed, a dollar a start at most. */
export function wish(world: World, id: string, changes: Partial<Wished> = {}, user?: string): Wished {
  return {
    id,
    revision: revisionOf(world, id, user),
    rule: { every: 'day', hour: 7, day: 0 },
    rows: { fresh: true, changed: true, failed: true },
    price: 0.006,
    cap: 1,
    ...changes,
  };
}

/** Turns it on. */
export function schedule(world: World, id: string, changes: Partial<Wished> = {}, user?: string): void {
  ask(world, 'schedule', wish(world, id, changes, user), user);
}

/** Lets hours go by with nobody there. */
export function pass(world: World, hours: number): void {
  world.host.runClock(world.clock.now() + hours * HOUR);
}

/** The schedule as the page shows it. */
export function shown(world: World, id: string, user?: string): Refreshing | null {
  return ask(world, 'start', null, user).enrichments.find((each) => each.id === id)?.refreshing ?? null;
}

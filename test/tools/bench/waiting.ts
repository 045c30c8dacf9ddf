/** What hours cost in which nothing comes: a task that is stuck, and a Linkup that is down. */
import type { LinkupKnobs } from '../../doubles/linkup';
import { begin, saved } from '../../world/sidebar';
import { World } from '../../world/world';
import { CASES, type Case } from './cases';
import { triggerMinutes } from './meter';
import { draftOf, linkupFor, tableOf, web } from './table';

const MINUTE = 60_000;

/** Hours that are looked at, unless less will do; the dearest counts. */
const HOURS = 4;

async function waitingWorld(linkup: Partial<LinkupKnobs>): Promise<World> {
  const [job] = CASES as readonly [Case];
  const knobs = { ...linkupFor(job), ...linkup };
  const world = await World.open(tableOf(job), { linkup: knobs, knowledge: web, balance: 1e6 });
  saved(world, draftOf(job));
  // A press in the menu would stay until all is done.
  begin(world);
  return world;
}

/** Trigger minutes of the dearest of the next hours. */
function dearestHour(world: World, hours: number): number {
  let dearest = 0;
  for (let hour = 0; hour < hours; hour++) {
    const from = world.clock.now();
    world.host.runClock(from + 60 * MINUTE);
    dearest = Math.max(dearest, triggerMinutes(world, from));
  }
  return dearest;
}

/** One task of a thousand never ends; the hours are those after all others have. */
export async function stuckMinutesPerHour(hours = HOURS): Promise<number> {
  const world = await waitingWorld({ stuck: (_, ordinal) => ordinal === 7 });
  world.host.runClock(world.clock.now() + 10 * MINUTE);
  return dearestHour(world, hours);
}

/** Linkup answers everything with 503 from the first batch on. */
export async function outageMinutesPerHour(hours = HOURS): Promise<number> {
  const world = await waitingWorld({});
  world.linkup.failNext({ status: 503, effect: 'before', times: 100_000 });
  return dearestHour(world, hours);
}

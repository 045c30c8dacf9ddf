/** A run that is started from the sidebar and left to its trigger, while Google refuses calls. */

import { ServiceError } from '../doubles/google';
import type { LinkupKnobs } from '../doubles/linkup';
import { countryTable } from './countries';
import { begin } from './sidebar';
import { type Edition, World } from './world';

/** Google's own words for a service that did not answer in time. */
export const TIMED_OUT = 'Service Spreadsheets timed out while accessing document with id 1x.';

/** Google refuses the next calls of a method, and then no more. */
export function refuse(world: World, method: string, text: string, times = 1): void {
  let left = times;
  world.host.onServiceCall = (call) => {
    if (left === 0 || `${call.service}.${call.method}` !== method) return;
    left -= 1;
    throw new ServiceError(text);
  };
}

/** A run of some countries that was started from the sidebar, which is then closed. */
export async function started(
  edition: Edition,
  rows: number,
  linkup: Partial<LinkupKnobs> = {},
): Promise<World> {
  const world = await World.open(countryTable(rows), { edition, linkup });
  world.save({ name: 'Facts' });
  begin(world);
  return world;
}

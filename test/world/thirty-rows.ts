/** Thirty countries with their facts to be asked for, ten at a time: a job that takes a few batches. */
import { countryTable, FACTS } from './countries';
import { statusOf } from './says';
import { World, type WorldOptions } from './world';

/** Rows of it. */
export const ROWS = 30;

/** The table with the enrichment saved, and nothing asked. */
export async function thirtyRows(options: WorldOptions = {}): Promise<World> {
  const world = await World.open(countryTable(ROWS), { linkup: { queueLimit: 10 }, ...options });
  world.save(FACTS);
  return world;
}

/** The Status of each row. */
export const statuses = (world: World): string[] => world.column(statusOf('Facts'));

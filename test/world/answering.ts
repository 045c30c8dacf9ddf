/** Runs one enrichment to its end on two rows, for the scenarios about answers; and looks at what was sent and what came. */

import { expect } from 'vitest';
import { CAPITAL_QUESTION } from './drafts';
import { machineTalk } from './reading';
import { isAnswered, MENU, statusOf } from './says';
import { World } from './world';

/** What a scenario saves. */
export type Draft = Parameters<World['save']>[0];

/** Two countries, and the question most asked about them. */
const COUNTRIES = [['Country'], ['Peru'], ['Chad']];
export const CAPITAL = CAPITAL_QUESTION;

/** Enriches Peru and Chad (or another table) with one enrichment, until every row is done. */
export async function enriched(
  draft: Draft,
  table: readonly (readonly string[])[] = COUNTRIES,
): Promise<World> {
  const world = await World.open(table);
  world.save({ name: 'It', ...draft });
  world.press(MENU.all, 'YES');
  world.untilDone();
  expect(machineTalk(world)).toEqual([]);
  expect(world.column(statusOf('It')).filter((status) => !isAnswered(status))).toEqual([]);
  return world;
}

/** The inputs that Linkup got, without the question. */
export function inputs({ linkup }: World): Record<string, unknown>[] {
  return linkup.tasks.map(({ sent }) => {
    const members = Object.entries(typeof sent === 'object' && sent !== null ? sent : {});
    return Object.fromEntries(members.filter(([name]) => name !== 'q' && name !== 'url'));
  });
}

/** The values of a column's two cells, as Sheets holds them. */
export function values(world: World, heading: string): unknown[] {
  const column = (world.sheet.displayRows()[0] ?? []).indexOf(heading) + 1;
  return [2, 3].map((row) => world.sheet.peek(row, column)?.value);
}

/** Twelve countries with two more columns, asked about from the menu, whatever a person has done to the sheet. */

import { expect } from 'vitest';
import type { Sheet } from '../doubles/google/model/sheet';
import { receipts } from './reading';
import { MENU, SAYS, statusOf } from './says';
import { World, type WorldOptions } from './world';

/** The countries, row by row. */
export const COUNTRIES = [
  'Chad',
  'Mali',
  'Peru',
  'Niger',
  'Kenya',
  'Gabon',
  'Ghana',
  'Nepal',
  'Qatar',
  'Japan',
  'Cuba',
  'Fiji',
];
/** What each of them has to be answered with. */
export const CAPITALS = [
  "N'Djamena",
  'Bamako',
  'Lima',
  'Niamey',
  'Nairobi',
  'Libreville',
  'Accra',
  'Kathmandu',
  'Doha',
  'Tokyo',
  'Havana',
  'Suva',
];

/** A table of twelve countries with a column of notes, and whatever a person has done to it. */
export async function opened(
  options: WorldOptions,
  hands: (sheet: Sheet) => void = () => {},
): Promise<World> {
  const rows = COUNTRIES.map((country, i) => [country, i === 3 ? 'n/a' : String(i), 'x']);
  const world = await World.open([['Country', 'Revenue', 'Note'], ...rows], options);
  hands(world.sheet);
  return world;
}

/** Presses, and says OK to whatever else is said. */
export function pressEnrich(world: World): void {
  world.press(MENU.all, 'YES', 'OK');
}

/** Lets so many minutes pass, with whatever triggers are due. */
export function pass(world: World, minutes: number): void {
  world.host.runClock(world.clock.now() + minutes * 60_000);
}

/** What the cells below a heading hold, however they are formatted. */
function held({ sheet }: World, heading: string): unknown[] {
  const at =
    Array.from({ length: sheet.lastColumn }, (_, i) => sheet.peek(1, i + 1)?.value).indexOf(heading) + 1;
  return Array.from({ length: sheet.lastRow - 1 }, (_, i) =>
    at > 0 ? sheet.peek(i + 2, at)?.value : 'no column',
  );
}

/** What the person gets and pays: every answer once. */
export function expectAllAnswered(world: World): void {
  expect(held(world, 'capital')).toEqual(CAPITALS);
  expect(held(world, statusOf('Facts'))).toEqual(COUNTRIES.map(() => SAYS.done));
  expect(world.linkup.tasks).toHaveLength(COUNTRIES.length);
  expect(receipts(world).map((receipt) => [receipt['Questions asked'], receipt['Rows done']])).toEqual([
    ['12', '12'],
  ]);
  expect(world.host.triggers).toEqual([]);
}

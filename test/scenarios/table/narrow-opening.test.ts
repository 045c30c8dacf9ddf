/** What an execution reads as it opens: its own columns, as long as nothing is in doubt; and what it does about what it has not seen. */
import { expect, it } from 'vitest';
import { ExecutionKilled } from '../../doubles/google/errors';
import { countryTable, FACTS } from '../../world/countries';
import { wrongAnswers } from '../../world/facts-oracle';
import { besidesBlanks, MENU, SAYS, statusOf } from '../../world/says';
import { begin } from '../../world/sidebar';
import { World } from '../../world/world';

const ROWS = 24;

/** The first of our columns; the person's are all left of it. */
const FIRST_OURS = 2;

async function started(): Promise<World> {
  const world = await World.open(countryTable(ROWS), { linkup: { queueLimit: 12 } });
  world.save(FACTS);
  begin(world);
  return world;
}

/** The ranges of more than a row that the trigger takes before its first request. */
function openedBy(world: World): number[][] {
  const ranges: number[][] = [];
  let isOpen = false;
  world.host.onServiceCall = ({ service, method, args }) => {
    if (world.host.executions.at(-1)?.by !== 'clock') return;
    isOpen ||= method === 'fetch';
    const numbers = args.filter((each) => typeof each === 'number');
    if (!isOpen && service === 'Sheet' && method === 'getRange' && numbers[2] !== 1) ranges.push(numbers);
  };
  return ranges;
}

it('a trigger that finds all in order reads no column of the person’s as it opens', async () => {
  const world = await started();
  const ranges = openedBy(world);
  world.untilDone();
  expect(ranges.length).toBeGreaterThan(0);
  for (const [, column = 0] of ranges) expect(column).toBeGreaterThanOrEqual(FIRST_OURS);
  expect(wrongAnswers(world)).toEqual([]);
});

it('a row that was edited while nobody looked is asked as it was chosen by nobody', async () => {
  const world = await started();
  world.sheet.type(ROWS, 1, 'Atlantis');
  world.untilDone();
  expect(world.column('capital')[ROWS - 2]).toBe('');
  expect(world.column(statusOf('Facts'))[ROWS - 2]).toMatch(/^Outdated/);
  expect(world.linkup.bill.entries.length).toBe(ROWS - 1);
});

it('rows that were sorted away from their ledgers get their answers all the same', async () => {
  const world = await started();
  world.sheet.sortRange(2, 1, ROWS + 1, 1, 1, false);
  world.untilDone();
  expect(wrongAnswers(world)).toEqual([]);
  expect(world.linkup.bill.entries.length).toBe(ROWS);
});

it('a menu press that dies before it has written an id is gone on from without a bill', async () => {
  const world = await World.open(countryTable(ROWS), { linkup: { queueLimit: 12 } });
  world.save(FACTS);
  let lists = 0;
  world.host.onServiceCall = ({ method, args }) => {
    if (method !== 'fetch' || !String(args[0]).includes('/tasks?')) return;
    lists += 1;
    if (lists === 2) throw new ExecutionKilled(undefined, 'lost');
  };
  expect(() => world.press(MENU.all, 'YES')).toThrow(ExecutionKilled);
  world.host.onServiceCall = undefined;
  world.untilDone();
  expect(lists).toBe(2);
  expect(wrongAnswers(world)).toEqual([]);
  expect(new Set(world.column(statusOf('Facts')).map(besidesBlanks))).toEqual(new Set([SAYS.done]));
  expect(world.linkup.bill.entries.length).toBe(ROWS);
});

it('rows that are loading when they are first looked at are asked once they can be read', async () => {
  const world = await World.open(countryTable(ROWS), { linkup: { queueLimit: 12 } });
  const names = world.column('Country').slice(0, ROWS);
  names.forEach((name, i) => {
    world.sheet.type(i + 2, 1, `=Other!A${i + 2}`);
    world.sheet.setComputed(i + 2, 1, name);
  });
  world.save(FACTS);
  begin(world);
  const sent: string[] = [];
  world.host.onServiceCall = ({ method, args }) => {
    if (method === 'fetch') sent.push(JSON.stringify(args));
  };
  for (const [i] of names.entries()) world.sheet.setComputed(i + 2, 1, 'Loading...');
  world.host.runClock(world.clock.now() + 3 * 60_000);
  expect(world.linkup.bill.entries.length).toBe(12);
  expect(sent.filter((request) => !/tasks\?|balance/.test(request))).toEqual([]);
  for (const [i, name] of names.entries()) world.sheet.setComputed(i + 2, 1, name);
  world.untilDone();
  expect(wrongAnswers(world)).toEqual([]);
  expect(new Set(world.column(statusOf('Facts')).map(besidesBlanks).slice(0, ROWS))).toEqual(
    new Set([SAYS.done]),
  );
  expect(world.linkup.bill.entries.length).toBe(ROWS);
});

it('a row whose hidden cells were emptied gets the answer that another row gets to its question', async () => {
  const table = countryTable(ROWS);
  const last = table[ROWS] ?? [];
  const world = await World.open([...table, last], { linkup: { queueLimit: 12 } });
  world.save(FACTS);
  begin(world);
  world.sheet.clear(ROWS + 2, 7, ROWS + 2, 9);
  world.untilDone();
  const capitals = world.column('capital');
  expect(capitals[ROWS - 1]).not.toBe('');
  expect(capitals[ROWS]).toBe(capitals[ROWS - 1]);
  expect(world.linkup.bill.entries.length).toBe(ROWS);
});

it('a row that is sorted away from its answer, whose hidden cells were emptied, is not left beside another one’s', async () => {
  const world = await started();
  const isDone = (status: string): boolean => besidesBlanks(status) === SAYS.done;
  world.host.onServiceCall = ({ method }) => {
    const row = world.column(statusOf('Facts')).findIndex(isDone) + 2;
    if (method !== 'fetch' || row < 2) return;
    world.host.onServiceCall = undefined;
    world.sheet.clear(row, 7, row, 9);
    world.sheet.sortRange(2, 1, ROWS + 1, 1, 1, false);
  };
  world.untilDone();
  expect(wrongAnswers(world)).toEqual([]);
  expect(new Set(world.column(statusOf('Facts')).map(besidesBlanks))).toEqual(new Set([SAYS.done]));
  expect(world.linkup.bill.entries.length).toBe(ROWS);
});

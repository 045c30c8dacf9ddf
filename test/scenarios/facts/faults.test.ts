/** Facts about faults: Google hiccups, outages and full queues cost nobody a row, a cent, or the day's trigger time. */
import { expect } from 'vitest';
import { ServiceError } from '../../doubles/google/errors';
import type { LinkupKnobs } from '../../doubles/linkup';
import { countryTable } from '../../world/countries';
import { fact } from '../../world/fact';
import { receipts } from '../../world/reading';
import { type Edition, World } from '../../world/world';

const MINUTE = 60_000;
const TIMED_OUT = 'Service Spreadsheets timed out while accessing document with id 1x.';

/** A run of some countries that was started from the menu, and whose sheet is then closed. */
async function started(edition: Edition, rows: number, linkup: Partial<LinkupKnobs> = {}): Promise<World> {
  const world = await World.open(countryTable(rows), { edition, linkup });
  world.save({ name: 'Facts' });
  world.press('Enrich all rows', 'YES');
  return world;
}

/** Google refuses the next calls of a method, and then no more. */
function refuse(world: World, method: string, text: string, times = 1): void {
  let left = times;
  world.host.onServiceCall = (call) => {
    if (left === 0 || `${call.service}.${call.method}` !== method) return;
    left -= 1;
    throw new ServiceError(text);
  };
}

/** Everything came, once, and nothing is left behind. */
function expectWhole(world: World, rows: number): void {
  expect(world.column('Facts status').filter((status) => !status.startsWith('Done'))).toEqual([]);
  expect(world.linkup.bill.entries).toHaveLength(rows);
  expect(receipts(world)).toHaveLength(1);
  expect(world.host.triggers).toEqual([]);
}

fact('A9 one time-out while the trigger opens the sheet is nobody’s business', async (edition) => {
  const world = await started(edition, 20);
  refuse(world, 'Range.getDisplayValues', TIMED_OUT);
  world.untilDone(1);
  expectWhole(world, 20);
});

fact('A9 one time-out of whatever the trigger reads, in any language, neither', async (edition) => {
  const methods = ['Range.getValues', 'Spreadsheet.getSheets', 'Sheet.getDataRange'];
  for (const method of methods) {
    const world = await started(edition, 5);
    refuse(world, method, 'Le service Feuilles de calcul a expiré lors de l’accès au document.');
    world.host.runClock({ until: () => receipts(world).length > 0, limitMs: 30 * MINUTE });
    expectWhole(world, 5);
  }
});

fact('A9 one refused flush while answers are written is tried again', async (edition) => {
  const world = await started(edition, 20);
  refuse(world, 'SpreadsheetApp.flush', TIMED_OUT);
  world.untilDone(1);
  expectWhole(world, 20);
});

fact('A9 half an hour without a sheet that can be read is told, and goes on by itself', async (edition) => {
  const world = await started(edition, 20);
  refuse(world, 'Range.getDisplayValues', TIMED_OUT, Number.POSITIVE_INFINITY);
  world.host.runClock(world.clock.now() + 30 * MINUTE);
  expect(world.host.triggers).toHaveLength(1);
  world.host.onServiceCall = undefined;
  world.untilDone(2);
  expectWhole(world, 20);
});

fact('A9 a cell whose rule rejects an answer costs its own row nothing but that cell', async (edition) => {
  const world = await World.open(countryTable(20), { edition });
  world.save({ name: 'Facts' });
  world.sheet.validate(6, 2, 6, 2, { kind: 'CUSTOM_FORMULA', rejects: true, allows: () => false });
  world.press('Enrich all rows', 'YES');
  world.host.runClock({ until: () => receipts(world).length > 0, limitMs: 30 * MINUTE });
  expectWhole(world, 20);
  expect(world.column('Facts status').filter((status) => status.includes('B6'))).toHaveLength(1);
});

/** No hour costs more trigger time than this, in minutes. */
function expectCheapHours(world: World, hours: number, most: number): void {
  const used = (): number => world.host.quota.of('owner@example.com').triggerMs / MINUTE;
  for (let hour = 0; hour < hours; hour++) {
    const before = used();
    world.host.runClock(world.clock.now() + 60 * MINUTE);
    expect(used() - before).toBeLessThanOrEqual(most);
  }
}

fact('A15 one stuck task among 100 rows costs two trigger minutes an hour at most', async (edition) => {
  const world = await started(edition, 100, { stuck: (_, ordinal) => ordinal === 7 });
  world.host.runClock(world.clock.now() + 5 * MINUTE);
  expect(world.column('Facts status').filter((status) => status === 'Asking…')).toHaveLength(1);
  expectCheapHours(world, 3, 2);
});

fact('A15 hours of an outage cost three trigger minutes an hour at most', async (edition) => {
  const world = await started(edition, 60);
  world.linkup.failNext({ status: 503, effect: 'before', times: 100_000 });
  expectCheapHours(world, 4, 3);
});

fact('A15 a queue that others hold costs four trigger minutes an hour at most', async (edition) => {
  const world = await started(edition, 60, { neighbours: { slots: 100, everyMs: null, perListRead: 0 } });
  expectCheapHours(world, 3, 4);
});

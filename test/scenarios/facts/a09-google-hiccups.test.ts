/** A9: a hiccup of Google’s costs nobody a row, and takes no trigger away. */

import { expect } from 'vitest';
import { countryTable } from '../../world/countries';
import { fact } from '../../world/fact';
import { receipts } from '../../world/reading';
import { MENU, SAYS, statusOf } from '../../world/says';
import { refuse, started, TIMED_OUT } from '../../world/unattended';
import { World } from '../../world/world';

const MINUTE = 60_000;

/** Everything came, once, and nothing is left behind. */
function expectWhole(world: World, rows: number): void {
  expect(world.column(statusOf('Facts')).filter((status) => !status.startsWith(SAYS.done))).toEqual([]);
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
  world.press(MENU.all, 'YES');
  world.host.runClock({ until: () => receipts(world).length > 0, limitMs: 30 * MINUTE });
  expectWhole(world, 20);
  expect(world.column(statusOf('Facts')).filter((status) => status.includes('B6'))).toHaveLength(1);
});

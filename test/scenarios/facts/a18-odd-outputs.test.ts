/** A18: a completed output in another form than asked for was paid for, and is shown. */

import { expect } from 'vitest';
import { fact } from '../../world/fact';
import { receipts } from '../../world/reading';
import { MENU, SAYS, statusOf } from '../../world/says';
import { expectAnswered, NAMES, passed, ready, statuses } from '../../world/ten-rows';

fact(
  'A18 a completed output that is a text is shown, billed once, and never called failed',
  async (edition) => {
    const world = await ready(edition, { outputForm: () => 'text' });
    world.press(MENU.all, 'YES');
    passed(world, 30);
    expect(statuses(world)).toEqual([SAYS.otherForm]);
    expect(world.column('capital')[0]).toBe("In short: N'Djamena.");
    expect(world.linkup.bill.entries).toHaveLength(NAMES.length);
    expect(receipts(world)).toMatchObject([{ 'Rows done': '10' }]);
  },
);

fact('A18 keys in another case are the keys that were asked for', async (edition) => {
  const world = await ready(edition, { outputForm: () => 'capitals' });
  world.press(MENU.all, 'YES');
  passed(world, 30);
  expectAnswered(world);
});

fact('A18 one object in a list is that object, several are shown as their JSON', async (edition) => {
  const isFirst = (work: unknown) => JSON.stringify(work).includes('Chad');
  const world = await ready(edition, { outputForm: (work) => (isFirst(work) ? 'list' : 'list of one') });
  world.press(MENU.all, 'YES');
  passed(world, 30);
  expect(world.column(statusOf('Facts')).slice(0, 2)).toEqual([SAYS.otherForm, SAYS.done]);
  expect(world.column('capital')[0]).toBe(`[{"capital":"N'Djamena"},{"capital":"N'Djamena"}]`);
  expect(world.column('capital')[1]).toBe('Bamako');
});

/** A row of totals below the table is nobody's question. */
import { expect, it } from 'vitest';
import { MENU } from '../../world/says';
import { opened } from '../../world/twelve-rows';

it('a row of totals is left out of the offer and of the run, in words', async () => {
  const world = await opened({}, (sheet) => {
    sheet.type(15, 1, 'Total');
    sheet.type(15, 2, '=SUM(B2:B13)');
    sheet.setComputed(15, 2, 66);
  });
  world.save({});
  world.press(MENU.all, 'YES');
  expect(world.host.ui.dialogs.at(-1)?.message).toContain('12 rows to ask');
  expect(world.host.ui.dialogs.at(-1)?.message).toContain(
    '1 row left out: a row of totals, which sums up the rows above.',
  );
  world.untilDone();
  expect(world.linkup.tasks).toHaveLength(12);
  expect(world.column('capital').at(-1)).toBe('');
});

it.each([
  ['an empty row above it', 15, 'Total'],
  ['a word that is nobody’s name', 14, 'Gesamtsumme'],
])('one without a sum is told by %s', async (_, row, label) => {
  const world = await opened({}, (sheet) => sheet.type(row, 1, label));
  world.save({});
  world.press(MENU.all, 'NO');
  const { message = '' } = world.host.ui.dialogs.at(-1) ?? {};
  expect(message).toContain('12 rows to ask');
  expect(message).toContain('1 row left out: a row of totals');
});

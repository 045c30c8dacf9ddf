/** Values that look alike: what is asked is what cells display, and the offer says where that is not all. */
import { expect, it } from 'vitest';
import { DRAFT } from '../../world/drafts';
import { lastDialog } from '../../world/reading';
import { MENU } from '../../world/says';
import { saved } from '../../world/sidebar';
import { World } from '../../world/world';

/** Two latitudes that show the same, two days of one month, two long numbers; and rows that are the same indeed. */
async function opened(): Promise<World> {
  const world = await World.open([['Lat', 'Since', 'Id'], ...Array.from({ length: 4 }, () => ['', '', ''])]);
  const { sheet } = world;
  const day = (date: number): Date => new Date(Date.UTC(2026, 2, date));
  [48.8584, 48.8606, 48.8584, 51].forEach((value, i) => {
    Object.assign(sheet.cell(i + 2, 1), { value, format: '0.0' });
    Object.assign(sheet.cell(i + 2, 2), { value: day([5, 17, 5, 5][i] ?? 1), format: 'mmm yyyy' });
    Object.assign(sheet.cell(i + 2, 3), { value: 1234567890123450 + (i % 2), format: '0.00E+00' });
  });
  return world;
}

it.each([
  ['Lat', '48.9', '48.8584', '48.8606', 3, 2],
  ['Since', 'Mar 2026', '2026-03-05', '2026-03-17', 4, 1],
  ['Id', '1.23E+15', '1234567890123450', '1234567890123451', 4, 1],
])('%s: different ones that show %s are told before they are paid for, and can be asked exactly', async (column, shown, one, other, rows, questions) => {
  const world = await opened();
  const id = saved(world, { template: `What is at {{${column}}}?` });
  world.press(MENU.all, 'NO');
  expect(lastDialog(world)).toContain(`4 rows to ask: ${questions} question`);
  expect(lastDialog(world)).toContain(
    `“${column}” shows ${shown} for ${one} and for ${other}: ${rows} rows share a question with others that only look alike. Write {{${column}:exact}} in the question`,
  );
  world.save({ ...DRAFT, id, template: `What is at {{${column}:exact}}?` });
  world.press(MENU.all, 'YES');
  expect(world.host.ui.dialogs.at(-1)?.message).not.toContain('look alike');
  world.untilDone();
  const asked = world.linkup.tasks.map(({ sent }) => (sent as { q: string }).q);
  expect(asked).toEqual(expect.arrayContaining([`What is at ${one}?`, `What is at ${other}?`]));
  expect(new Set(asked).size).toBe(asked.length);
});

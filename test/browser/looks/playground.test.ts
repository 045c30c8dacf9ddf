/** The local Sheets that the add-on is shown in. */
import { describe, expect } from 'vitest';
import { countrySample } from '../../tools/playground/server/sample';
import { violations } from '../axe';
import { played } from '../played';
import { shoot } from '../screenshots';

/** Columns of the picture in the README. */
const FIELDS = [
  ['Currency', 'Text'],
  ['Area', 'Number'],
  ['Languages', 'List'],
] as const;

describe('the playground', () => {
  played(
    'has nothing that axe finds, light or dark',
    { saved: 'What is the capital of {{Country}}?' },
    async ({ owner }) => {
      const { page } = owner;
      const sidebar = await owner.openSidebar();
      await sidebar.enrich.waitFor();
      expect(await violations(page)).toEqual([]);
      await shoot(page, 'playground light');
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await violations(page, 'colours')).toEqual([]);
      await shoot(page, 'playground dark');
    },
  );

  const SOME_AT_A_TIME = {
    table: countrySample(),
    linkup: { queueLimit: 24, queuedMs: [10_000, 40_000] as const },
  };
  played('in the middle of a run is the picture of the README', SOME_AT_A_TIME, async ({ owner }) => {
    const { page } = owner;
    const sidebar = await owner.openSidebar();
    await sidebar.connect();
    await sidebar.ask('Facts', 'What are the currency, the area in km² and the languages of {{Country}}?');
    await sidebar.root.getByRole('radio', { name: 'Separate fields' }).check();
    for (const [i, [name, kind]] of FIELDS.entries()) {
      const field = sidebar.root.getByRole('group', { name: `Field ${i + 1}` });
      if (i > 0) await sidebar.button('Add field').click();
      await field.getByLabel('Name').fill(name);
      await field.getByLabel('Kind').selectOption(kind);
    }
    await sidebar.root.getByRole('checkbox', { name: /^Sources/ }).uncheck();
    await sidebar.save();
    await page.getByRole('button', { name: 'Hide the first steps' }).click();
    await page.getByRole('button', { name: 'Behind the scenes' }).click();
    await sidebar.enrich.click();
    await sidebar.run.getByText(/^[2-5]\d done$/).waitFor();
    // The page's clock has fallen behind the playground's, which is faster; of which it is told now and then.
    const caughtUp = async (): Promise<boolean> => {
      await page.clock.setFixedTime(owner.state.now);
      return sidebar.run.getByText(/^[1-9]\d* (s|min .*) so far/).isVisible();
    };
    await expect.poll(caughtUp, { interval: 200, timeout: 60_000 }).toBe(true);
    await shoot(page, 'readme');
  });
});

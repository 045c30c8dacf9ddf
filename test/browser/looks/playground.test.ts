/** The local Sheets that the add-on is shown in. */
import type { Locator } from 'playwright-core';
import { describe, expect } from 'vitest';
import { countrySample } from '../../tools/playground/server/sample';
import { violations } from '../axe';
import { played, thoroughly } from '../played';
import { shoot, WITH_PICTURES } from '../screenshots';
import type { Window } from '../window';

/** The edges of an element, in CSS pixels. */
async function boxOf(element: Locator) {
  const box = await element.boundingBox();
  if (!box) throw new Error('it is not to be seen');
  return { left: box.x, right: box.x + box.width, height: box.height };
}

/** Columns of the picture in the README. */
const FIELDS = [
  ['Currency', 'Text'],
  ['Area', 'Number'],
  ['Languages', 'List'],
] as const;

/** At this size, with what goes on behind the scenes unfolded, all can be reached; folded before and after. */
async function hasRoom({ page, sheet }: Window, size: { width: number; height: number }): Promise<void> {
  await page.setViewportSize(size);
  await page.getByRole('button', { name: 'Behind the scenes', expanded: false }).waitFor();
  await shoot(page, `playground ${size.width}`);
  await sheet.lookBehindTheScenes();
  await shoot(page, `playground ${size.width} behind the scenes`);
  const [cells, aside] = await Promise.all([boxOf(page.locator('.grid')), boxOf(page.locator('aside'))]);
  expect(cells.height).toBeGreaterThanOrEqual(120);
  expect(aside.right).toBeLessThanOrEqual(size.width);
  const rights = await page
    .locator('main :is(button, section)')
    .evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().right));
  expect(Math.max(...rights)).toBeLessThanOrEqual(aside.left);
  await page.getByRole('button', { name: 'Kill script' }).scrollIntoViewIfNeeded();
  await page.getByRole('button', { name: 'Behind the scenes' }).click();
}

describe('the playground', () => {
  const SIZES = [
    { width: 1280, height: 800 },
    { width: 1024, height: 700 },
    { width: 640, height: 400 },
  ];
  played(
    'has nothing that axe finds, light or dark; its cells have room at every size, nothing lies over the sidebar, and row numbers stay',
    { saved: 'What is the capital of {{Country}}?' },
    async ({ owner }) => {
      const { page, sheet } = owner;
      const sidebar = await owner.openSidebar();
      await sidebar.enrich.waitFor();
      await sheet.lookBehindTheScenes();
      expect(await violations(page)).toEqual([]);
      await shoot(page, 'playground light');
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await violations(page, 'colours')).toEqual([]);
      await shoot(page, 'playground dark');
      await page.emulateMedia({ colorScheme: 'light' });
      await page.getByRole('button', { name: 'Behind the scenes' }).click();

      for (const size of SIZES) await hasRoom(owner, size);
      const number = page.locator('.grid tbody td:first-child').first();
      const before = await boxOf(number);
      await page.locator('.grid .jss_content').evaluate((content) => content.scrollTo(400, 0));
      expect((await boxOf(number)).left).toBe(before.left);
      expect((await boxOf(sheet.cell(1, 1))).left).toBeLessThan(0);
      // Another sheet begins with its first cell, and not where the one before was left.
      await page.getByRole('tab').nth(1).click();
      await expect.poll(async () => (await boxOf(sheet.cell(1, 1))).left).toBe(before.right);
    },
  );

  const SOME_AT_A_TIME = {
    table: countrySample(),
    linkup: { queueLimit: 16, queuedMs: [10_000, 40_000] as const },
  };
  // Without a picture it holds nothing of its own: fields are written in journeys/first-run and looks/states, and a run half-way is one of these.
  const pictured = WITH_PICTURES ? played : thoroughly;
  pictured('in the middle of a run is the picture of the README', SOME_AT_A_TIME, async ({ owner }) => {
    const { page } = owner;
    const sidebar = await owner.openSidebar();
    await sidebar.connect();
    await sidebar.ask('Facts', 'What are the currency, the area in km² and the languages of {{Country}}?');
    await sidebar.unfold('What comes back');
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

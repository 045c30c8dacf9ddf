import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { alone, SIZE } from './alone';
import { violations } from './axe';
import { scriptFor } from './fonts';
import { played } from './played';
import { shoot } from './screenshots';
import { STATES } from './states';

/** Columns of the picture in the README. */
const FIELDS = [
  ['Currency', 'Text'],
  ['Area', 'Number'],
  ['Languages', 'List'],
] as const;

/** States with most kinds of controls. */
const FULL_STATES = ['template filled in', 'ready with warnings', 'running with failures', 'last run'];

/** CSS pixels that stick out at the right, in a window of Google's size and in one that is zoomed to 200 %, which has half as many. */
async function overhangs(page: Page): Promise<number[]> {
  const found: number[] = [];
  for (const zoom of [1, 2]) {
    await page.setViewportSize({ width: SIZE.width / zoom, height: SIZE.height / zoom });
    found.push(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    );
  }
  return found;
}

/** As high as the page is long, so that a picture shows all of it. */
async function stretch(page: Page): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ ...SIZE, height });
}

describe('the sidebar can be read by everybody', () => {
  for (const { name, answers, reach } of STATES) {
    alone(`(${name}): axe finds nothing, and in any letters nothing sticks out`, answers, async (stage) => {
      const { page, sidebar } = stage;
      await reach(sidebar);
      await stretch(page);
      expect(await violations(page)).toEqual([]);
      await shoot(page, `sidebar ${name} light`);
      await page.emulateMedia({ colorScheme: 'dark' });
      // In the dark only the colours are others.
      expect(await violations(page, 'colours')).toEqual([]);
      await shoot(page, `sidebar ${name} dark`);
      expect(await overhangs(page)).toEqual([0, 0]);
      await page.evaluate(scriptFor('wide'));
      expect(await overhangs(page)).toEqual([0, 0]);
    });
  }
});

/** What has the focus: whether that can be seen, and what hides it. */
const focus = (page: Page): Promise<{ name: string; fault: string }> =>
  page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    const box = element.getBoundingClientRect();
    // A pill's ring is drawn by the label around it, a choice's by the box itself.
    const ring = getComputedStyle(element.closest('.pills .choice') ?? element);
    const isRinged = ring.outlineStyle !== 'none' && Number.parseFloat(ring.outlineWidth) >= 2;
    const there = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    const isOnTop = there !== null && (element.contains(there) || there.contains(element));
    const fault = `${isRinged ? '' : 'no ring '}${isOnTop ? '' : 'out of sight'}`;
    return { name: element === document.body ? '' : element.outerHTML.slice(0, 80), fault };
  });

describe('with the keyboard', () => {
  for (const { name, answers, reach } of STATES.filter(({ name }) => FULL_STATES.includes(name))) {
    for (const letters of ['usual', 'wide'] as const) {
      alone(
        `(${name}, ${letters} letters): every stop of the Tab key shows where it is`,
        answers,
        async (stage) => {
          const { page, sidebar } = stage;
          await reach(sidebar);
          await page.evaluate(scriptFor(letters));
          const stops: Awaited<ReturnType<typeof focus>>[] = [];
          await page.evaluate(() => document.body.focus());
          do {
            await page.keyboard.press('Tab');
            stops.push(await focus(page));
          } while (stops.at(-1)?.name !== '' && stops.length < 100);
          expect(stops.length).toBeGreaterThan(12);
          expect(stops.filter(({ name, fault }) => name !== '' && fault !== '')).toEqual([]);
        },
      );
    }
  }
});

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

  const SOME_AT_A_TIME = { linkup: { queueLimit: 24, queuedMs: [10_000, 40_000] as const } };
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
    // The page's clock has fallen behind the playground's, which is faster.
    await page.clock.setFixedTime(owner.state.now);
    await sidebar.run.getByText(/^[1-9]\d* (s|min .*) so far/).waitFor();
    await shoot(page, 'readme');
  });
});

/** Every state of the sidebar, light and dark, at Google's width and zoomed, in usual and in wide letters. */
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { alone, SIZE } from '../alone';
import { violations } from '../axe';
import { scriptFor } from '../fonts';
import { STATES } from '../run-states';
import { shoot } from '../screenshots';

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

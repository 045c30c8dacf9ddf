/** Every state of the sidebar, light and dark, at Google's width and zoomed, in usual and in wide letters. */
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { WITH_CAPITAL } from '../../world/sidebar-samples';
import { oneIn } from '../../world/thorough';
import { type Alone, alone, SIZE, yes } from '../alone';
import { source, violations } from '../axe';
import { scriptFor } from '../fonts';
import { shoot, WITH_PICTURES } from '../screenshots';
import { STATES } from '../states/all';
import { CAPITAL_SAVED, type State } from '../states/state';

/** CSS pixels that stick out at the right, in the window as it is; and how long the page is. */
function extent(page: Page): Promise<{ overhang: number; height: number }> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth, scrollHeight } = document.documentElement;
    return { overhang: scrollWidth - clientWidth, height: scrollHeight };
  });
}

/** Nothing sticks out in a window that is zoomed to 200 %, which has half as many CSS pixels. */
async function fitsZoomed(page: Page): Promise<void> {
  await page.setViewportSize({ width: SIZE.width / 2, height: SIZE.height / 2 });
  expect(await extent(page)).toMatchObject({ overhang: 0 });
}

/** Whether each stretch of the bar is told from its track, and the track from the page; true where there is no bar. */
function isBarSeen(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const track = document.querySelector('.progress');
    if (!track) return true;
    const { backgroundColor, borderTopColor, borderTopWidth } = getComputedStyle(track);
    const isEdged = Number.parseFloat(borderTopWidth) > 0 && borderTopColor !== backgroundColor;
    const stretches = [...track.querySelectorAll('span:not(.waiting, .not-asked)')].map((each) =>
      getComputedStyle(each),
    );
    const isTold = (part: CSSStyleDeclaration): boolean =>
      part.backgroundImage !== 'none' ||
      ![backgroundColor, 'rgba(0, 0, 0, 0)'].includes(part.backgroundColor);
    return isEdged && stretches.length > 0 && stretches.every(isTold);
  });
}

/** As somebody has it who sees little, and is made ill by what moves: their own colours, whatever the page would like, and rest. */
async function inHighContrast(page: Page, look: () => Promise<void>): Promise<void> {
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await look();
  await page.emulateMedia({ forcedColors: 'none', reducedMotion: 'no-preference' });
}

/** What moves by itself. */
function moving(page: Page): Promise<number> {
  return page.evaluate(
    () => document.getAnimations().filter(({ playState }) => playState === 'running').length,
  );
}

/** States that are looked at in the dark, in high contrast and in wide letters as well: all of them for pictures, and when thorough. */
const CLOSELY = (WITH_PICTURES ? STATES : oneIn(5, STATES)).map(({ name }) => name);

/** Brought along by the page: sent to each anew, the rules and the wide letters take as long to read as to use. */
const BROUGHT = `${source()}\nwindow.widen = () => {${scriptFor('wide')}};`;

describe('the sidebar can be read by everybody', () => {
  const look = async (stage: Alone, { name, reach }: State): Promise<void> => {
    const { page, sidebar } = stage;
    await reach(sidebar);
    const { overhang, height } = await extent(page);
    expect(overhang).toBe(0);
    // As high as the page is long, so that a picture shows all of it.
    await page.setViewportSize({ ...SIZE, height });
    expect(await violations(page)).toEqual([]);
    await shoot(page, `sidebar ${name} light`);
    if (CLOSELY.includes(name)) await lookClosely(stage, name);
    await fitsZoomed(page);
  };

  const lookClosely = async ({ page }: Alone, name: string): Promise<void> => {
    await page.emulateMedia({ colorScheme: 'dark' });
    // In the dark only the colours are others.
    expect(await violations(page, 'colours')).toEqual([]);
    await shoot(page, `sidebar ${name} dark`);
    await inHighContrast(page, async () => {
      await shoot(page, `sidebar ${name} high contrast`);
      expect(await isBarSeen(page)).toBe(true);
      // What began to move before rest was asked for comes to its end.
      await expect.poll(() => moving(page)).toBe(0);
    });
    await fitsZoomed(page);
    await page.setViewportSize(SIZE);
    await page.evaluate('widen()');
    expect(await extent(page)).toMatchObject({ overhang: 0 });
  };

  for (const state of STATES) {
    const statement = `(${state.name}): axe finds nothing, and in any letters nothing sticks out`;
    alone(statement, state.answers, (stage) => look(stage, state), BROUGHT);
  }
});

describe('another sheet', () => {
  let sheetId = 7;
  const other = () => yes({ ...WITH_CAPITAL, sheetId: sheetId++, sheet: `Sheet ${sheetId}` });
  alone('is shown from its top', { ...CAPITAL_SAVED, start: other }, async ({ page, sidebar }) => {
    await sidebar.enrich.waitFor();
    const scrolled = (): Promise<number> => page.evaluate(() => Math.round(window.scrollY));
    await page.setViewportSize({ ...SIZE, height: SIZE.height / 2 });
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    expect(await scrolled()).toBeGreaterThan(100);
    // By itself, so that it is not scrolled to first.
    await sidebar.button('Read the sheet again').evaluate((button: HTMLElement) => button.click());
    await sidebar.text('on “Sheet 9”').waitFor();
    await expect.poll(scrolled).toBe(0);
  });
});

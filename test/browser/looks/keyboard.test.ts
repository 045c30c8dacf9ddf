/** Whoever has no mouse sees where they are. */
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { alone } from '../alone';
import { scriptFor } from '../fonts';
import { STATES } from '../run-states';

/** States with most kinds of controls. */
const FULL_STATES = ['template filled in', 'ready with warnings', 'running with failures', 'last run'];

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

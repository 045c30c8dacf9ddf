/** axe-core in a page: what it finds wrong, in a line each. */
import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** Runs all of axe's rules. Frames are looked at by themselves. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations: found } = await page.evaluate<axe.AxeResults>(`axe.run({ exclude: ['iframe'] })`);
  return found.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ html }) => html).join(', ')})`);
}

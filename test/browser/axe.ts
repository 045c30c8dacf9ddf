/** axe-core in a page: what it finds wrong, in a line each. */
import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** Which rules: all, or those about colours, which alone can find something else in the dark. */
export type Rules = 'all' | 'colours';

/** The rules of level AA that depend on colours. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** What axe's rules find. Frames are looked at by themselves. */
export async function violations(page: Page, rules: Rules = 'all'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const options: axe.RunOptions = rules === 'all' ? {} : { runOnly: { type: 'rule', values: COLOURS } };
  const run = `axe.run({ exclude: ['iframe'] }, ${JSON.stringify(options)})`;
  const { violations: found } = await page.evaluate<axe.AxeResults>(run);
  return found.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ html }) => html).join(', ')})`);
}

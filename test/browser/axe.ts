/** axe-core in a page: what it finds wrong, in a line each. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

/** Which rules: all, or those about colours, which alone can find something else in the dark. */
export type Rules = 'all' | 'colours';

/** The rules of level AA that depend on colours. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

let minified: string | undefined;

/** The script itself: half as long as the source that it hands out, which every page would have to read. */
export function source(): string {
  minified ??= readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  return minified;
}

/** What axe's rules find. Frames are looked at by themselves. */
export async function violations(page: Page, rules: Rules = 'all'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source());
  const some: axe.RunOptions = rules === 'all' ? {} : { runOnly: { type: 'rule', values: COLOURS } };
  // Of what passes nothing is kept, and nobody reads selectors: that takes twice as long.
  const options: axe.RunOptions = { ...some, resultTypes: ['violations'], selectors: false };
  const run = `axe.run({ exclude: ['iframe'] }, ${JSON.stringify(options)})`;
  const { violations: found } = await page.evaluate<axe.AxeResults>(run);
  return found.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ html }) => html).join(', ')})`);
}

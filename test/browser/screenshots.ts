/** Pictures of what the tests see, in out/screenshots/. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** Where they are put; git ignores it. */
const FOLDER = join('out', 'screenshots');

/** Takes a picture of what is in view. */
export async function shoot(page: Page, name: string): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  const file = `${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.png`;
  await page.screenshot({ path: join(FOLDER, file), animations: 'disabled' });
}

/** Pictures of what the tests see, in out/screenshots/: of all of it with `PICTURES=1`, and of every failure. Those of docs/pictures/ are taken anew with them. */
import { existsSync } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** Where they are put; git ignores it. */
const FOLDER = join('out', 'screenshots');

/** Those that the documentation shows, by the same names. */
const SHOWN = join('docs', 'pictures');

const { PICTURES = '' } = process.env;

/** Whether somebody wants to look at them; taking them is slow. */
export const WITH_PICTURES = PICTURES !== '';

/** Takes a picture of what is in view, where pictures are wanted. */
export async function shoot(page: Page, name: string): Promise<void> {
  if (WITH_PICTURES) await take(page, name);
}

/** Takes a picture of what was in view when a test failed. */
export function shootFailure(page: Page, name: string): Promise<void> {
  return take(page, `failed ${name}`);
}

async function take(page: Page, name: string): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  const file = `${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.png`;
  await page.screenshot({ path: join(FOLDER, file), animations: 'disabled' });
  if (existsSync(join(SHOWN, file))) await copyFile(join(FOLDER, file), join(SHOWN, file));
}

/** `npm run listing`: draws the pictures of the Marketplace listing from their SVGs in docs/listing/, at the sizes that Google asks for. */
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium } from 'playwright-core';
import { findChromium } from './chromium';
import { scriptFor } from './fonts';

const FOLDER = 'docs/listing';

/** Google's sizes in pixels: icons of the listing, and of the consent screen (120); the banner. */
const PICTURES: readonly (readonly [source: string, wide: number, high: number])[] = [
  ...[32, 48, 96, 120, 128].map((side) => ['icon.svg', side, side] as const),
  ['banner.svg', 220, 140],
];

/** Draws one, transparent where nothing is drawn; gives its path. */
async function draw(browser: Browser, source: string, width: number, height: number): Promise<string> {
  const svg = await readFile(join(FOLDER, source), 'utf8');
  const page = await browser.newPage({ viewport: { width, height } });
  await page.setContent(`<style>body { margin: 0 } svg { display: block; width: 100vw }</style>${svg}`);
  await page.evaluate(scriptFor('usual', ['Roboto']));
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const path = join(FOLDER, `${basename(source, '.svg')}-${width}x${height}.png`);
  await writeFile(path, await page.screenshot({ omitBackground: true }));
  await page.close();
  return path;
}

/** Draws all; gives the exit code. */
async function main(): Promise<number> {
  const found = await findChromium();
  if (!('options' in found)) {
    console.error(`No Chromium could be started. Install Chrome or Chromium.\n${found.missing}`);
    return 1;
  }
  const browser = await chromium.launch(found.options);
  for (const picture of PICTURES) console.log(await draw(browser, ...picture));
  await browser.close();
  return 0;
}

/** What was typed besides, in words: it takes nothing. */
function faultIn(args: readonly string[]): string {
  try {
    parseArgs({ args: [...args], options: {} });
    return '';
  } catch (thrown) {
    return `${thrown instanceof Error ? thrown.message : thrown}\nnpm run listing takes no options: it draws ${FOLDER}/*.png anew.`;
  }
}

const fault = faultIn(process.argv.slice(2));
if (fault) console.error(fault);
process.exitCode = fault ? 2 : await main();

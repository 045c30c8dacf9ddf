/** The drawing as a command: the pictures of the Marketplace listing, from their SVGs in docs/listing/, at the sizes that Google asks for. */
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { exitCode, FLAG, type Streams, typed } from '../../tools/common/command-line';
import { scriptFor } from '../fonts';

/** Where the SVGs are, and what is drawn from them. */
export const FOLDER = 'docs/listing';

/** Google's sizes in pixels: icons of the listing, and of the consent screen (120); the banner. */
const PICTURES: readonly (readonly [source: string, wide: number, high: number])[] = [
  ...[32, 48, 96, 120, 128].map((side) => ['icon.svg', side, side] as const),
  ['banner.svg', 220, 140],
];

const USAGE = `Usage: npm run listing

Draws ${FOLDER}/*.png anew, from the two SVGs there.

Exit code: 0 when all are drawn, 1 when there is no Chromium, 2 for bad input.
`;

/** What the command uses. */
export interface Easel extends Streams {
  /** Throws Stopped where there is none. */
  readonly browser: () => Promise<Browser>;
  /** The folder that gets the pictures. */
  readonly into: string;
}

/** Draws all; gives the exit code. */
export function main(args: readonly string[], { out, err, browser, into }: Easel): Promise<number> {
  const work = async (): Promise<number> => {
    const { help } = typed(args, { options: { help: FLAG } }).values;
    if (help) out.write(USAGE);
    else for (const picture of PICTURES) out.write(`${await draw(await browser(), into, ...picture)}\n`);
    return 0;
  };
  return exitCode(work, (line) => err.write(`${line}\n`));
}

/** Draws one, transparent where nothing is drawn; gives its path. */
async function draw(
  browser: Browser,
  into: string,
  source: string,
  width: number,
  height: number,
): Promise<string> {
  const svg = await readFile(join(FOLDER, source), 'utf8');
  const page = await browser.newPage({ viewport: { width, height } });
  await page.setContent(`<style>body { margin: 0 } svg { display: block; width: 100vw }</style>${svg}`);
  await page.evaluate(scriptFor('usual', ['Roboto']));
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const path = join(into, `${basename(source, '.svg')}-${width}x${height}.png`);
  await writeFile(path, await page.screenshot({ omitBackground: true }));
  await page.close();
  return path;
}

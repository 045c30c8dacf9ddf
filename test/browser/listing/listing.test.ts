/** `npm run listing`, into a folder of its own: what is drawn today is what is committed, by name and size. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { typedIn } from '../../tools/common/typed-in';
import { inBrowser, theBrowser } from '../played';
import { FOLDER, main } from './command';

const into = mkdtempSync(join(tmpdir(), 'listing-'));
afterAll(() => rmSync(into, { recursive: true }));

const listing = (...args: string[]) =>
  typedIn((streams) => main(args, { ...streams, browser: theBrowser, into }));

/** The pictures in a folder, with their sizes. */
function picturesIn(folder: string): Record<string, [wide: number, high: number]> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.png'));
  const sizeOf = (name: string): [number, number] => {
    const png = readFileSync(join(folder, name));
    return [png.readUInt32BE(16), png.readUInt32BE(20)];
  };
  return Object.fromEntries(names.map((name) => [name, sizeOf(name)]));
}

describe('the pictures of the listing', () => {
  it('are drawn only where nothing is typed that is not known', async () => {
    expect(await listing('--sizes')).toMatchObject({
      status: 2,
      err: "Unknown option '--sizes'; see --help\n",
    });
    expect(await listing('--help')).toMatchObject({ status: 0, err: '' });
    expect(readdirSync(into)).toEqual([]);
  });

  inBrowser('are all drawn anew by one command', async () => {
    expect(await listing()).toMatchObject({ status: 0, err: '' });
    expect(picturesIn(into)).toEqual(picturesIn(FOLDER));
  });
});

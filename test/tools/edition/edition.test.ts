/** `npm run edition`, into a folder of its own: what it puts down can be opened, and what is kept of the first edition is what that one leaves. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { leftEverything } from '../../world/everything';
import { ask } from '../../world/sidebar';
import { typedIn } from '../common/typed-in';
import { main } from './command';

const fixtures = mkdtempSync(join(tmpdir(), 'edition-'));
afterAll(() => rmSync(fixtures, { recursive: true }));

const edition = (...args: string[]) => typedIn((streams) => main(args, { ...streams, fixtures }));

/** The documents in a folder, as text by their names. */
function documentsIn(folder: string): Record<string, string> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'appsscript.json');
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

describe('an edition that is put down', () => {
  it('is one document with everything, which opens again; put down once, or again where that is said', async () => {
    mkdirSync(join(fixtures, 'third-edition'));
    expect(await edition('third-edition')).toMatchObject({
      status: 2,
      err: expect.stringContaining('third-edition is there'),
    });
    expect(await edition('third-edition', '--again')).toMatchObject({ status: 0, err: '' });
    const { 'everything.json': text, ...others } = documentsIn(join(fixtures, 'third-edition'));
    expect(others).toEqual({});
    const { enrichments, unreadable } = ask(await leftEverything(text), 'start', null);
    expect(enrichments.map(({ name }) => name)).toEqual(['Facts', 'Money', 'Size']);
    expect(unreadable).toEqual([]);
  });

  it('is the same each time, as that of the first one still is', async () => {
    expect(await edition('first-edition')).toMatchObject({ status: 0, err: '' });
    expect(documentsIn(join(fixtures, 'first-edition'))).toEqual(documentsIn('test/fixtures/first-edition'));
  });
});

describe('npm run edition', () => {
  it.each([
    [],
    ['third'],
    ['../x-edition'],
    ['a-edition', 'b-edition'],
    ['--all', 'a-edition'],
  ])('refuses %s %s, and writes nothing', async (...args: string[]) => {
    const before = readdirSync(fixtures);
    expect(await edition(...args)).toMatchObject({ status: 2, err: expect.stringContaining('see --help') });
    expect(readdirSync(fixtures)).toEqual(before);
  });

  it('says what it can', async () => {
    expect(await edition('--help')).toMatchObject({ status: 0, out: expect.stringContaining('--again') });
  });
});

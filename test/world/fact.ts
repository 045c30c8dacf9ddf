/** A fact of the outside world, played on two editions: ours stands it, and the first edition shows that the play is able to fail. */
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { built } from './built';
import type { Edition } from './world';

/** The add-on as it was built at 0b60c79, before the facts were known. */
export const firstEdition = readFirstEdition();

async function readFirstEdition(): Promise<Readonly<Record<string, string>>> {
  const folder = 'test/fixtures/first-edition';
  const [code, manifest] = await Promise.all(
    ['Code.js', 'appsscript.json'].map((name) => readFile(`${folder}/${name}`, 'utf8')),
  );
  return { 'Code.js': code ?? '', 'appsscript.json': manifest ?? '{}', 'Sidebar.html': '<p></p>' };
}

/**
 * One test that ours passes, and one that the first edition breaks an expectation of the same play: anything else that goes
 * wrong there, such as a call that it does not know, proves nothing and fails. Play with `World.open(table, { edition })`.
 */
export function fact(name: string, play: (edition: Edition) => Promise<void> | void): void {
  describe(name, () => {
    it('holds', () => play(built()));
    it('is what the first edition broke', async () => {
      const broken: unknown = await Promise.resolve(play(await firstEdition)).catch(
        (thrown: unknown) => thrown,
      );
      expect(broken, 'the first edition stood it').toMatchObject({ name: 'AssertionError' });
    });
  });
}

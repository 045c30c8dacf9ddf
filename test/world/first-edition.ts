/** The first edition of the add-on, kept as it was built. */
import { readFile } from 'node:fs/promises';
import type { Edition } from './world';

/** The add-on as it was built at 0b60c79, before the facts were known. */
export const firstEdition: Edition = readFirstEdition();

async function readFirstEdition(): Promise<Readonly<Record<string, string>>> {
  const folder = 'test/fixtures/first-edition';
  const [code, manifest] = await Promise.all(
    ['Code.js', 'appsscript.json'].map((name) => readFile(`${folder}/${name}`, 'utf8')),
  );
  return { 'Code.js': code ?? '', 'appsscript.json': manifest ?? '{}', 'Sidebar.html': '<p></p>' };
}

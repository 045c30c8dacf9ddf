/** The stand-in says what the installed clasp says: its texts are looked up in clasp's own code, and with THOROUGH=1 clasp is run. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { THOROUGH } from '../../world/thorough';
import { ClaspStandIn } from './clasp-stand-in';
import { type Clasp, realClasp } from './run-clasp';

const CLASP = 'node_modules/@google/clasp';

it('is written for the clasp that is installed', () => {
  expect(JSON.parse(readFileSync(`${CLASP}/package.json`, 'utf8')).version).toBe('3.4.1');
  const source = ['commands', 'core']
    .flatMap((folder) =>
      readdirSync(`${CLASP}/build/src/${folder}`).map((name) => `${CLASP}/build/src/${folder}/${name}`),
    )
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
  const texts = [
    'No credentials found.',
    'Project settings not found.',
    'Project file already exists.',
    'Created new document: ',
    'Created new script: ',
    'https://drive.google.com/open?id=$',
    'https://script.google.com/d/$',
    'Script is already up to date.',
    'Skipping push.',
    'Pushed ',
    '{ pulledFiles, deletedFiles }',
    'loggedIn: auth.credentials ? true : false',
  ];
  expect(texts.filter((text) => !source.includes(text))).toEqual([]);
});

it.skipIf(!THOROUGH)('answers as clasp does whatever clasp answers without a network', async () => {
  const home = mkdtempSync(join(tmpdir(), 'enrich-clasp-'));
  const [named, unnamed] = ['named.json', 'unnamed.json'].map((name) => join(home, name));
  writeFileSync(`${named}`, JSON.stringify({ scriptId: 'a-script-that-is-nowhere', rootDir: 'files' }));
  writeFileSync(`${unnamed}`, JSON.stringify({ rootDir: 'files' }));
  const nobody = new ClaspStandIn();
  nobody.loggedIn = false;
  const commands = [
    ['show-authorized-user', '--json'],
    ['-P', `${unnamed}`, 'create-script', '--title', 'T', '--type', 'sheets'],
    ['-P', `${named}`, 'create-script', '--title', 'T'],
    ['-P', `${named}`, 'pull', '--json'],
    ['-P', `${named}`, 'push', '--force'],
    ['-P', `${named}`, 'list-versions'],
  ];
  const answers = (clasp: Clasp) => Promise.all(commands.map(async (args) => told(await clasp([...args]))));
  const before = process.env.HOME;
  process.env.HOME = home;
  try {
    expect(await answers(nobody.run)).toEqual(await answers(realClasp));
  } finally {
    process.env.HOME = before;
    rmSync(home, { recursive: true });
  }
});

/** As far as the deployment reads it. */
function told({ code, out, err }: Awaited<ReturnType<Clasp>>) {
  return { code, err: err.trim(), out: out.replace(/\s/g, '') };
}

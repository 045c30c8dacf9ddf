/** `npm run release -- --tag v1.0.0`: builds both profiles into out/release/, and writes the notes beside it. The release workflow attaches them. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundle } from '../../../build.mjs';
import { notesFor } from './notes';

const FOLDER = join('out', 'release');

/** What is attached: file names to contents. */
async function assets(): Promise<[name: string, content: string][]> {
  const [bound, addon] = await Promise.all([bundle(), bundle({ profile: 'addon' })]);
  return [
    ...Object.entries(bound),
    ...Object.entries(addon).map(([name, content]): [string, string] => [`addon-${name}`, content]),
  ];
}

async function versionOfPackage(): Promise<string> {
  const packaged: unknown = JSON.parse(await readFile('package.json', 'utf8'));
  const isVersioned = typeof packaged === 'object' && packaged !== null && 'version' in packaged;
  return isVersioned ? String(packaged.version) : '';
}

async function main(): Promise<void> {
  const version = await versionOfPackage();
  const { values } = parseArgs({ options: { tag: { type: 'string', default: `v${version}` } } });
  const notes = notesFor(values.tag, version, await readFile('CHANGELOG.md', 'utf8'));
  const files = await assets();
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  for (const [name, content] of files) await writeFile(join(FOLDER, name), content);
  await writeFile(join('out', 'release-notes.md'), notes);
  console.log(`${values.tag}: ${files.map(([name]) => name).join(', ')} in ${FOLDER}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

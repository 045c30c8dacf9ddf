/** `npm run release`: see `command.ts`. The release workflow attaches what it makes. */
import { readFile } from 'node:fs/promises';
import { bundle } from '../../../build.mjs';
import { main } from './command';

async function versionOfPackage(): Promise<string> {
  const packaged: unknown = JSON.parse(await readFile('package.json', 'utf8'));
  const isVersioned = typeof packaged === 'object' && packaged !== null && 'version' in packaged;
  return isVersioned ? String(packaged.version) : '';
}

process.exitCode = await main(process.argv.slice(2), {
  version: await versionOfPackage(),
  changelog: await readFile('CHANGELOG.md', 'utf8'),
  bundle: (profile) => bundle({ profile }),
  out: 'out',
  write: console.log,
  refuse: console.error,
});

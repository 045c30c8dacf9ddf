/** Finds a Chromium that starts: the one that npm brings on Linux x64, else one that is installed. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { chromium, type LaunchOptions } from 'playwright-core';

/** The package that holds a Chromium for Linux x64, with the shared libraries and the font that it needs. */
const PACKAGE = '@sparticuz/chromium';

/** It unpacks its shared libraries only where it believes to be in a Lambda, which this name of a runtime makes it do. */
const LAMBDA = { AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' };

/** Where distributions put a Chromium; Chrome and Edge are found by Playwright, as channels. */
const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** One that starts, how, and where it came from; or why there is none: a line for each that was tried. */
export type Found = { readonly options: LaunchOptions; readonly name: string } | { readonly missing: string };

/** Tries to start one after the other, up to the first that does. */
export async function findChromium(): Promise<Found> {
  const tried: string[] = [];
  for (const [name, optionsOf] of candidates()) {
    try {
      const options = await optionsOf();
      await (await chromium.launch(options)).close();
      return { options, name };
    } catch (error) {
      tried.push(`${name}: ${String(error).split('\n')[0]}`);
    }
  }
  return { missing: tried.join('\n') };
}

type Candidate = readonly [name: string, options: () => LaunchOptions | Promise<LaunchOptions>];

function candidates(): Candidate[] {
  const ours: Candidate[] =
    process.platform === 'linux' && process.arch === 'x64' ? [[PACKAGE, fromPackage]] : [];
  const installed = PLACES.filter((path) => existsSync(path)).map(
    (executablePath): Candidate => [executablePath, () => ({ executablePath })],
  );
  const channels = ['chrome', 'msedge'].map((channel): Candidate => [channel, () => ({ channel })]);
  return [...ours, ...installed, ...channels];
}

/** Nothing of the machine is needed but the C library: everything else comes along. */
async function fromPackage(): Promise<LaunchOptions> {
  const folder = await unpacked();
  return {
    executablePath: join(folder, 'chromium'),
    // Letters keep their own distances in the pictures. No page is open long enough for optimised code to pay for itself.
    args: ['--font-render-hinting=none', '--js-flags=--no-opt --no-maglev'],
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  };
}

/** Unpacks the package once for each version. Only what is complete gets the name that is looked for. */
async function unpacked(): Promise<string> {
  const folder = resolve('out', `chromium-${await versionOfPackage()}`);
  if (existsSync(folder)) return folder;
  await mkdir('out', { recursive: true });
  const fresh = await mkdtemp(`${folder}-`);
  const script = `const { default: packed } = await import('${PACKAGE}'); await packed.executablePath();`;
  const env = { ...process.env, ...LAMBDA, TMPDIR: fresh };
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], { env });
  await writeFile(join(fresh, 'fonts.conf'), fontsIn(folder));
  // Somebody else may have been quicker.
  await rename(fresh, folder).catch(() => rm(fresh, { recursive: true }));
  return folder;
}

/** It does not export its package.json, which is two folders above what it exports. */
async function versionOfPackage(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve(PACKAGE);
  const { version } = JSON.parse(await readFile(join(dirname(entry), '..', '..', 'package.json'), 'utf8'));
  return String(version);
}

/** The machine's fonts, and the package's where it has none. */
function fontsIn(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/font-cache</cachedir>
</fontconfig>
`;
}

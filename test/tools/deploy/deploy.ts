/** `npm run deploy`, once everything that it needs is installed (`deploy.mjs`). */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { bundle, writeDist } from '../../../build.mjs';
import { main } from './command';
import { realClasp } from './run-clasp';

/** By platform: what opens an address in the person's browser. */
const OPENERS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
};

/** Where nobody looks at a terminal there is no browser; where opening fails, the address was printed. */
function open(url: string): void {
  if (!process.stdout.isTTY) return;
  const [program, ...args] = OPENERS[process.platform] ?? ['xdg-open'];
  const child = spawn(program, [...args, url], { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}

process.exitCode = await main(process.argv.slice(2), {
  root: fileURLToPath(new URL('../../../', import.meta.url)),
  clasp: realClasp,
  build: async (profile) => writeDist(await bundle({ profile }), profile),
  open,
  out: (line) => console.log(line),
  err: (line) => console.error(line),
});

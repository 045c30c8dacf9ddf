/** `npm run parity`. */
import { spawn } from 'node:child_process';
import { buildParity } from './build';
import { realClasp } from './clasp';
import { main } from './command';
import { askLocally } from './local';

const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
};

/** Where there is no browser the printed address has to do. */
function openBrowser(url: string): void {
  const [program, ...args] = OPENERS[process.platform] ?? ['xdg-open'];
  spawn(program, [...args, url], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}

process.exitCode = await main(process.argv.slice(2), {
  build: buildParity,
  askLocally: async () => askLocally(await buildParity()).letter,
  write: console.log,
  refuse: console.error,
  clasp: realClasp,
  openBrowser,
});

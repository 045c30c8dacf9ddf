/** The person's browser, at the end of a command. */
import { spawn } from 'node:child_process';

/** By platform: what opens an address. */
const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
};

/** Opens an address that was printed before: where nobody looks at a terminal, or there is no browser, that has to do. */
export function openBrowser(url: string): void {
  if (!process.stdout.isTTY) return;
  const [program, ...args] = OPENERS[process.platform] ?? ['xdg-open'];
  spawn(program, [...args, url], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}

/** Opens an address in the person's browser. */
import { spawn } from 'node:child_process';

/** By platform: what opens an address. */
const OPENERS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
};

/** Where nobody looks at a terminal there is no browser; where opening fails, the address has been printed. */
export function openInBrowser(url: string): void {
  if (!process.stdout.isTTY) return;
  const [program, ...args] = OPENERS[process.platform] ?? ['xdg-open'];
  const child = spawn(program, [...args, url], { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}

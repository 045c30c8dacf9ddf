/** Runs clasp, Google's own tool for Apps Script, as a process of its own: it keeps the login, and sends the files. */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';

/** What clasp wrote, and how it ended. */
export interface Answered {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** clasp, or in a test a stand-in for it. */
export type Clasp = (args: readonly string[]) => Promise<Answered>;

/** The clasp of node_modules. Its output is no terminal, so it asks nothing, draws no spinner and opens no browser. */
export const realClasp: Clasp = (args) =>
  new Promise((resolve, reject) => {
    const program = createRequire(import.meta.url).resolve('@google/clasp');
    const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, out, err }));
  });

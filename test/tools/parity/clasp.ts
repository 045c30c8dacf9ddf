/** The way to Google: clasp in a folder of our own, and a plain sentence for every first step that is missing. */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { Stopped } from '../common/bad-input';

/** What a command said. */
export interface Ran {
  readonly status: number;
  readonly out: string;
}

/** Runs a command of clasp in a folder. Tests put a stand-in here. */
export type Clasp = (args: readonly string[], folder: string) => Ran;

/** The one of `node_modules`. */
export const realClasp: Clasp = (args, folder) => {
  const program = resolve('node_modules/@google/clasp/build/src/index.js');
  // Without `--project` clasp looks upwards, and finds the product's own project; named “.”, it takes the folder for one outside of it.
  const command = [program, '--project', resolve(folder), ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: folder, encoding: 'utf8' });
  return { status: status ?? 1, out: `${stdout}${stderr}` };
};

/** Each text of clasp or of Google, and what there is to do. */
const FIRST_STEPS: readonly (readonly [RegExp, string])[] = [
  [
    /no credentials found|not logged in|invalid_grant|unauthenticated|invalid credentials/i,
    'clasp is not logged in to Google, so nothing was made or changed there. Run `npx clasp login`, and then this again.',
  ],
  [
    /has not enabled the apps script api|apps script api.*(disabled|not been used)/i,
    'The Apps Script API is turned off in your account, so nothing was made or changed. Turn it on at https://script.google.com/home/usersettings, wait a minute, and run this again.',
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH/,
    'Google cannot be reached from here. Check the network or its proxy, and run this again; what was made so far is remembered.',
  ],
  [
    /requested entity was not found|script.*not found/i,
    'The scratch sheet of the last time is gone. Delete the folder out/parity, and run this again: it makes another one.',
  ],
  [/cannot find module/i, 'clasp is not installed. Run `npm ci`, and then this again.'],
];

/** Runs a command; throws Stopped with a sentence for the person where it fails. */
export function claspOrStop(clasp: Clasp, args: readonly string[], folder: string): string {
  const { status, out } = clasp(args, folder);
  const said = FIRST_STEPS.find(([text]) => text.test(out));
  if (status === 0 && !/^not logged in/im.test(out)) return out;
  throw new Stopped(said?.[1] ?? `clasp ${args[0]} failed, and this is all that it said: ${out.trim()}`);
}

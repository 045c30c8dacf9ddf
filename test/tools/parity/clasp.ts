/** The way to Google: clasp in a folder of our own, and a plain sentence where it fails. */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { Stopped } from '../common/bad-input';
import { notLoggedIn, refusalOfAll } from '../deploy/refusals';

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

/** What concerns the scratch sheet alone; what keeps an account from everything is said as by `npm run deploy`. */
const OF_THE_SCRATCH_SHEET: readonly (readonly [RegExp, string])[] = [
  [
    /requested entity was not found|script.*not found/i,
    'The scratch sheet of the last time is gone. Delete the folder out/parity, and run this again: it makes another one.',
  ],
  [/cannot find module/i, 'clasp is not installed. Run `npm ci`, and then this again.'],
];

/** Runs a command; throws Stopped with a sentence for the person where it fails. */
export function claspOrStop(clasp: Clasp, args: readonly string[], folder: string): string {
  const { status, out } = clasp(args, folder);
  const isOut = /^not logged in/im.test(out);
  if (status === 0 && !isOut) return out;
  throw new Stopped(
    isOut
      ? notLoggedIn()
      : (sentenceFor(out) ?? `clasp ${args[0]} failed, and this is all that it said: ${out.trim()}`),
  );
}

function sentenceFor(out: string): string | undefined {
  const own = OF_THE_SCRATCH_SHEET.find(([text]) => text.test(out))?.[1];
  return own ?? refusalOfAll(out, { step: 'push', subject: '', who: undefined });
}

/** Types and lint hold: `npm run check`, beside the tests, so that no processor waits for it. A project of its own, which no other command of Vitest plays. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const packaged: { readonly scripts: { readonly check: string } } = JSON.parse(
  readFileSync('package.json', 'utf8'),
);

/** The programs of that command, where npm has put them. */
const PROGRAMS: Readonly<Record<string, string>> = {
  tsc: 'node_modules/typescript/bin/tsc',
  biome: 'node_modules/@biomejs/biome/bin/biome',
};

/** What a program says, to wherever it says it; '' where all is well. */
async function complaintsOf(program: string, args: readonly string[]): Promise<string> {
  const run = promisify(execFile)(process.execPath, [program, ...args], { maxBuffer: 10_000_000 });
  return run.then(
    () => '',
    ({ stdout, stderr }: { stdout?: string; stderr?: string }) =>
      `${stdout}${stderr}` || 'it failed without a word',
  );
}

it.concurrent.each(packaged.scripts.check.split(' && '))('%s', async (command) => {
  const [name = '', ...args] = command.split(' ');
  expect(await complaintsOf(PROGRAMS[name] ?? name, args)).toBe('');
});

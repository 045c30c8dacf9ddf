/** Commands that are played in this process start as npm starts them, too. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const packaged: { readonly scripts: Readonly<Record<string, string>> } = JSON.parse(
  readFileSync('package.json', 'utf8'),
);

/** What a command prints that is started as npm starts it, and plays nothing. */
async function helpOf(name: string): Promise<string> {
  const [runner = '', file = ''] = packaged.scripts[name]?.split(' ') ?? [];
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', runner, file, '--help']);
  return stdout;
}

it.concurrent.each(['simulate', 'bench'])('npm run %s starts, and says what it can be told', async (name) => {
  expect(await helpOf(name)).toMatch(new RegExp(`^Usage: npm run ${name} -- `));
});

it('what needs accounts is loaded where no first step is missing', async () => {
  const help = async (name: string): Promise<string> => {
    const line = ['test/tools/common/begin.mjs', name, '--help'];
    return (await promisify(execFile)(process.execPath, line)).stdout;
  };
  const said = await Promise.all(['deploy', 'parity', 'probe'].map(help));
  expect(said).toEqual([
    expect.stringContaining('npm run deploy --'),
    expect.stringContaining('npm run parity --'),
    expect.stringContaining('npm run probe --'),
  ]);
});

/** What is typed wrong is refused in a sentence: a check that plays nothing must not look like one that passed. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parseBench } from './bench/options';
import { BadInput } from './common/bad-input';
import { parseSimulate } from './simulate-options';

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

describe('npm run simulate', () => {
  it('plays two hundred seeds from the first one on, unless others are named', () => {
    expect(parseSimulate([])).toMatchObject({ seeds: 200, from: 1, theme: '', hunted: undefined });
    expect(parseSimulate(['--seeds', '1', '--from', '40619'])).toMatchObject({ seeds: 1, from: 40_619 });
  });

  it('hunts all broken engines, or those that are named', () => {
    expect(parseSimulate(['--mutants'])).toMatchObject({ hunted: '' });
    expect(parseSimulate(['--mutant', 'mark'])).toMatchObject({ hunted: 'mark' });
  });

  it.each([['--seeds', 'ten'], ['--from', '-1'], ['--seed', '1'], ['7']])('refuses %s %s', (...args) => {
    expect(() => parseSimulate(args)).toThrow(BadInput);
  });
});

describe('npm run bench', () => {
  it('plays all jobs, or those that are named', () => {
    expect(parseBench([])).toMatchObject({ all: true, costs: 1 });
    expect(parseBench(['--case', '5,000', '--costs', '3'])).toMatchObject({
      all: false,
      costs: 3,
      cases: [{ name: '5,000 by menu' }, { name: '5,000 by sidebar' }],
    });
  });

  it.each([
    ['--case', 'nothing'],
    ['--costs', 'x'],
    ['--cases', '5,000'],
  ])('refuses %s %s', (...args) => {
    expect(() => parseBench(args)).toThrow(BadInput);
  });
});

it('both say what they can', () => {
  expect([parseSimulate(['--help']), parseBench(['--help'])]).toEqual(['help', 'help']);
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

/** The rules that keep `test/` a house one can find things in: who may import whom, and what every file says of itself. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { describe, expect, it } from 'vitest';
import { sourcesBelow } from './sources';

const files = sourcesBelow('test');

/** `test/world/world.ts` is in the room `world`. */
function roomOf(path: string): string {
  return path.split('/')[1] ?? '';
}

/** The files below `test/` that a file imports, types included, without their endings. */
function importsOf(path: string): string[] {
  return [...readFileSync(path, 'utf8').matchAll(/^(?:import|export|\}).* from '(\.[^']*)'/gm)]
    .map(([, to = '']) => join(dirname(path), to))
    .filter((imported) => imported.startsWith('test/'));
}

/** What each room may use besides itself and `src/`. */
const MAY_USE: Readonly<Record<string, readonly string[]>> = {
  unit: ['world', 'doubles'],
  scenarios: ['world', 'doubles'],
  simulation: ['world', 'doubles'],
  browser: ['tools', 'world', 'doubles'],
  tools: ['world', 'doubles'],
  check: [],
  world: ['doubles'],
  doubles: [],
};

/** `npm run simulate` is a tool to whoever types it, and the simulation to whoever reads it. */
const DOORS = ['test/tools/simulate/command.ts'];

/** Every import of a file of one room from another. */
const crossings = files.flatMap((path) =>
  importsOf(path)
    .filter((imported) => roomOf(imported) !== roomOf(path))
    .map((imported) => ({ path, imported })),
);

describe('imports in test/', () => {
  it('point one way: specs → world → doubles; browser → tools → world', () => {
    expect(crossings.length).toBeGreaterThan(100);
    const against = crossings
      .filter(({ path, imported }) => !MAY_USE[roomOf(path)]?.includes(roomOf(imported)))
      .filter(({ path }) => !DOORS.includes(path))
      .map(({ path, imported }) => `${path} imports ${imported}`);
    expect(against).toEqual([]);
  });

  it('never name a spec', () => {
    const against = files.filter((path) => importsOf(path).some((imported) => imported.endsWith('.test')));
    expect(against).toEqual([]);
  });

  it('keep the demonstration and the playground apart', () => {
    const tool = (path: string): string => path.split('/')[2] ?? '';
    const against = files
      .filter((path) => ['demo', 'playground'].includes(tool(path)) && roomOf(path) === 'tools')
      .flatMap((path) => importsOf(path).map((imported) => ({ path, imported })))
      .filter(({ imported }) => roomOf(imported) === 'tools')
      .filter(({ path, imported }) => ![tool(path), 'common'].includes(tool(imported)))
      .map(({ path, imported }) => `${path} imports ${imported}`);
    expect(against).toEqual([]);
  });
});

/** No file is so long that one has to search in it. */
const MOST_LINES = 300;

describe('every file of test/', () => {
  it('asks urlIn whether a text is an address: URL.canParse forgets letters such as ü once it is optimised', () => {
    const asks = /\bURL\.canParse\(/;
    expect(files.filter((path) => asks.test(readFileSync(path, 'utf8')))).toEqual([]);
  });

  it(`has at most ${MOST_LINES} lines`, () => {
    const lines = (path: string): number => readFileSync(path, 'utf8').split('\n').length - 1;
    expect(files.filter((path) => lines(path) > MOST_LINES)).toEqual([]);
  });

  it.each(files.filter((path) => !path.endsWith('.test.ts')))('%s opens with what it is for', (path) => {
    expect(readFileSync(path, 'utf8')).toMatch(/^\/\*[*\s]/);
  });
});

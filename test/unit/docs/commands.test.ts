/** Every command of package.json is run by a test, or says here why none can. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** What runs a command: a test, and what in it does so. Or the reason why there is none. */
type Run = readonly [test: string, by: string] | string;

const RUN: Readonly<Record<string, readonly Run[]>> = {
  build: [['unit/build', "execFileSync(process.execPath, ['build.mjs'])"]],
  start: [
    ['tools/playground/server/playground', 'startPlayground('],
    ['tools/playground/start', 'main('],
  ],
  demo: [
    ['tools/demo/demo', "'test/tools/demo/demo.ts'"],
    ['tools/demo/tour/tour', 'tour('],
  ],
  simulate: [
    ['tools/simulate/simulate', 'main('],
    ['tools/command-lines', "'simulate', 'bench'"],
  ],
  bench: [
    ['tools/bench/bench', 'main('],
    ['tools/command-lines', "'simulate', 'bench'"],
  ],
  probe: [['tools/probe/command', 'main(']],
  parity: [['tools/parity/command', 'main(']],
  deploy: [
    ['tools/deploy/deploy', 'desk.deploy('],
    ['tools/deploy/refusals', 'missingFirstStep('],
  ],
  edition: [['tools/edition/edition', 'main(']],
  release: [['tools/release/release', 'main(']],
  listing: [['browser/listing/listing', 'main(']],
  test: ['is this run'],
  check: ['is the second part of `npm test`, and CI runs it by itself on macOS and Windows'],
  format: ['writes what the lint of `check` refuses'],
};

const packaged: { readonly scripts: Record<string, string> } = JSON.parse(
  readFileSync('package.json', 'utf8'),
);

describe('the commands of package.json', () => {
  it('are all named here, and no others', () => {
    expect(Object.keys(RUN).sort()).toEqual(Object.keys(packaged.scripts).sort());
  });

  const runs = Object.entries(RUN).flatMap(([name, all]) => all.map((run) => ({ name, run })));
  const tested = runs.flatMap(({ name, run }) =>
    typeof run === 'string' ? [] : [{ name, path: run[0], by: run[1] }],
  );

  it.each(tested)('$name is run by $path', ({ path, by }) => {
    expect(readFileSync(`test/${path}.test.ts`, 'utf8').includes(by)).toBe(true);
  });

  it.each(Object.entries(packaged.scripts))('%s names only files that are there', (_, line) => {
    const files = line.split(' ').filter((word) => /\.m?[jt]s$/.test(word));
    expect(files.filter((path) => !existsSync(path))).toEqual([]);
  });

  it.each(Object.entries(packaged.scripts))('%s runs in any shell: %s', (_, line) => {
    // What cmd.exe on Windows reads otherwise.
    expect(line).not.toMatch(/['`$;|<>*]|(?:^|&& )[A-Z_]+=|\brm\b|\bcp\b|(?<!&)&(?!&)/);
  });
});

/** No file imports itself by a roundabout way: what goes round in a circle can only be understood, moved or tested as one. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { expect, it } from 'vitest';
import { sourcesBelow } from './sources';

const files = new Set(['src', 'test'].flatMap(sourcesBelow));

/** The files that a file imports, types included. */
function importsOf(path: string): string[] {
  const named = [...readFileSync(path, 'utf8').matchAll(/ from '(\.[^']*)'/g)];
  return named.flatMap(([, to = '']) => {
    const base = join(dirname(path), to);
    return [base, `${base}.ts`, `${base}.tsx`, `${base}/index.ts`].filter((file) => files.has(file));
  });
}

const imports = new Map([...files].map((path) => [path, importsOf(path)]));

/** Whether a file can be reached from itself. */
function isInCircle(path: string): boolean {
  const seen = new Set<string>();
  const ahead = [...(imports.get(path) ?? [])];
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    if (next === path) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    ahead.push(...(imports.get(next) ?? []));
  }
  return false;
}

it('imports never go round in a circle', () => {
  expect([...imports.values()].flat().length).toBeGreaterThan(files.size);
  expect([...files].filter(isInCircle)).toEqual([]);
});

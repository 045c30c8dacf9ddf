/** The list of long files names only files that are there. */
import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { SECONDS } from './longest-first';

it.each(Object.keys(SECONDS))('%s is a file of tests', (path) => {
  expect(existsSync(`test/${path}.test.ts`)).toBe(true);
});

/** What the documents name is there: each command of npm, each file and heading that they link to. */
import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { deadEnds } from './dead-ends';

const documents = readdirSync('docs')
  .filter((name) => name.endsWith('.md'))
  .map((name) => `docs/${name}`);

it.each([
  'README.md',
  'CHANGELOG.md',
  'test/README.md',
  ...documents,
])('%s leads nowhere that is not', (path) => {
  expect(deadEnds(path)).toEqual([]);
});

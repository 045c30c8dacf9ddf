/** CONTRIBUTING.md's list of how an option is added is true of one that was: a line in each of its files, and no other file knows it. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sourcesBelow } from '../sources';

const guide = readFileSync('CONTRIBUTING.md', 'utf8');
const list = guide.split('\n## How to add an option\n')[1]?.split('\n## ')[0] ?? '';
const listed = [...list.matchAll(/`((?:src|test)\/[\w/.-]+)`/g)].map(([, path = '']) => path);
const pattern = /`(\w+)` went this way/.exec(list)?.[1] ?? '';

/** How many lines of a file name the option. */
function linesIn(file: string): number {
  const named = new RegExp(`\\b${pattern}\\b`);
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => named.test(line)).length;
}

describe('the list of how an option is added', () => {
  it('names files that are there', () => {
    expect(listed.length).toBeGreaterThan(9);
    expect(listed.filter((file) => !existsSync(file))).toEqual([]);
  });

  it('names every source that knows the option which it points to', () => {
    const knowing = sourcesBelow('src').filter((file) => linesIn(file) > 0);
    expect(knowing.length).toBeGreaterThan(3);
    expect(knowing.filter((file) => !listed.includes(file))).toEqual([]);
  });

  it('asks for one line in each', () => {
    const files = listed.filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
    expect(files.filter((file) => linesIn(file) > 1)).toEqual([]);
  });
});

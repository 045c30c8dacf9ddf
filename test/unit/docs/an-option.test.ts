/** CONTRIBUTING.md's list of how an option is added is true of those that were: a line in each of its files, and no other file knows them. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sourcesBelow } from '../sources';

const guide = readFileSync('CONTRIBUTING.md', 'utf8');
const list = guide.split('\n## How to add an option\n')[1]?.split('\n## ')[0] ?? '';
const listed = [...list.matchAll(/`((?:src|test)\/[\w/.-]+)`/g)].map(([, path = '']) => path);
/** The options that it points to: one with a box, and one that is ticked. */
const [boxed = '', ticked = ''] = [...list.matchAll(/`(\w+)` went this way/g)].map(([, name = '']) => name);

/** How many lines of a file name an option. */
function linesIn(file: string, option: string): number {
  const named = new RegExp(`\\b${option}\\b`);
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => named.test(line)).length;
}

describe('the list of how an option is added', () => {
  it('names files that are there', () => {
    expect(listed.length).toBeGreaterThan(9);
    expect(listed.filter((file) => !existsSync(file))).toEqual([]);
  });

  it.each([boxed, ticked])('names every source that knows %s, and asks for one line in each', (option) => {
    const knowing = sourcesBelow('src').filter((file) => linesIn(file, option) > 0);
    expect(knowing.length).toBeGreaterThan(2);
    expect(knowing.filter((file) => !listed.includes(file))).toEqual([]);
    expect(knowing.filter((file) => linesIn(file, option) > 1)).toEqual([]);
  });

  it('asks for one line in what plays Linkup as well', () => {
    const files = listed.filter((file) => /^test\/.*(?<!\.test)\.ts$/.test(file));
    expect(files.filter((file) => linesIn(file, boxed) > 1)).toEqual([]);
  });
});

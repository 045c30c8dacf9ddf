/** The page of promises says what the oracles check, under the same numbers. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PROMISES } from './oracles/violation';

describe('the promises', () => {
  it.each(Object.entries(PROMISES))('%s is in docs/promises.md under its number: %s', (promise, words) => {
    expect(readFileSync('docs/promises.md', 'utf8')).toContain(`| ${promise} | ${words} |`);
  });
});

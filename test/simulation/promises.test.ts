/** The page of promises says what the oracles check, under the same numbers. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { THEMED_EVERY } from './engine/seeds';
import { THEMES } from './engine/themes';
import { MUTANTS } from './mutants';
import { PROMISES } from './oracles/violation';

describe('the promises', () => {
  it.each(Object.entries(PROMISES))('%s is in docs/promises.md under its number: %s', (promise, words) => {
    expect(readFileSync('docs/promises.md', 'utf8')).toContain(`| ${promise} | ${words} |`);
  });

  it('are tried as often as the page says', () => {
    const page = readFileSync('docs/promises.md', 'utf8');
    expect(page).toContain(`of the first ${THEMES.length * THEMED_EVERY} seeds`);
    expect(page).toContain(`breaks the engine in ${MUTANTS.length} ways`);
  });
});

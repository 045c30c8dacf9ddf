/** Each way in which the engine is broken on purpose still fits the engine that there is. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { patched } from './engine/bundles';
import { MUTANTS } from './mutants';
import { LOCKING } from './mutants/locking';

describe('a mutant', () => {
  it.each([...MUTANTS, ...LOCKING])('can be made: $name', ({ patches }) => {
    for (const patch of patches) {
      const source = readFileSync(`src/${patch.file}`, 'utf8');
      expect(patched(source, patch)).not.toBe(source);
    }
  });
});

/** A fact of the outside world, played on two editions: ours stands it, and the first edition shows that the play is able to fail. */
import { describe, expect, it } from 'vitest';
import { built } from './built';
import { firstEdition } from './first-edition';
import { THOROUGH } from './thorough';
import type { Edition } from './world';

/** Which of them the first edition plays in every run: one in twelve, always the same. */
const TWELFTH = 12;

/**
 * One test that ours passes, and one that the first edition breaks an expectation of the same play: anything else that goes
 * wrong there, such as a call that it does not know, proves nothing and fails. Play with `World.open(table, { edition })`.
 */
export function fact(name: string, play: (edition: Edition) => Promise<void> | void): void {
  describe(name, () => {
    it('holds', () => play(built()));
    it.runIf(THOROUGH || name.length % TWELFTH === 0)('is what the first edition broke', async () => {
      const broken: unknown = await Promise.resolve(play(await firstEdition)).catch(
        (thrown: unknown) => thrown,
      );
      expect(broken, 'the first edition stood it').toMatchObject({ name: 'AssertionError' });
    });
  });
}

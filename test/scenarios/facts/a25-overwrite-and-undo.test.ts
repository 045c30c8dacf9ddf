/** A25: what “overwrite” replaces is not kept, which is said before. */
import { expect } from 'vitest';
import { answered, CAPITALS } from '../../world/columns';
import { fact } from '../../world/fact';
import { ask, enrich, toFill } from '../../world/sidebar';

fact(
  'A25 an “overwrite” run replaces what was typed: that Undo brings nothing back is said in the offer',
  async (edition) => {
    const { world, id } = await answered({ edition });
    world.sheet.type(2, 2, 'My own');
    expect(ask(world, 'offer', toFill(world, id, { overwrite: true }))).toMatchObject({
      replaced: 3,
      stakes: [expect.stringMatching(/3 rows is replaced, typed values too\..* Undo empties these cells/)],
    });
    expect(ask(world, 'offer', toFill(world, id))).toMatchObject({ replaced: 0, stakes: [] });
    enrich(world, id, { overwrite: true });
    world.untilDone();
    expect(world.column('capital')).toEqual(CAPITALS);
    expect(ask(world, 'progress', { id })?.overwrote).toBe(true);
    ask(world, 'undo', { id, run: ask(world, 'progress', { id })?.run ?? '' });
    expect(world.column('capital')).toEqual(['', '', '']);
  },
);

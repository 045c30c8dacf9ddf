/** A19: without a free trigger nobody is told that answers come by themselves. */

import { expect } from 'vitest';
import { countryTable } from '../../world/countries';
import { fact } from '../../world/fact';
import { lastToast } from '../../world/reading';
import { MENU } from '../../world/says';
import { World } from '../../world/world';

const OWNER = 'owner@example.com';

const MINUTE = 60_000;

fact(
  'A19 with all triggers taken the last word is that answers do not come by themselves',
  async (edition) => {
    const google = { limits: { triggersPerUser: 0 } };
    const linkup = { queuedMs: [10 * MINUTE, 10 * MINUTE] } as const;
    const world = await World.open(countryTable(20), { edition, google, linkup });
    world.save({ name: 'Facts' });
    world.press(MENU.all, 'YES');
    expect(world.host.triggers.filter(({ user }) => user === OWNER)).toEqual([]);
    expect(lastToast(world)).toContain('cannot arrive by themselves');
    expect(lastToast(world)).not.toContain('Answers arrive by themselves');
  },
);

/** A row that is edited after its answer is marked outdated when anybody looks, and is right again once it is put back. */
import { describe, expect, it } from 'vitest';
import { CAPITAL_DRAFT } from '../../world/drafts';
import { lastToast } from '../../world/reading';
import { MENU, statusOf } from '../../world/says';
import { ask, enrich, follow, withFacts } from '../../world/sidebar';

const OUTDATED = 'Outdated: the row or its question has changed since it was asked';

describe('Portugal, typed over Angola after its answer', () => {
  it('is marked by opening the sidebar and by Check, billed by neither, and right again as Angola', async () => {
    const { world, id } = await withFacts([['Country'], ['Angola'], ['Peru']], {}, CAPITAL_DRAFT);
    enrich(world, id);
    follow(world, id);
    const status = () => world.column(statusOf('Facts'));
    world.sheet.type(2, 1, 'Portugal');
    ask(world, 'start', null);
    expect(status()).toEqual([OUTDATED, 'Done']);
    expect(world.column('capital')[0]).toBe('Luanda');
    world.sheet.type(2, 1, 'Angola');
    ask(world, 'start', null);
    expect(status()).toEqual(['Done', 'Done']);
    world.sheet.type(3, 1, 'Portugal');
    world.press(MENU.check);
    expect(status()).toEqual(['Done', OUTDATED]);
    expect(lastToast(world)).toBe('Nothing is running. 1 row has changed since: see Status.');
    const calls = world.host.calls.sheet;
    ask(world, 'start', null);
    const looking = world.host.calls.sheet - calls;
    world.sheet.type(3, 1, 'Peru');
    ask(world, 'start', null);
    world.host.calls.reset();
    ask(world, 'start', null);
    expect(world.host.calls.sheet).toBe(looking);
    expect(world.linkup.bill.entries).toHaveLength(2);
  });
});

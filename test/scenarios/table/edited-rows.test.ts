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

describe('a row that is edited after a sort of all that one sees, without the hidden cells', () => {
  const FOUR = [['Country'], ['Peru'], ['Chad'], ['Mali'], ['Mali']];

  /** Countries with their answers: all but the ledger is sorted, which nobody has put right. */
  async function sorted(table = FOUR) {
    const made = await withFacts(table, {}, CAPITAL_DRAFT);
    enrich(made.world, made.id);
    follow(made.world, made.id);
    made.world.sheet.sortRange(2, 1, table.length, 3, 1);
    return made;
  }

  it.each([
    ['is asked anew', 'Togo', 'Lomé', 4],
    ['gets the answer to what others ask', 'Mali', 'Bamako', 3],
  ])('%s: whose answer it holds is known by its cells', async (_, to, capital, billed) => {
    const { world } = await sorted();
    expect(world.column('Country')).toEqual(['Chad', 'Mali', 'Mali', 'Peru']);
    world.sheet.type(2, 1, to);
    world.press(MENU.all, 'YES');
    world.untilDone();
    expect(world.column('capital')).toEqual([capital, 'Bamako', 'Bamako', 'Lima']);
    expect(world.column(statusOf('Facts'))).toEqual(['Done', 'Done', 'Done', 'Done']);
    expect(world.linkup.bill.entries).toHaveLength(billed);
  });

  it('is no longer said to be done where the ledger of its answer went with a row that was deleted', async () => {
    const { world } = await sorted();
    world.sheet.deleteRows(3, 1);
    world.sheet.type(2, 1, 'Togo');
    ask(world, 'start', null);
    expect(world.column('capital')).toEqual(["N'Djamena", 'Bamako', 'Lima']);
    expect(world.column(statusOf('Facts'))).toEqual([OUTDATED, 'Done', 'Done']);
  });
});

/** A filter that was made before the columns of answers, and sorts the table without them: whoever looks puts that right. */
import { describe, expect, it } from 'vitest';
import { truth } from '../../world/countries';
import { CAPITAL_DRAFT } from '../../world/drafts';
import { lastToast } from '../../world/reading';
import { MENU, statusOf } from '../../world/says';
import { ask, enrich, follow, withFacts } from '../../world/sidebar';
import type { World } from '../../world/world';

const NAMES = ['Peru', 'Chad', 'Mali', 'Cuba', 'Iraq', 'Togo'];
const OUTDATED = 'Outdated: the row or its question has changed since it was asked';

/** Six countries with a filter over their two columns, asked and answered since. */
async function answered(): Promise<{ world: World; id: string }> {
  const table = [['Country', 'Rank'], ...NAMES.map((name, i) => [name, String((i * 5) % 6)])];
  const made = await withFacts(table, {}, CAPITAL_DRAFT);
  made.world.sheet.addFilter(1, 1, 7, 2);
  enrich(made.world, made.id);
  follow(made.world, made.id);
  return made;
}

/** What stands beside each country, and what should. */
const capitals = (world: World) => world.column('capital');
const rightOnes = (world: World) => world.column('Country').map((name) => truth(name).capital);
const statuses = (world: World) => world.column(statusOf('Facts'));

describe('a table that a filter over its own columns alone has sorted after the run', () => {
  it('is put right by opening the sidebar, for nothing', async () => {
    const { world } = await answered();
    world.sheet.sortFilter(1);
    expect(capitals(world)).not.toEqual(rightOnes(world));
    ask(world, 'start', null);
    expect(capitals(world)).toEqual(rightOnes(world));
    expect(new Set(statuses(world))).toEqual(new Set(['Done']));
    expect(world.linkup.bill.entries).toHaveLength(6);
  });

  it('is put right by Check, which says so; a cell that somebody typed stays where it is', async () => {
    const { world, id } = await answered();
    world.sheet.type(2, 3, 'Cuzco');
    world.sheet.sortFilter(1);
    world.press(MENU.check);
    expect(lastToast(world)).toContain(
      '3 rows had been sorted away from their answers: they have their answers back. 2 rows have changed since',
    );
    // Typed beside Peru, and left beside Chad: whose it is nobody can tell. The answer to Peru is on the sheet no more.
    expect(world.column('Country')).toEqual(['Chad', 'Cuba', 'Iraq', 'Mali', 'Peru', 'Togo']);
    expect(capitals(world)).toEqual(['Cuzco', 'Havana', 'Baghdad', 'Bamako', '', 'Lomé']);
    expect(statuses(world)).toEqual([OUTDATED, 'Done', 'Done', 'Done', OUTDATED, 'Done']);
    world.press(MENU.check);
    expect(lastToast(world)).toBe('Nothing is running.');
    // Linkup still has it: the next run brings it, for nothing.
    enrich(world, id);
    world.untilDone();
    expect(capitals(world)).toEqual(['Cuzco', 'Havana', 'Baghdad', 'Bamako', 'Lima', 'Lomé']);
    expect(world.linkup.bill.entries).toHaveLength(6);
  });
});

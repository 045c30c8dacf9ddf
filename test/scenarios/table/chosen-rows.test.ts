/** The rows that were chosen are asked anew, whatever a start puts right in them first and whatever others hold; and what is typed into others stays. */
import { describe, expect, it } from 'vitest';
import { CAPITAL_DRAFT } from '../../world/drafts';
import { halfFilled } from '../../world/half-filled';
import { MENU } from '../../world/says';
import { ask, enrich, follow, toFill, withFacts } from '../../world/sidebar';
import type { World } from '../../world/world';

const THREE = [['Country'], ['Peru'], ['Chad'], ['Mali']];

const OVERWRITE = { scope: 'all', overwrite: true } as const;

/** Overwrites all; how many questions were offered, and how many were sent for them. */
function overwritten(world: World, id: string): { offered: number; sent: number } {
  const before = world.linkup.tasks.length;
  const offered = ask(world, 'offer', toFill(world, id, OVERWRITE)).questions;
  enrich(world, id, OVERWRITE);
  follow(world, id);
  return { offered, sent: world.linkup.tasks.length - before };
}

describe('rows that are all to be asked again', () => {
  it('are, where one holds the answer to what another one asks by now, in a column of the person’s own', async () => {
    const fills = [{ name: 'capital', kind: 'text', fills: { heading: 'Capital' } }] as const;
    const table = THREE.map(([name = ''], i) => [name, i === 0 ? 'Capital' : '']);
    const { world, id } = await halfFilled({}, { fields: fills }, table);
    enrich(world, id);
    follow(world, id);
    world.sheet.type(4, 1, 'Peru');
    enrich(world, id);
    follow(world, id);
    world.sheet.type(2, 1, 'Mali');
    expect(overwritten(world, id)).toEqual({ offered: 3, sent: 3 });
    expect(world.column('Capital')).toEqual(['Bamako', "N'Djamena", 'Lima']);
  });

  it('are, after the names alone were sorted, by the menu too', async () => {
    const { world, id } = await withFacts(THREE, {}, CAPITAL_DRAFT);
    enrich(world, id);
    follow(world, id);
    world.sheet.sortRange(2, 1, 4, 1, 1);
    world.host.spreadsheet.select(world.sheet, { row: 2, column: 1, rows: 3, columns: 1 });
    world.press(MENU.again, 'YES');
    world.untilDone();
    expect(world.linkup.tasks).toHaveLength(6);
    expect(world.column('capital')).toEqual(["N'Djamena", 'Bamako', 'Lima']);
  });

  it('are, where a person typed beside the answer that goes; what is typed beside another row’s question stays', async () => {
    const table = [
      ['Country', 'Capital', 'Money'],
      ['Peru', '', 'my money'],
      ['Chad', '', ''],
      ['Mali', '', ''],
      ['Mali', 'my capital', ''],
    ];
    const { world, id } = await halfFilled({}, {}, table);
    enrich(world, id);
    follow(world, id);
    const choice = toFill(world, id, { scope: 'selected', overwrite: true });
    world.sheet.type(2, 1, 'Mali');
    world.host.spreadsheet.select(world.sheet, { row: 2, column: 1, rows: 1, columns: 1 });
    // No look at the table in between, which would have put it right.
    const { total } = ask(world, 'offer', choice);
    ask(world, 'enrich', { ...choice, total, cap: total });
    follow(world, id);
    expect(world.linkup.tasks).toHaveLength(4);
    expect(world.column('Capital')).toEqual(['Bamako', "N'Djamena", 'Bamako', 'my capital']);
    expect(world.column('Money')[0]).toBe('West African CFA franc');
  });
});

describe('a row that asks the same as one that is overwritten, and holds something typed over its answer', () => {
  it.each([
    'overwrite',
    'again',
  ])('keeps it, with its ledger, and its old answer is no new one: %s', async (how) => {
    const { world, id } = await withFacts([['Country'], ['Mali'], ['Mali'], ['Chad']], {}, CAPITAL_DRAFT);
    enrich(world, id);
    follow(world, id);
    world.sheet.type(3, 2, 'my capital');
    ask(world, 'start', null);
    const before = world.sheet.displayRows()[2];
    world.host.spreadsheet.select(world.sheet, { row: 2, column: 1, rows: 1, columns: 1 });
    if (how === 'again') world.press(MENU.again, 'YES');
    else enrich(world, id, { scope: 'selected', overwrite: true });
    follow(world, id);
    expect(world.linkup.tasks).toHaveLength(3);
    expect(world.sheet.displayRows()[2]).toEqual(before);
    expect(world.column('capital')).toEqual(['Bamako', 'my capital', "N'Djamena"]);
  });
});

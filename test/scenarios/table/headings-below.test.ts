/** Headings below titles: the last frozen row holds them when the first enrichment is saved, and goes on holding them. */
import { describe, expect, it } from 'vitest';
import { SAYS } from '../../world/says';
import { ask, enrich, follow, saved, withFacts } from '../../world/sidebar';
import { World } from '../../world/world';

const TABLE = [
  ['Markets 2026', '', ''],
  ['', '', ''],
  ['Country', 'Note', 'Region'],
  ['Peru', 'a', 'x'],
  ['Chad', 'b', 'x'],
  ['Mali', 'c', 'x'],
];

/** The same with so many rows frozen. */
async function frozen(rows: number): Promise<World> {
  const world = await World.open(TABLE);
  world.sheet.frozenRows = rows;
  return world;
}

const row = (world: World, at: number): string[] => world.sheet.displayRows()[at - 1] ?? [];

/** What stands below a heading in a row, from that row on. */
function below(world: World, at: number, heading: string): string[] {
  const column = row(world, at).indexOf(heading);
  return world.sheet
    .displayRows()
    .slice(at)
    .map((cells) => cells[column] ?? '');
}

const marks = ({ host }: World): number => [...host.spreadsheet.allMetadata()].length;

describe('headings in the last frozen row', () => {
  it('are what a question names, and what the new columns stand beside', async () => {
    const world = await frozen(3);
    expect(ask(world, 'start', null)).toMatchObject({
      headings: ['Country', 'Note', 'Region'],
      sample: { Country: 'Peru', Note: 'a' },
    });
    const id = saved(world);
    enrich(world, id);
    follow(world, id);
    expect(row(world, 1).join('')).toBe('Markets 2026');
    expect(row(world, 2).join('')).toBe('');
    expect(below(world, 3, 'capital')).toEqual(['Lima', "N'Djamena", 'Bamako']);
    expect(world.linkup.tasks).toHaveLength(3);
  });

  it('are those of a column of the person’s own that is filled, also by the first enrichment of the sheet', async () => {
    const world = await World.open([
      ['Markets 2026', ''],
      ['Country', 'Capital'],
      ['Peru', ''],
      ['Chad', 'My capital'],
    ]);
    world.sheet.frozenRows = 2;
    const fields = [{ name: 'Capital', kind: 'text' as const, fills: { heading: 'Capital' } }];
    const id = saved(world, { name: 'Facts', template: 'The capital of {{Country}}', fields });
    enrich(world, id);
    follow(world, id);
    expect(below(world, 2, 'Capital')).toEqual(['Lima', 'My capital']);
    expect(row(world, 1).join('')).toBe('Markets 2026');
    expect(world.linkup.tasks).toHaveLength(1);
  });

  it('stay where they are when other rows are frozen, and when rows come above them in mid-run', async () => {
    const world = await frozen(3);
    const id = saved(world);
    world.sheet.frozenRows = 1;
    enrich(world, id);
    world.sheet.insertRows(1, 2);
    follow(world, id);
    const other = saved(world, { name: 'Money', fields: [{ name: 'money', kind: 'text' }] });
    expect(row(world, 5)).toContain('Money status');
    expect(below(world, 5, 'capital')).toEqual(['Lima', "N'Djamena", 'Bamako']);
    expect(below(world, 5, 'Facts status')).toEqual(TABLE.slice(3).map(() => SAYS.done));
    expect(world.linkup.tasks).toHaveLength(3);
    for (const each of [id, other]) ask(world, 'remove', { id: each, columns: 'delete' });
    expect(marks(world)).toBe(0);
    expect(world.sheet.displayRows().slice(2)).toEqual(TABLE);
  });

  it('can be undone run by run', async () => {
    const world = await frozen(3);
    const id = saved(world);
    enrich(world, id);
    const run = follow(world, id).at(-1)?.run ?? '';
    expect(ask(world, 'undo', { id, run })).toEqual({ cleared: 3, kept: 0, later: 0, earlier: 0 });
    expect(below(world, 3, 'capital')).toEqual(['', '', '']);
  });

  it('are those of the last frozen row that shows anything', async () => {
    const world = await World.open([...TABLE.slice(2, 3), ['', '', ''], ...TABLE.slice(3)]);
    world.sheet.frozenRows = 2;
    expect(ask(world, 'start', null).headings).toEqual(['Country', 'Note', 'Region']);
  });
});

it('headings in row 1 stay there when more rows are frozen after the Save', async () => {
  const { world, id } = await withFacts(TABLE.slice(2));
  world.sheet.frozenRows = 2;
  enrich(world, id);
  follow(world, id);
  expect(world.column('capital')).toEqual(['Lima', "N'Djamena", 'Bamako']);
});

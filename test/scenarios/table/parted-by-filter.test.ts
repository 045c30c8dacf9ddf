/** A filter that was made before the columns of answers, and sorts the table without them: whoever looks puts that right. */
import { describe, expect, it } from 'vitest';
import { ExecutionKilled } from '../../doubles/google';
import { truth } from '../../world/countries';
import { CAPITAL_DRAFT } from '../../world/drafts';
import { lastToast } from '../../world/reading';
import { MENU, statusOf } from '../../world/says';
import { ask, codeOf, enrich, follow, withFacts } from '../../world/sidebar';
import { THOROUGH } from '../../world/thorough';
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

/** What the filter is over, and which of its columns it wants something of. */
function filterOf(world: World): readonly unknown[] {
  const { rect, criteria } = world.sheet.filter ?? {};
  return [rect && [rect.row, rect.column, rect.rows, rect.columns], [...(criteria ?? [])]];
}

const WANTS = [
  [1, { condition: { type: 'TEXT_DOES_NOT_CONTAIN', values: ['Iraq'] } }],
  [2, { hiddenValues: ['3'] }],
] as const;

/** A saved enrichment beside a filter over A:B that wants something of both columns. */
async function filtered(knob: 'sheet' | 'range' = 'sheet'): Promise<World> {
  const table = [['Country', 'Rank'], ...NAMES.map((name, i) => [name, String(i)])];
  const { world } = await withFacts(table, { google: { filterPositions: knob } }, CAPITAL_DRAFT);
  world.sheet.addFilter(1, 1, 7, 2);
  for (const [column, criterion] of WANTS) world.sheet.setCriterion(column, criterion);
  return world;
}

const hidden = (world: World) => [2, 3, 4, 5, 6, 7].filter((row) => world.sheet.row(row).filtered);

describe('a filter that leaves the answers out', () => {
  it('is named after Save, and made again over them at a press, with all that it wants', async () => {
    const world = await filtered();
    const before = hidden(world);
    expect(before).toEqual([5, 6]);
    const { sheetId, sorting } = ask(world, 'start', null);
    expect(sorting).toEqual({ back: 0, filter: { over: 'A1:B7', wider: 'A1:G7' } });
    expect(filterOf(world)).toEqual([[1, 1, 7, 2], WANTS]);
    ask(world, 'widenFilter', { sheetId, over: 'A1:B7' });
    expect(filterOf(world)).toEqual([[1, 1, 7, 7], WANTS]);
    expect(hidden(world)).toEqual(before);
    expect(ask(world, 'start', null).sorting.filter).toBeNull();
    expect(codeOf(world, 'widenFilter', { sheetId, over: 'A1:B7' })).toBe('filter-changed');
  });

  it('that is cut short at any call is made whole by the next look', async () => {
    for (let call = 0; ; call += THOROUGH ? 1 : 2) {
      const world = await filtered();
      const { sheetId } = ask(world, 'start', null);
      let calls = 0;
      world.host.onServiceCall = ({ kind }) => {
        if (['write', 'change', 'flush', 'propertyWrite'].includes(kind) && calls++ === call)
          throw new ExecutionKilled();
      };
      const widen = () => ask(world, 'widenFilter', { sheetId, over: 'A1:B7' });
      if (call > 20) throw new Error('it is never done');
      let isDone = true;
      try {
        widen();
      } catch {
        isDone = false;
      }
      world.host.onServiceCall = undefined;
      ask(world, 'start', null);
      const [rect, wants] = filterOf(world);
      expect(wants).toEqual(WANTS);
      expect([2, 7]).toContain(Array.isArray(rect) && rect[3]);
      if (isDone) return;
    }
  });

  it('that wants a colour is left as it is, in words', async () => {
    const world = await filtered();
    world.sheet.setCriterion(2, { background: '#ff0000' });
    const before = filterOf(world);
    expect(codeOf(world, 'widenFilter', { sheetId: world.sheet.id, over: 'A1:B7' })).toBe('filter-not-kept');
    expect(filterOf(world)).toEqual(before);
  });

  it.each([
    'sheet',
    'range',
  ] as const)('and begins in B is counted from the %s as Google does', async (from) => {
    const { world } = await withFacts(
      [['No', 'Country'], ...NAMES.map((name, i) => [String(i), name])],
      { google: { filterPositions: from } },
      CAPITAL_DRAFT,
    );
    world.sheet.addFilter(1, 2, 7, 2);
    world.sheet.setCriterion(2, { hiddenValues: ['Cuba'] });
    ask(world, 'widenFilter', { sheetId: world.sheet.id, over: 'B1:B7' });
    expect(filterOf(world)).toEqual([[1, 2, 7, 6], [[2, { hiddenValues: ['Cuba'] }]]]);
    expect(hidden(world)).toEqual([5]);
  });
});

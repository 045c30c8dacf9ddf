/** Rows whose answer stands: with an empty field, asked again, refreshed, or let go without being asked. */
import { describe, expect, it } from 'vitest';
import { rectOf } from '../../doubles/google/model/geometry';
import { ChangingWeb } from '../../world/changing';
import { countryTable } from '../../world/countries';
import { receipts } from '../../world/reading';
import { pass, schedule } from '../../world/schedules';
import { ask, enrich, follow, toFill, withFacts } from '../../world/sidebar';
import type { World } from '../../world/world';

const TABLE = [['Country'], ['Peru'], ['Chad'], ['Mali']];
const STATUS = 'Facts status';
const DAILY = { fresh: true, changed: true, failed: true, days: 1 };

const asked = (world: World): number => world.linkup.bill.entries.length;

function columnOf(world: World, heading: string): number {
  return (world.sheet.displayRows()[0] ?? []).indexOf(heading) + 1;
}

const past = (world: World) => ask(world, 'pastRuns', { sheetId: world.sheet.id }).runs;

function runs(world: World): string[] {
  return past(world).map(({ run }) => run);
}

/** Three countries, answered as the web then is. */
async function answered(prepare: (web: ChangingWeb) => void = () => {}) {
  const web = new ChangingWeb();
  prepare(web);
  const { world, id } = await withFacts(TABLE, { knowledge: web });
  enrich(world, id);
  const run = follow(world, id).at(-1)?.run ?? '';
  return { web, world, id, run };
}

describe('a row with an empty field', () => {
  const withoutArea = () => answered((web) => web.says('Chad', 'area'));

  it('says so, is asked by nobody but who asks for it, and then gets what is missing', async () => {
    const { web, world, id } = await withoutArea();
    expect(world.column(STATUS)).toEqual(['Done', 'Done · nothing for area', 'Done']);
    expect(ask(world, 'offer', toFill(world, id)).questions).toBe(0);
    const all = ask(world, 'offer', toFill(world, id, { scope: 'all' }));
    expect(all).toMatchObject({ questions: 1, others: { fill: 0, all: 1 } });
    web.says('Chad', 'area', 1_284_000);
    web.says('Chad', 'capital');
    enrich(world, id, { scope: 'all' });
    follow(world, id);
    expect(asked(world)).toBe(4);
    expect([world.column('capital')[1], world.column('area')[1]]).toEqual(["N'Djamena", '1284000']);
    expect(world.column(STATUS)[1]).toBe('Done · area (blank) → 1284000');
    expect(ask(world, 'offer', toFill(world, id, { scope: 'all' })).questions).toBe(0);
  });

  it('keeps its answer, and is not asked by itself, where asking again finds nothing', async () => {
    const { web, world, id } = await withoutArea();
    web.forgets('Chad');
    enrich(world, id, { scope: 'all' });
    follow(world, id);
    expect(world.column('capital')[1]).toBe("N'Djamena");
    expect(world.column(STATUS)[1]).toBe('Done · asked again, nothing found');
    expect(ask(world, 'offer', toFill(world, id))).toMatchObject({ questions: 0, others: { all: 1 } });
  });

  it('loses by Undo what was found later, and no more', async () => {
    const { web, world, id } = await withoutArea();
    web.says('Chad', 'area', 1_284_000);
    enrich(world, id, { scope: 'all' });
    const later = follow(world, id).at(-1)?.run ?? '';
    expect(ask(world, 'undo', { id, run: later })).toMatchObject({ cleared: 1 });
    expect([world.column('capital')[1], world.column('area')[1]]).toEqual(["N'Djamena", '']);
    expect(world.column(STATUS)[1]).toBe('Done · nothing for area');
    expect(ask(world, 'offer', toFill(world, id))).toMatchObject({ questions: 0, others: { all: 1 } });
  });

  it('is counted by its run and in the receipt, and told with the names of its empty fields', async () => {
    const { world, id } = await withoutArea();
    expect(ask(world, 'progress', { id })?.counts).toMatchObject({ done: 3, partial: 1 });
    expect(receipts(world)[0]).toMatchObject({ 'With an empty field': '1', Note: '' });
    world.host.spreadsheet.select(world.sheet, rectOf(3, 1, 3, 1));
    expect(ask(world, 'aboutRow', { id })).toMatchObject({ standing: 'answered', empty: 'area' });
  });
});

describe('a row that is let go without being asked again', () => {
  it('stands as it was answered, of the same age, and its run can still be undone', async () => {
    const { world, id, run } = await answered();
    const before = world.sheet.displayRows();
    world.clock.sleep(3_600_000);
    enrich(world, id, { overwrite: true, cap: 0.006 });
    follow(world, id);
    expect(asked(world)).toBe(4);
    expect(world.sheet.displayRows().slice(2)).toEqual(before.slice(2));
    expect(world.column(STATUS)).toEqual(['Done', 'Done', 'Done']);
    expect(ask(world, 'offer', toFill(world, id)).questions).toBe(0);
    expect(ask(world, 'undo', { id, run })).toEqual({ cleared: 2, kept: 0, later: 1, earlier: 0 });
  });

  it('is nothing that was typed, after nights with a cap', async () => {
    const { world, id } = await withFacts(countryTable(6));
    enrich(world, id);
    follow(world, id);
    schedule(world, id, { cap: 0.012, rows: DAILY });
    pass(world, 24 * 2);
    expect(asked(world)).toBe(6 + 2 * 2);
    expect(world.column(STATUS)).toEqual(Array(6).fill('Done'));
    expect(ask(world, 'offer', toFill(world, id)).questions).toBe(0);
  });
});

describe('a refresh', () => {
  it('writes what changed and says so, and leaves what is not answered any more', async () => {
    const { web, world, id, run } = await answered();
    schedule(world, id, { rows: DAILY });
    web.says('Peru', 'area', 1_285_220);
    web.says('Chad', 'area');
    web.forgets('Mali');
    const before = world.sheet.displayRows();
    pass(world, 24);
    expect(world.column('area')).toEqual(['1285220', '1284000', before[3]?.[columnOf(world, 'area') - 1]]);
    expect(world.column('capital')).toEqual(['Lima', "N'Djamena", 'Bamako']);
    expect(world.column(STATUS)).toEqual([
      'Done · area 1285216 → 1285220',
      'Done',
      'Done · asked again, nothing found',
    ]);
    const [night = ''] = runs(world);
    expect(ask(world, 'undo', { id, run: night })).toEqual({ cleared: 1, kept: 0, later: 0, earlier: 2 });
    expect(world.column('area')).toEqual(['', '1284000', before[3]?.[columnOf(world, 'area') - 1]]);
    expect(ask(world, 'undo', { id, run })).toMatchObject({ kept: 0, later: 2 });
  });

  it('leaves the answer where it fails, asks it no sooner again than any other, and bills what was answered', async () => {
    const { world, id } = await answered();
    schedule(world, id, { rows: { ...DAILY, days: 2 } });
    pass(world, 24);
    world.linkup.knobs.failWhen = () => 'CONFLICT';
    pass(world, 24);
    const failed = world.linkup.ownTasks.length;
    expect(failed).toBe(6);
    expect(world.column('capital')).toEqual(['Lima', "N'Djamena", 'Bamako']);
    for (const status of world.column(STATUS)) expect(status).toMatch(/^Done · asked again, failed: ./);
    const told = past(world);
    expect(told[0]).toMatchObject({ cost: 0 });
    pass(world, 24);
    expect(world.linkup.ownTasks.length).toBe(failed);
    pass(world, 24);
    expect(world.linkup.ownTasks.length).toBe(9);
  });

  it('never takes away what a person typed, nor what they typed while it was asked', async () => {
    const { web, world, id } = await answered();
    schedule(world, id, { rows: DAILY });
    web.says('Peru', 'area', 1);
    web.says('Chad', 'area', 2);
    world.sheet.type(2, columnOf(world, 'area'), '77');
    pass(world, 24);
    expect(world.column('area').slice(0, 2)).toEqual(['77', '2']);
  });
});

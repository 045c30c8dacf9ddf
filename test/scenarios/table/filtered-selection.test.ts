/** Selected rows under a filter: how many calls it takes to tell which of them it hides, and what happens where that cannot be told. */
import { describe, expect, it } from 'vitest';
import { rectOf } from '../../doubles/google/model/geometry';
import type { FilterCriterion } from '../../doubles/google/model/regions';
import { CAPITAL_DRAFT } from '../../world/drafts';
import { lastDialog, replyTo } from '../../world/reading';
import { MENU, statusOf } from '../../world/says';
import { ask, codeOf, toFill } from '../../world/sidebar';
import { THOROUGH } from '../../world/thorough';
import { World, type WorldOptions } from '../../world/world';

const REGIONS = ['North', 'South', 'East', 'West'];

/** So many places in four regions by turns, all of them selected, and a filter on the first two columns. */
async function places(count: number, region?: FilterCriterion, options: WorldOptions = {}): Promise<World> {
  const rows = Array.from({ length: count }, (_, i) => [`Place ${i + 1}`, REGIONS[i % 4] ?? '']);
  const world = await World.open([['Country', 'Region'], ...rows], options);
  world.save({});
  world.sheet.addFilter(1, 1, count + 1, 9);
  if (region) world.sheet.setCriterion(2, region);
  world.host.spreadsheet.select(world.sheet, rectOf(1, 1, count + 1, 9));
  world.host.calls.reset();
  return world;
}

const NOT_SOUTH: FilterCriterion = { hiddenValues: ['South'] };

/** What the menu offers for the selected rows, of which nothing is then asked. */
function offered(world: World): string {
  world.press(MENU.again, 'NO');
  return lastDialog(world);
}

const called = ({ host }: World, method: string): number => host.calls.byMethod.get(method) ?? 0;

/** What a person types while the filter is on: rows stay shown or hidden as they are. */
function edit(world: World, row: number, region: string): void {
  world.sheet.type(row, 2, region);
}

const UNCLEAR = /^Which of the [\d,]+ selected rows the filter hides cannot be told at once/;
const CUSTOM: FilterCriterion = {
  condition: { type: 'CUSTOM_FORMULA', values: ['=B2<>"South"'] },
  formula: (shown) => shown !== 'South',
};

/** As many as are promised to take at most 50 calls; unless thorough, a quarter of them, and what such calls do not grow with. */
const MANY = THOROUGH ? 20_000 : 5_000;
const CALLS = THOROUGH ? 50 : 42;

describe('thousands of selected rows under a filter', () => {
  it('are told apart in few calls; where they cannot be, nothing is asked, in menu and sidebar', async () => {
    const world = await places(MANY, NOT_SOUTH);
    expect(offered(world)).toContain(`${((MANY * 3) / 4).toLocaleString('en')} rows to ask`);
    expect(lastDialog(world)).toContain(
      'A hidden row whose cells were edited since the filter was set may be asked.',
    );
    expect(world.host.calls.sheet).toBeLessThanOrEqual(CALLS);
    const id = ask(world, 'start', null).enrichments[0]?.id ?? '';
    const visible = toFill(world, id, { scope: 'visible' });
    world.host.calls.reset();
    expect(ask(world, 'offer', visible).rows).toBe((MANY * 3) / 4);
    expect(world.host.calls.sheet).toBeLessThanOrEqual(CALLS);
    world.sheet.setCriterion(2, CUSTOM);
    world.host.calls.reset();
    world.press(MENU.again, 'OK');
    expect(lastDialog(world)).toMatch(UNCLEAR);
    expect(codeOf(world, 'offer', toFill(world, id, { scope: 'selected' }))).toBe('filter-unclear');
    expect(called(world, 'Sheet.isRowHiddenByFilter')).toBe(0);
    expect(world.linkup.tasks).toEqual([]);
  });
});

describe('selected rows', () => {
  it('that a filter hides are neither asked nor billed', async () => {
    const world = await places(60, NOT_SOUTH);
    world.press(MENU.again, 'YES');
    world.untilDone();
    expect(world.linkup.tasks).toHaveLength(45);
    expect(world.column(statusOf('Facts')).filter((_, i) => i % 4 === 1)).toEqual(Array(15).fill(''));
  });

  it('up to 40 are asked about one by one, and nothing is said of edits', async () => {
    const world = await places(40, NOT_SOUTH);
    edit(world, 2, 'South');
    edit(world, 3, 'North');
    expect(offered(world)).toContain('30 rows to ask');
    expect(lastDialog(world)).not.toContain('edited since the filter was set');
    expect(called(world, 'Sheet.isRowHiddenByFilter')).toBe(40);
  });

  it.each<[string, FilterCriterion]>([
    ['a formula', CUSTOM],
    ['a colour', { background: '#ffffff' }],
  ])('up to 500 are asked about one by one where the filter goes by %s', async (_, criterion) => {
    const world = await places(300, criterion);
    expect(offered(world)).toContain(`${criterion.formula ? 225 : 300} rows to ask`);
    expect(called(world, 'Sheet.isRowHiddenByFilter')).toBe(300);
  });

  it('below and above a filter are never hidden by it', async () => {
    const world = await places(60);
    world.sheet.removeFilter();
    world.sheet.addFilter(5, 1, 56, 9);
    world.sheet.setCriterion(2, { hiddenValues: REGIONS });
    expect(offered(world)).toContain('9 rows to ask');
  });

  it('that a formula leaves open are asked about, of those that a list does not hide', async () => {
    const world = await places(1_200, { hiddenValues: ['South', 'East', 'West'] });
    world.sheet.setCriterion(1, { ...CUSTOM, formula: (shown) => shown !== 'Place 5' });
    expect(offered(world)).toContain('299 rows to ask');
    expect(called(world, 'Sheet.isRowHiddenByFilter')).toBeLessThanOrEqual(300 + 12);
  });
});

describe('selected rows that were hidden by hand', () => {
  it('are counted in the offer up to 40 of them, and said not to be known of more', async () => {
    const world = await places(41);
    world.sheet.removeFilter();
    world.sheet.hideRows(3, 2);
    expect(offered(world)).toContain('of so many rows it cannot be told whether there are any');
    expect(called(world, 'Sheet.isRowHiddenByUser')).toBe(0);
    world.host.spreadsheet.select(world.sheet, rectOf(1, 1, 11, 9));
    expect(offered(world)).toContain('10 rows to ask');
    expect(lastDialog(world)).toContain(
      '2 of these rows are hidden by hand, and asked and billed all the same.',
    );
    world.host.spreadsheet.select(world.sheet, rectOf(5, 1, 11, 9));
    expect(offered(world)).not.toContain('by hand');
  });
});

describe('a try', () => {
  const tryOne = (world: World) =>
    replyTo(world, 'tryOne', { sheetId: world.sheet.id, draft: CAPITAL_DRAFT });

  it('takes the first selected row that can be seen, however many are selected and whatever was edited', async () => {
    const world = await places(600, { hiddenValues: ['North', 'South'] });
    edit(world, 2, 'East');
    expect(tryOne(world)).toMatchObject({ ok: true, result: { row: 4 } });
    expect(called(world, 'Sheet.isRowHiddenByFilter')).toBe(3);
  });

  it('is refused in words where none of the first 500 selected rows can be seen', async () => {
    const world = await places(600, { hiddenValues: REGIONS });
    expect(tryOne(world)).toMatchObject({ ok: false, code: 'filter-unclear' });
    expect(world.linkup.bill.entries).toEqual([]);
  });
});

describe('a filter that was set before cells were edited', () => {
  it('is noticed, and up to 500 rows are asked about one by one', async () => {
    const world = await places(300, NOT_SOUTH);
    edit(world, 2, 'South');
    edit(world, 3, 'North');
    expect(offered(world)).toContain('225 rows to ask');
    expect(lastDialog(world)).not.toContain('edited since the filter was set');
  });

  it('is noticed among more rows, and nothing is asked', async () => {
    const world = await places(600, NOT_SOUTH);
    edit(world, 2, 'South');
    world.press(MENU.again, 'OK');
    expect(lastDialog(world)).toMatch(UNCLEAR);
    expect(world.linkup.tasks).toEqual([]);
  });

  it('is told of where a single edited row slips through', async () => {
    const world = await places(600, NOT_SOUTH);
    edit(world, 7, 'North');
    expect(offered(world)).toContain('451 rows to ask');
    expect(lastDialog(world)).toContain(
      'A hidden row whose cells were edited since the filter was set may be asked.',
    );
  });
});

describe('a filter that does not begin in the first column', () => {
  it.each([
    'sheet',
    'range',
  ] as const)('hides what it hides, wherever Google counts from: the %s', async (from) => {
    const world = await places(60, undefined, { google: { filterPositions: from } });
    world.sheet.removeFilter();
    world.sheet.addFilter(1, 2, 61, 9);
    world.sheet.setCriterion(2, NOT_SOUTH);
    expect(offered(world)).toContain('45 rows to ask');
  });
});

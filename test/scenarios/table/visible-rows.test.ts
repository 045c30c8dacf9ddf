/** Only the rows that can be seen: how many calls it takes to tell which these are, and what is refused. */
import { describe, expect, it } from 'vitest';
import type { FilterCriterion } from '../../doubles/google/model/regions';
import { statusOf } from '../../world/says';
import { ask, codeOf, enrich, follow, toFill } from '../../world/sidebar';
import { World } from '../../world/world';

const REGIONS = ['North', 'South', 'East', 'West'];
const VISIBLE = { scope: 'visible' } as const;

/** So many places in four regions by turns, perhaps under a filter. */
async function places(count: number, region?: FilterCriterion): Promise<{ world: World; id: string }> {
  const rows = Array.from({ length: count }, (_, i) => [`Place ${i + 1}`, REGIONS[i % 4] ?? '']);
  const world = await World.open([['Country', 'Region'], ...rows]);
  world.save({});
  if (region) {
    world.sheet.addFilter(1, 1, count + 1, 9);
    world.sheet.setCriterion(2, region);
  }
  return { world, id: ask(world, 'start', null).enrichments[0]?.id ?? '' };
}

const NOT_SOUTH: FilterCriterion = { hiddenValues: ['South'] };

describe('the visible rows', () => {
  it('are asked, and those hidden by a filter, by hand or in a folded group are not', async () => {
    const { world, id } = await places(12, NOT_SOUTH);
    world.sheet.hideRows(4);
    world.sheet.foldRows(8, 2);
    const offered = { rows: 6, stakes: [], filtered: false, others: { fill: 12 } };
    expect(ask(world, 'offer', toFill(world, id, VISIBLE))).toMatchObject({
      ...offered,
      skipped: [{ reason: 'hidden', rows: 6 }],
    });
    enrich(world, id, VISIBLE);
    follow(world, id);
    const hidden = [1, 2, 5, 6, 7, 9];
    const status = world.column(statusOf('Facts'));
    expect(status.flatMap((said, i) => (said === '' ? [i] : []))).toEqual(hidden);
    expect(world.linkup.tasks).toHaveLength(6);
    // Those that are left out anyway are told as ever, whether they can be seen or not.
    world.sheet.type(3, 1, '');
    expect(ask(world, 'offer', toFill(world, id, VISIBLE)).skipped).toEqual([
      { reason: 'asked before and not found', rows: 6 },
      { reason: '“Country” is empty', rows: 1 },
      { reason: 'hidden', rows: 5 },
    ]);
  });

  it('of many under a filter are told in at most 50 calls, or refused: then nothing is asked', async () => {
    const { world, id } = await places(2_000, NOT_SOUTH);
    const choice = toFill(world, id, VISIBLE);
    const offer = () => {
      world.host.calls.reset();
      return ask(world, 'offer', choice);
    };
    const { rows, stakes } = offer();
    expect(rows).toBe(1_500);
    expect(stakes.join(' ')).toMatch(/edited since the filter was set may be asked.* hidden by hand/);
    expect(world.host.calls.sheet).toBeLessThanOrEqual(50);
    // The last row is among those that are asked about.
    world.sheet.hideRows(2_001);
    expect(codeOf(world, 'offer', choice)).toBe('hidden-by-hand');
    world.sheet.setCriterion(2, { background: '#ff0000' });
    world.host.calls.reset();
    expect(codeOf(world, 'offer', choice)).toBe('visible-unclear');
    expect(world.host.calls.sheet).toBeLessThanOrEqual(50);
    expect(world.linkup.tasks).toEqual([]);
  });

  it('are told one by one of 40 without a filter, whatever else is in the table, and refused of more', async () => {
    const { world, id } = await places(41);
    world.sheet.hideRows(3, 2);
    expect(codeOf(world, 'offer', toFill(world, id, VISIBLE))).toBe('hidden-by-hand');
    world.sheet.type(20, 1, '');
    const choice = toFill(world, id, VISIBLE);
    world.host.calls.reset();
    expect(ask(world, 'offer', choice)).toMatchObject({ rows: 38, stakes: [] });
    expect(world.host.calls.sheet).toBeLessThanOrEqual(50);
  });
});

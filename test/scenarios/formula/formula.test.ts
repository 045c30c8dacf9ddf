/** The formula =LINKUP: what a cell shows, and that whatever is recalculated, copied or sorted is billed once. */
import { describe, expect, it } from 'vitest';
import { calculate, errorOf, recalculated, shows, withFormulas } from '../../world/formula';
import { BOB } from '../../world/sidebar';
import { slow } from '../../world/slow';
import type { World } from '../../world/world';

const CAPITAL = 'What is the capital of Portugal?';
const DAY = 86_400_000;

const billed = ({ linkup }: World): string[] => linkup.bill.entries.map(({ question }) => question);
const posts = ({ linkup }: World): number => linkup.requests.filter(({ method }) => method === 'POST').length;

describe('a formula', () => {
  it('bills once however often it is recalculated, and writes next to nothing for it', async () => {
    const world = await withFormulas();
    expect(recalculated(world, CAPITAL, 1)).toEqual({
      shown: 'The capital of Portugal is Lisbon.',
      questions: 1,
      usd: 0.006,
    });
    const { document } = world.host.properties;
    const kept = [...document];
    world.host.calls.reset();
    expect(recalculated(world, ` ${CAPITAL} `, 20)).toMatchObject({ questions: 0 });
    expect([...document]).toEqual(kept);
    expect(world.host.calls.byMethod.get('Properties.getProperty')).toBe(20);
    world.clock.sleep(DAY);
    recalculated(world, CAPITAL, 5);
    expect(
      [...document].filter(([key, json]) => kept.every(([k, j]) => k !== key || j !== json)),
    ).toHaveLength(1);
    expect(posts(world)).toBe(1);
  });

  it('gives what it is asked for: sources, a number, yes or no', async () => {
    const world = await withFormulas();
    expect(shows(world, CAPITAL, undefined, 'sources')).toContain('https://en.wikipedia.org/wiki/Portugal\n');
    expect(shows(world, 'What is the area of Portugal in km²?', 'fast', 'number')).toBe(92_090);
    expect(shows(world, 'Is Portugal landlocked?', 'standard', 'Yes/No')).toBe(false);
    expect(world.linkup.tasks.map(({ sent }) => sent)).toMatchObject([
      { depth: 'standard', outputType: 'sourcedAnswer' },
      { depth: 'fast', outputType: 'structured' },
      { depth: 'standard', outputType: 'structured' },
    ]);
  });

  it('asks a range in one POST, each question once, blanks not at all, and says in its place what cannot be asked', async () => {
    const world = await withFormulas();
    world.sheet.fromRows([
      [CAPITAL, ''],
      ['=NA()', CAPITAL],
      ['x'.repeat(10_001), 'What is the capital of Spain?'],
    ]);
    Object.assign(world.sheet.cell(2, 1), { formula: '=NA()', value: '#N/A' });
    const rows = shows(world, { a1: 'A1:B3' });
    expect(rows).toEqual([
      ['The capital of Portugal is Lisbon.', ''],
      [expect.stringContaining('is an error, #N/A'), 'The capital of Portugal is Lisbon.'],
      [expect.stringContaining('has 10,001 characters'), 'The capital of Spain is Madrid.'],
    ]);
    expect(billed(world)).toHaveLength(2);
    expect(posts(world)).toBe(1);
    expect(shows(world, { a1: 'B3' })).toBe('The capital of Spain is Madrid.');
  });

  it('says that it is still asking, and has the answer at the next recalculation, on whatever day', async () => {
    const world = await withFormulas(1, { linkup: slow([60_000, 60_000]) });
    expect(errorOf(world, [CAPITAL])).toMatch(/^Still asking/);
    const { startedAt = 0, endedAt = 0 } = world.host.executions.at(-1) ?? {};
    expect(endedAt - startedAt).toBeLessThan(26_000);
    world.clock.sleep(DAY);
    expect(shows(world, CAPITAL)).toBe('The capital of Portugal is Lisbon.');
    expect(billed(world)).toHaveLength(1);
  });

  it('is recalculated by whoever edits, with the key and within the cap of its owner', async () => {
    const world = await withFormulas(0.012);
    expect(calculate(world, [CAPITAL], { user: BOB })).toEqual({
      shows: 'The capital of Portugal is Lisbon.',
    });
    shows(world, 'What is the capital of Spain?');
    expect(errorOf(world, ['What is the capital of France?'], { user: BOB })).toContain('a day, $0.01');
    expect(shows(world, CAPITAL)).toContain('Lisbon');
    expect(billed(world)).toHaveLength(2);
    world.clock.sleep(DAY);
    expect(shows(world, 'What is the capital of France?')).toContain('Paris');
  });
});

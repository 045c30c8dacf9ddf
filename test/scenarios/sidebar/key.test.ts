/** What becomes of a run when the key it works with is removed, and what a run costs that also copied and failed. */

import { describe, expect, it } from 'vitest';
import { TEST_KEY } from '../../doubles/linkup';
import { isAnswered, statusOf } from '../../world/says';
import { ask, enrich, follow, withFacts } from '../../world/sidebar';

const ROWS = 30;

describe('a key that is removed in mid-run', () => {
  it('pauses the run and leaves no trigger behind; with a key again, it goes on', async () => {
    const { world, id } = await withFacts(ROWS, { linkup: { queueLimit: 10 } });
    expect(enrich(world, id)).toMatchObject({ state: 'working', goesOn: true });
    ask(world, 'disconnect', null);
    expect(world.host.triggers).toEqual([]);
    expect(ask(world, 'progress', { id })).toMatchObject({ state: 'paused', code: 'no-key', goesOn: false });
    ask(world, 'connect', { key: TEST_KEY });
    ask(world, 'resume', { id });
    world.untilDone();
    expect(world.column(statusOf('Facts')).filter(isAnswered)).toHaveLength(ROWS);
    expect(world.linkup.bill.entries).toHaveLength(ROWS);
  });

  it('removes a trigger that outlived it', async () => {
    const { world, id } = await withFacts(ROWS, { linkup: { queueLimit: 10 } });
    enrich(world, id);
    world.host.properties.user('owner@gmail.com').delete('linkup.key');
    world.untilDone(1);
    expect(world.host.triggers).toEqual([]);
  });
});

describe('the cost on the receipt', () => {
  it('counts neither copies nor failures', async () => {
    const failWhen = (work: { input: object }) =>
      JSON.stringify(work.input).includes('Chad') ? ('INTERNAL_SERVER_ERROR' as const) : null;
    const { world, id } = await withFacts([['Country'], ['Peru']], { linkup: { failWhen } });
    enrich(world, id);
    follow(world, id);
    for (const [i, country] of ['Peru', 'Peru', 'Chad', 'Mali'].entries())
      world.sheet.type(3 + i, 1, country);
    const before = world.linkup.bill.total();
    enrich(world, id);
    const cost = follow(world, id).at(-1)?.receipt?.cost;
    expect(cost).toBeCloseTo(world.linkup.bill.total() - before, 9);
    expect(cost).toBe(0.006);
  });
});

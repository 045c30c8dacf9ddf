/** Auto refresh: an enrichment asks by itself what is new, changed or failed, at its hour, and nothing twice. */
import { describe, expect, it } from 'vitest';
import { countryTable } from '../../world/countries';
import { pass, schedule, shown } from '../../world/schedules';
import { ask, enrich, follow, withFacts } from '../../world/sidebar';
import type { World } from '../../world/world';

const asked = (world: World): number => world.linkup.bill.entries.length;

/** Ten countries, six of them answered. */
async function answered(rows = 10, first = 6) {
  const { world, id } = await withFacts(countryTable(rows));
  enrich(world, id, { scope: 'first', first });
  follow(world, id);
  expect(asked(world)).toBe(first);
  return { world, id };
}

describe('a schedule', () => {
  it('asks at its hour what is new, and the next nights nothing', async () => {
    const { world, id } = await answered();
    schedule(world, id);
    expect(shown(world, id)).toMatchObject({ mine: true, next: 'Tuesday 24 November, 7:00', off: '' });
    pass(world, 20);
    expect(asked(world)).toBe(6);
    pass(world, 4);
    expect(asked(world)).toBe(10);
    expect(world.column('Facts status').every((status) => status === 'Done')).toBe(true);
    pass(world, 72);
    expect(asked(world)).toBe(10);
    expect(shown(world, id)).toMatchObject({
      next: 'Saturday 28 November, 7:00',
      last: { when: expect.stringContaining('Friday 27 November, 7:'), what: 'nothing asked' },
    });
  });

  it('starts once for all the times that it has missed', async () => {
    const { world, id } = await answered();
    schedule(world, id, { rule: { every: 'hour', hour: 0, day: 0 } });
    world.clock.sleep(50 * 3_600_000);
    const runs = () => world.host.executions.filter(({ fn }) => fn.endsWith('ByClock')).length;
    pass(world, 3);
    expect(asked(world)).toBe(10);
    expect(runs()).toBeLessThanOrEqual(8);
  });

  it('leaves no trigger behind once it is paused or removed, and can be turned on again', async () => {
    const { world, id } = await answered();
    schedule(world, id);
    ask(world, 'pauseSchedule', { id });
    expect(shown(world, id)?.off).toContain('Paused');
    pass(world, 24);
    expect(asked(world)).toBe(6);
    expect(world.host.triggers).toHaveLength(0);
    schedule(world, id);
    pass(world, 24);
    expect(asked(world)).toBe(10);
    ask(world, 'removeSchedule', { id });
    expect(shown(world, id)).toBeNull();
    pass(world, 24);
    expect(world.host.triggers).toHaveLength(0);
  });

  it('never asks beyond its cap, and lets the rest go until the next time', async () => {
    const { world, id } = await answered();
    schedule(world, id, { cap: 0.012 });
    pass(world, 24);
    expect(asked(world)).toBe(8);
    pass(world, 24);
    expect(asked(world)).toBe(10);
  });

});

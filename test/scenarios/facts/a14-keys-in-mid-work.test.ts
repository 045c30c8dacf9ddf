/** A14: a key that is taken away or replaced while the trigger works. */
import { expect } from 'vitest';
import { fact } from '../../world/fact';
import { ask, codeOf, enrich, withFacts } from '../../world/sidebar';

const MINUTE = 60_000;

fact(
  'A14 a key that is taken away while the trigger works is gone at once, and no copy brings the run back',
  async (edition) => {
    const { world, id } = await withFacts(60, { edition, linkup: { queueLimit: 5 } });
    enrich(world, id);
    let code = 'not tried';
    world.host.onServiceCall = ({ service, method, execution }) => {
      const { by } = world.host.executions.find((one) => one.id === execution) ?? {};
      if (by !== 'clock' || `${service}.${method}` !== 'UrlFetchApp.fetch' || code !== 'not tried') return;
      code = codeOf(world, 'disconnect', null);
    };
    world.host.runClock(world.clock.now() + 10 * MINUTE);
    expect(code).toBe('');
    expect(ask(world, 'progress', { id })).toMatchObject({ state: 'paused', code: 'no-key' });
    expect(world.host.triggers).toEqual([]);
  },
);

/** A14: a key that is taken away or replaced while the trigger works. */

import { expect } from 'vitest';
import { TEST_KEY } from '../../doubles/linkup';
import { countryTable } from '../../world/countries';
import { fact } from '../../world/fact';
import { openWithLinkup } from '../../world/reading';
import { isAnswered, statusOf } from '../../world/says';
import { ask, codeOf, enrich, saved, withFacts } from '../../world/sidebar';
import { slowSearches } from '../../world/slow';

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

/** Two keys of one organisation. */
const KEYS = { [TEST_KEY]: { organization: 'acme' }, 'the-next-key': { organization: 'acme' } };

fact(
  'A14 a run whose key is replaced while the trigger works can go on, and is finished',
  async (edition) => {
    const options = { keys: KEYS, knobs: { queueLimit: 5, ...slowSearches() } };
    const { world, linkup } = await openWithLinkup(countryTable(12), options, TEST_KEY, { edition });
    const id = saved(world);
    enrich(world, id);
    let code = 'not tried';
    world.host.onServiceCall = ({ service, method, args, execution }) => {
      const { by } = world.host.executions.find((one) => one.id === execution) ?? {};
      const isFetch = by === 'clock' && `${service}.${method}` === 'UrlFetchApp.fetch';
      // While the trigger asks the next questions.
      if (!isFetch || !String(args[0]).endsWith('/tasks') || code !== 'not tried') return;
      code = codeOf(world, 'connect', { key: 'the-next-key' });
    };
    world.host.runClock(world.clock.now() + 10 * MINUTE);
    expect(code).toBe('');
    // Either it goes on by itself, or it says why not, and how.
    const report = ask(world, 'progress', { id });
    if (report?.state === 'paused') {
      expect(report.code).toBe('key-changed');
      ask(world, 'resume', { id });
    }
    world.host.runClock(world.clock.now() + 60 * MINUTE);
    expect(world.column(statusOf('Facts')).filter((status) => !isAnswered(status))).toEqual([]);
    expect(linkup.bill.entries).toHaveLength(12);
    expect(world.host.triggers).toEqual([]);
  },
);

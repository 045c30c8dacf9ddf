/** S3: two people share a key, and one of them changes or removes theirs. */

import { expect } from 'vitest';
import { TEST_KEY } from '../../doubles/linkup';
import { countryTable } from '../../world/countries';
import { CAPITAL_DRAFT } from '../../world/drafts';
import { fact } from '../../world/fact';
import { openWithLinkup } from '../../world/reading';
import { SAYS, statusOf } from '../../world/says';
import { ask, BOB, enrich, saved } from '../../world/sidebar';

const ROWS = 30;

/** A search of $0.006 a row. */
const CHEAP = { ...CAPITAL_DRAFT };

/** Two organisations; the key of the first is shared by two people. */
const KEYS = { [TEST_KEY]: { organization: 'acme' }, 'bobs-own': { organization: 'other' } };

async function sharedKey(edition: Parameters<Parameters<typeof fact>[1]>[0]) {
  const options = { keys: KEYS, balances: { acme: 100, other: 100 }, knobs: { queueLimit: 10 } };
  const { world, linkup } = await openWithLinkup(countryTable(ROWS), options, TEST_KEY, { edition });
  const id = saved(world, CHEAP);
  ask(world, 'connect', { key: TEST_KEY }, BOB);
  enrich(world, id);
  return { world, linkup, id };
}

fact('S3 whoever shares a key and takes another pays for nobody else’s run', async (edition) => {
  const { world, linkup, id } = await sharedKey(edition);
  ask(world, 'connect', { key: 'bobs-own' }, BOB);
  for (let look = 0; look < 10; look++) {
    ask(world, 'progress', { id }, BOB);
    world.clock.sleep(2_000);
  }
  world.untilDone();
  expect(linkup.bill.entries.filter(({ organization }) => organization === 'other')).toEqual([]);
  expect(world.column(statusOf('Facts')).filter((status) => !status.startsWith(SAYS.done))).toEqual([]);
  expect(linkup.bill.entries).toHaveLength(ROWS);
});

fact('A13 and S3 whoever shares a key and removes it stops nobody else’s run', async (edition) => {
  const { world, linkup, id } = await sharedKey(edition);
  ask(world, 'disconnect', null, BOB);
  expect(ask(world, 'progress', { id })?.state).not.toBe('paused');
  world.untilDone();
  expect(world.column(statusOf('Facts')).filter((status) => !status.startsWith(SAYS.done))).toEqual([]);
  expect(linkup.bill.entries).toHaveLength(ROWS);
});

fact('S3 the own key replaced in mid-run pays for the rest only once that is said', async (edition) => {
  const { world, linkup, id } = await sharedKey(edition);
  ask(world, 'connect', { key: 'bobs-own' });
  world.host.runClock(world.clock.now() + 3_600_000);
  expect(linkup.bill.entries.filter(({ organization }) => organization === 'other')).toEqual([]);
  expect(ask(world, 'progress', { id })).toMatchObject({ state: 'paused', code: 'key-changed' });
  ask(world, 'connect', { key: TEST_KEY });
  expect(ask(world, 'resume', { id })?.state).not.toBe('paused');
  world.untilDone();
  expect(world.column(statusOf('Facts')).filter((status) => !status.startsWith(SAYS.done))).toEqual([]);
  expect(linkup.bill.entries).toHaveLength(ROWS);
});

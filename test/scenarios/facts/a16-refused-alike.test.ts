/** A16: questions that Linkup refuses for one reason are not tried one after the other. */

import { expect } from 'vitest';
import { fact } from '../../world/fact';
import { MENU, statusOf } from '../../world/says';
import { ask } from '../../world/sidebar';
import { wired } from '../../world/wired';

fact('A16 a thousand questions that are refused for one reason', async (edition) => {
  const table = [['Country'], ...Array.from({ length: 1_000 }, (_, i) => [`Country ${i + 1}`])];
  const stage = await wired(edition, table, {}, { maxQueryLength: 5 });
  const { world, linkup } = stage;
  const posts = (): number => linkup.requests.filter(({ method }) => method === 'POST').length;
  world.press(MENU.all, 'YES');
  world.host.runClock({ until: () => posts() > 20 || world.host.triggers.length === 0, limitMs: 3_600_000 });
  expect(posts()).toBeLessThanOrEqual(20);
  expect(world.host.triggers).toEqual([]);
  const [id = ''] = ask(world, 'start', null).enrichments.map((each) => each.id);
  expect(ask(world, 'progress', { id })).toMatchObject({ state: 'paused', code: 'refused-alike' });
  const statuses = world.column(statusOf('Facts'));
  expect(statuses.filter((status) => status.startsWith('Paused'))).toHaveLength(995);
  expect(statuses[4]).toContain('Linkup cannot take this question');
  expect(linkup.bill.entries).toEqual([]);
});

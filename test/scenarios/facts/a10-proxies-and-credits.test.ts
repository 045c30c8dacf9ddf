/** A10: a proxy’s page says nothing about the key, and 402 is about credits. */

import { expect } from 'vitest';
import { fact } from '../../world/fact';
import { MENU, SAYS } from '../../world/says';
import { begin } from '../../world/sidebar';
import { expectAnswered, passed, ready, statuses } from '../../world/ten-rows';

const DENIED = '<html><head><title>Access denied</title></head><body>Proxy</body></html>';

for (const status of [401, 403]) {
  fact(`A10 an HTML ${status} of a proxy passes: nobody has to replace the key`, async (edition) => {
    const world = await ready(edition);
    begin(world);
    world.linkup.failNext({ method: 'GET', path: '/v1/tasks', effect: 'before', status, body: DENIED });
    passed(world, 30);
    expectAnswered(world);
  });
}

fact('A10 a 402 although a key was sent is about credits, not about the key', async (edition) => {
  const world = await ready(edition, { noCreditsCode: 'PAYMENT_REQUIRED', queueLimit: 3 }, { balance: 0.03 });
  world.press(MENU.all, 'YES');
  passed(world, 30);
  const waiting = statuses(world).filter((status) => status !== SAYS.done);
  expect(waiting).toHaveLength(1);
  expect(waiting[0]).toMatch(/credits/);
  expect(waiting[0]).not.toMatch(/key/);
});

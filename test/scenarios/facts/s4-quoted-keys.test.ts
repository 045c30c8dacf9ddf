/** S4: a text of Linkup’s may quote the key, or be 12 kB long. */

import { expect } from 'vitest';
import { TEST_KEY } from '../../doubles/linkup';
import { fact } from '../../world/fact';
import { readable, replyTo } from '../../world/reading';
import { MENU } from '../../world/says';
import { ask, begin } from '../../world/sidebar';
import { passed, ready, statuses } from '../../world/ten-rows';
import type { World } from '../../world/world';

/** What is stored or shown outside the person's own properties. */
function everythingKept(world: World): string {
  const { document } = world.host.properties;
  const start = replyTo(world, 'start', null);
  const [id = ''] = ask(world, 'start', null).enrichments.map((each) => each.id);
  const replies = [start, replyTo(world, 'progress', { id })];
  return JSON.stringify([[...document.entries()], readable(world), world.host.logs, replies]);
}

fact(
  'S4 no text of Linkup’s that quotes the key gets into the document, a cell, a reply or the log',
  async (edition) => {
    const world = await ready(edition, {
      errorTexts: 'quoting',
      maxQueryLength: 'What is the capital of Chad?'.length,
      failWhen: ({ input }) => (JSON.stringify(input).includes('Togo') ? 'CONFLICT' : null),
    });
    world.press(MENU.all, 'YES');
    passed(world, 60);
    expect(statuses(world).length).toBeGreaterThan(1);
    expect(everythingKept(world)).not.toContain(TEST_KEY);
  },
);

fact('S4 an error of 12 kB pauses the run like a short one, and leaves no trigger', async (edition) => {
  const world = await ready(edition);
  begin(world);
  const message = `Authorization: Bearer ${TEST_KEY} ${'and so on '.repeat(1_200)}`;
  world.linkup.failNext({
    method: 'GET',
    path: '/v1/tasks',
    effect: 'before',
    code: 'FORBIDDEN',
    message,
    times: 900,
  });
  passed(world, 30);
  expect(world.host.triggers).toEqual([]);
  expect(world.host.executions.filter(({ outcome }) => outcome !== 'completed')).toEqual([]);
  for (const [, value] of world.host.properties.document.entries()) {
    expect(value).not.toContain(TEST_KEY);
    expect(value.length).toBeLessThan(9_000);
  }
});

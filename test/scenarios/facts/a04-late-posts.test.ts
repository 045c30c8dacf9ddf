/** A4: a POST hangs, and takes effect when its caller has long given up. */

import { expect } from 'vitest';
import { type HttpRequest, NetworkError } from '../../doubles/http';
import { fact } from '../../world/fact';
import { MENU, SAYS, statusOf } from '../../world/says';
import { after, billedTwice, countries, isPost, wired } from '../../world/wired';

fact('A4 a POST that hangs for a minute and takes effect after 110 seconds', async (edition) => {
  const stage = await wired(edition, countries(12), {}, { queueLimit: 4 });
  let late: { readonly at: number; readonly request: HttpRequest } | undefined;
  let posts = 0;
  stage.wire = (request, send) => {
    if (late && stage.clock.now() >= late.at) {
      const { request: delayed } = late;
      late = undefined;
      stage.linkup.handle(delayed);
    }
    if (!isPost(request) || ++posts !== 2) return send();
    late = { at: stage.clock.now() + 110_000, request };
    stage.clock.sleep(60_000);
    throw new NetworkError('timeout');
  };
  stage.world.press(MENU.all, 'YES');
  after(stage, 60);
  if (late) stage.linkup.handle(late.request);
  after(stage, 60);
  expect(billedTwice(stage)).toEqual([]);
  expect(stage.linkup.ownTasks).toHaveLength(12);
  expect(new Set(stage.world.column(statusOf('Facts')))).toEqual(new Set([SAYS.done]));
});

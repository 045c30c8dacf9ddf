/** A21: fetched pages pass Google’s 50 MB together, and tasks vanish all at once. */

import { expect } from 'vitest';
import { KIND } from '../../doubles/linkup';
import { countryTable } from '../../world/countries';
import { fact } from '../../world/fact';
import { MENU, SAYS, statusOf } from '../../world/says';
import { NAMES, passed, statuses } from '../../world/ten-rows';
import { after, wired } from '../../world/wired';
import { World } from '../../world/world';

const LOOKUP = /\/tasks\/[^/?]+$/;

fact('A21 a hundred tasks that vanish at once are noticed within half an hour', async (edition) => {
  const stage = await wired(
    edition,
    countryTable(100),
    {},
    {
      stuck: () => true,
      queryRoutes: ['search', 'fetch', 'getTask'],
    },
  );
  stage.wire = (request) =>
    stage.linkup.handle(
      request.method === 'GET'
        ? { ...request, url: request.url.replace(LOOKUP, '/tasks/forgotten') }
        : request,
    );
  stage.world.press(MENU.all, 'YES');
  after(stage, 30);
  expect(stage.world.column(statusOf('Facts')).filter((status) => status.startsWith('Expired'))).toHaveLength(
    100,
  );
  expect(stage.linkup.requests.filter(({ status }) => status === 429)).toEqual([]);
  expect(stage.world.host.triggers).toEqual([]);
});

fact('A21 fetched pages that pass Google’s 50 MB together arrive all the same', async (edition) => {
  const google = { limits: { fetchResponseBytes: 1_000_000 } };
  const urls = NAMES.flatMap((_, i) => [`https://countries.example/${['tcd', 'mli', 'ner'][i % 3]}?${i}`]);
  const world = await World.open(
    [['Website'], ...[...urls, ...urls.map((url) => `${url}b`)].map((url) => [url])],
    {
      edition,
      google,
      linkup: { ...KIND, pageChars: 90_000 },
    },
  );
  world.save({
    type: 'fetch',
    template: '{{Website}}',
    fields: [{ name: 'capital', kind: 'text' }],
    options: { mode: 'standard' },
  });
  world.press(MENU.all, 'YES');
  passed(world, 20);
  expect(statuses(world)).toEqual([SAYS.done]);
  expect(world.host.triggers).toEqual([]);
});

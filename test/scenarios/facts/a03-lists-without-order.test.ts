/** A3: tasks of one moment have no order, and others add to the list while it is read. */

import { expect } from 'vitest';
import { NetworkError } from '../../doubles/http';
import { TEST_KEY } from '../../doubles/linkup';
import { fact } from '../../world/fact';
import { MENU } from '../../world/says';
import { after, billedTwice, isPost, neighbour, wired } from '../../world/wired';

fact('A3 a hundred tasks of one moment behind forty newer ones of other people', async (edition) => {
  const table = [['Country'], ...Array.from({ length: 100 }, (_, i) => [`Country ${i + 1}`])];
  const stage = await wired(edition, table, {}, { tieOrder: 'by page', queueLimit: 300 });
  stage.wire = (request, send) => {
    const response = send();
    if (!isPost(request) || stage.linkup.ownTasks.length > 100) return response;
    for (let n = 0; n < 40; n++) neighbour(stage, `Theirs ${n}`);
    throw new NetworkError('timeout');
  };
  stage.world.press(MENU.all, 'YES');
  after(stage, 60);
  expect(billedTwice(stage)).toEqual([]);
  expect(stage.linkup.ownTasks.filter(({ key }) => key === TEST_KEY)).toHaveLength(140);
});

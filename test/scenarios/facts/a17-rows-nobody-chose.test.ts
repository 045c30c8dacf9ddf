/** A17: an answer belongs to a question, but a row that no run held is nobody’s. */

import { expect } from 'vitest';
import { rectOf } from '../../doubles/google/model/geometry';
import { fact } from '../../world/fact';
import { lastDialog, receipts } from '../../world/reading';
import { MENU, statusOf } from '../../world/says';
import { slowSearches } from '../../world/slow';
import { after, countries, isPost, neighbour, wired } from '../../world/wired';

fact('A17 a colleague whose tasks ask what unchosen rows here would ask', async (edition) => {
  const stage = await wired(
    edition,
    countries(10),
    {},
    {
      echoMaxResults: null,
      echoToDate: 'none',
      echoSchema: 'as sent',
      ...slowSearches(),
    },
  );
  const { world, linkup } = stage;
  world.host.spreadsheet.select(world.sheet, rectOf(2, 1, 3, 1));
  let asked = false;
  stage.wire = (request, send) => {
    const response = send();
    if (isPost(request) && !asked) {
      asked = true;
      const [mine] = JSON.parse(request.body ?? '[]') as { input: object }[];
      for (const country of countries(10).slice(3).flat()) {
        const { q, ...options } = { q: '', ...mine?.input };
        neighbour(stage, `What is the capital of ${country}?`, options);
      }
    }
    return response;
  };
  world.press(MENU.again, 'YES');
  // Somebody deletes a chosen row: the run has sent something that no row remembers.
  world.sheet.deleteRows(2, 1);
  after(stage, 60);
  expect(linkup.ownTasks).toHaveLength(10);
  expect(world.column(statusOf('Facts')).filter((status) => status !== '')).toHaveLength(1);
  expect(receipts(world)).toMatchObject([{ Rows: '2', 'Rows done': '1' }]);
});

fact('A17 two chosen rows whose question six others share', async (edition) => {
  const table = [['Country'], ...Array.from({ length: 8 }, () => ['Chad']), ['Mali']];
  const stage = await wired(edition, table);
  const { world, linkup } = stage;
  world.host.spreadsheet.select(world.sheet, rectOf(2, 1, 3, 1));
  world.press(MENU.again, 'YES');
  expect(lastDialog(world)).toContain('And 6 more rows that ask the same, for nothing.');
  after(stage, 10);
  expect(world.column('capital')).toEqual([...Array.from({ length: 8 }, () => "N'Djamena"), '']);
  expect(linkup.ownTasks).toHaveLength(1);
  expect(receipts(world)).toMatchObject([{ Rows: '8', 'Questions asked': '1', 'Rows done': '8' }]);
});

fact('A17 a row that is typed in while its question is asked', async (edition) => {
  const stage = await wired(edition, [['Country'], ['Chad'], ['Mali']], {}, slowSearches());
  const { world, linkup } = stage;
  world.press(MENU.all, 'YES');
  world.sheet.type(4, 1, 'Chad');
  after(stage, 10);
  expect(world.column('capital')).toEqual(["N'Djamena", 'Bamako', '']);
  expect(world.column(statusOf('Facts'))[2]).toBe('');
  expect(receipts(world)).toMatchObject([{ Rows: '2', 'Rows done': '2' }]);
  world.press(MENU.all, 'YES');
  after(stage, 10);
  expect(world.column('capital')).toEqual(["N'Djamena", 'Bamako', "N'Djamena"]);
  expect(linkup.ownTasks).toHaveLength(2);
});

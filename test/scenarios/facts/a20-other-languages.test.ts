/** A20: Google says everything in the language of the person. */

import { expect } from 'vitest';
import { fact } from '../../world/fact';
import { readable } from '../../world/reading';
import { MENU, SAYS, statusOf } from '../../world/says';
import { ready } from '../../world/ten-rows';
import { CAPITALS as ANSWERS, COUNTRIES, opened, pressEnrich } from '../../world/twelve-rows';

for (const language of ['fr', 'de'] as const) {
  fact(`A20 a used-up quota is called so although Google says it in ${language}`, async (edition) => {
    const google = { language, limits: { fetchesPerDay: 1 } };
    const world = await ready(edition, {}, { google });
    world.press(MENU.all, 'OK');
    const said = readable(world).join('\n');
    expect(said).toContain('daily number of web requests');
    expect(said).not.toMatch(/could not be reached|unforeseen/);
    expect(world.linkup.ownTasks).toEqual([]);
  });
}

for (const language of ['fr', 'de'] as const) {
  fact(`A20 rows deleted while they are looked at are no fault: ${language}`, async (edition) => {
    const world = await opened({ edition, google: { language }, linkup: { queueLimit: 5 } });
    world.sheet.deleteRows(14, world.sheet.maxRows - 13);
    world.save({});
    let deleted = false;
    world.host.onServiceCall = ({ method, args }) => {
      const [row, , rows] = method === 'getRange' ? args : [];
      const last = typeof row === 'number' && typeof rows === 'number' ? row + rows - 1 : 0;
      if (deleted || last !== 13 || world.linkup.tasks.length < 5) return;
      deleted = true;
      world.sheet.deleteRows(12, 2);
    };
    pressEnrich(world);
    world.untilDone();
    expect(deleted).toBe(true);
    expect(world.host.executions.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
    expect(world.host.logs.filter(({ level }) => level === 'error')).toEqual([]);
    expect(world.column('capital')).toEqual(ANSWERS.slice(0, 10));
    expect(world.column(statusOf('Facts'))).toEqual(COUNTRIES.slice(0, 10).map(() => SAYS.done));
  });
}

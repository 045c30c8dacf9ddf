/** A2: the answer to a POST is lost, and the list that remains echoes options in another form. */

import { expect } from 'vitest';
import { KIND, type LinkupKnobs } from '../../doubles/linkup';
import { fact } from '../../world/fact';
import { receipts } from '../../world/reading';
import { MENU, SAYS, statusOf } from '../../world/says';
import { after, billedTwice, countries, type Wired, wired } from '../../world/wired';

/** Domains as a person types them. */
const OPTIONS = { depth: 'standard', excludeDomains: ['Example.com', 'WWW.Example.org'] } as const;

const ECHOES: readonly (readonly [string, Partial<LinkupKnobs>])[] = [
  ['domains in lower case', { echoDomains: 'bare' }],
  ['a closed schema', { echoSchema: 'closed' }],
  ['20 results where no number was sent', { echoMaxResults: 20 }],
  ['a last day that is tomorrow', { echoToDate: 'day after' }],
];

for (const [name, knobs] of ECHOES) {
  fact(`A2 the answer to a POST is lost, and its tasks are listed with ${name}`, async (edition) => {
    const stage = await wired(edition, countries(6), { options: OPTIONS }, { ...KIND, ...knobs });
    stage.linkup.failNext({ method: 'POST', path: '/v1/tasks', effect: 'after', network: 'timeout' });
    stage.world.press(MENU.all, 'YES');
    after(stage, 20);
    expectAskedOnce(stage, 6);
  });
}

/** Every row has its answer, billed once, and the receipt says so. */
function expectAskedOnce(stage: Wired, rows: number): void {
  expect(billedTwice(stage)).toEqual([]);
  expect(stage.linkup.ownTasks).toHaveLength(rows);
  expect(new Set(stage.world.column(statusOf('Facts')))).toEqual(new Set([SAYS.done]));
  expect(stage.linkup.bill.entries).toHaveLength(rows);
  expect(receipts(stage.world)).toMatchObject([
    { 'Questions asked': String(rows), 'Rows done': String(rows) },
  ]);
}

fact('A2 a success that is a page of HTML, after the POST took effect', async (edition) => {
  const stage = await wired(edition, countries(12), {}, { echoMaxResults: 20, echoToDate: 'local day' });
  stage.linkup.failNext({
    method: 'POST',
    path: '/v1/tasks',
    effect: 'after',
    status: 200,
    body: '<html>Welcome to our hotel</html>',
  });
  stage.world.press(MENU.all, 'YES');
  after(stage, 20);
  expectAskedOnce(stage, 12);
});

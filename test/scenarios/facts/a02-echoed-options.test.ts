/** A2: the answer to a POST is lost, and the list that remains echoes options in another form. */
import { expect } from 'vitest';
import { fact } from '../../world/fact';
import { after, billedTwice, countries, wired } from '../../world/wired';

fact(
  'A2 a lost answer, and an echo with bare domains, a closed schema, 20 results and another day',
  async (edition) => {
    const draft = {
      options: { depth: 'standard', excludeDomains: ['Example.com', 'WWW.Example.org'] },
    } as const;
    const stage = await wired(edition, countries(12), draft, {
      echoDomains: 'bare',
      echoSchema: 'closed',
      echoMaxResults: 20,
      echoToDate: 'day after',
    });
    stage.linkup.failNext({ method: 'POST', path: '/v1/tasks', effect: 'after', network: 'timeout' });
    stage.world.press('Enrich all rows', 'YES');
    after(stage, 60);
    expect(billedTwice(stage)).toEqual([]);
    expect(stage.linkup.ownTasks).toHaveLength(12);
    expect(new Set(stage.world.column('Facts status'))).toEqual(new Set(['Done']));
  },
);

fact('A2 a success that is a page of HTML, after the POST took effect', async (edition) => {
  const stage = await wired(edition, countries(12), {}, { echoMaxResults: 20, echoToDate: 'local day' });
  stage.linkup.failNext({
    method: 'POST',
    path: '/v1/tasks',
    effect: 'after',
    status: 200,
    body: '<html>Welcome to our hotel</html>',
  });
  stage.world.press('Enrich all rows', 'YES');
  after(stage, 60);
  expect(stage.linkup.ownTasks).toHaveLength(12);
  expect(new Set(stage.world.column('Facts status'))).toEqual(new Set(['Done']));
});

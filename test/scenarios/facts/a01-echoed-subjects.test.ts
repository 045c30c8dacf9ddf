/** A1: what a question is about may come back in another spelling, or in none that can be recognised. */

import { expect } from 'vitest';
import type { Draft } from '../../../src/sidebar/protocol';
import { worldKnowledge } from '../../doubles/linkup/knowledge/countries';
import type { Knowledge } from '../../doubles/linkup/knowledge/knowledge';
import { topicPage } from '../../doubles/linkup/knowledge/pages';
import { fact } from '../../world/fact';
import { receipts } from '../../world/reading';
import { MENU, statusOf } from '../../world/says';
import { after, countries, wired } from '../../world/wired';

const PAGE: Partial<Draft> = {
  name: 'Page',
  type: 'fetch',
  template: '{{Site}}',
  shape: 'page',
  fields: [],
  options: { mode: 'standard' },
};

function sites(count: number): string[][] {
  return [['Site'], ...Array.from({ length: count }, (_, i) => [`https://site${i + 1}.example.com`])];
}

/** The web, with a page for each of the sites that says whose it is. */
const SITES: Knowledge = {
  ...worldKnowledge(),
  pageAt: (url) => {
    const name = /^https:\/\/(site\d+)\.example\.com\/$/.exec(new URL(url).href)?.[1];
    if (name === undefined) return 'FETCH_TARGET_UNREACHABLE';
    return topicPage(url, { name: `This is ${name}`, facts: [], sources: [], images: [] });
  },
};

fact('A1 a URL that comes back as URL.href writes it', async (edition) => {
  const stage = await wired(edition, sites(10), PAGE, { echoSubject: 'normalised' }, { knowledge: SITES });
  stage.world.press(MENU.all, 'YES');
  after(stage, 30, 10);
  expect(stage.linkup.ownTasks).toHaveLength(10);
  expect(stage.world.column('Page').map((text) => text.split('\n')[0])).toEqual(
    Array.from({ length: 10 }, (_, i) => `# This is site${i + 1}`),
  );
  expect(receipts(stage.world)).toMatchObject([{ 'Questions asked': '10', 'Rows done': '10' }]);
  expect(stage.world.host.triggers).toEqual([]);
});

fact('A1 a query that comes back in NFC and with single spaces', async (edition) => {
  const table = [['Country'], ['Re\u0301union'], ['Curac\u0327ao'], ['Peru']];
  const stage = await wired(
    edition,
    table,
    { template: 'What is  the capital\nof {{Country}}?' },
    { echoSubject: 'normalised' },
    { knowledge: asComposed(worldKnowledge()) },
  );
  stage.world.press(MENU.all, 'YES');
  after(stage, 30, 3);
  expect(stage.linkup.ownTasks.map(({ sent }) => sent)).toMatchObject([
    { q: 'What is  the capital\nof Re\u0301union?' },
    {},
    {},
  ]);
  expect(stage.linkup.ownTasks).toHaveLength(3);
  expect(stage.world.column('capital')).toEqual(['Saint-Denis', 'Willemstad', 'Lima']);
  expect(stage.world.host.triggers).toEqual([]);
});

/** A web that finds a country however its accents are typed. */
function asComposed(web: Knowledge): Knowledge {
  return { ...web, topicOf: (question) => web.topicOf(question.normalize('NFC')) };
}

fact('A1 an echo in which nothing can be recognised', async (edition) => {
  const stage = await wired(edition, countries(10));
  stage.wire = (_request, send) => {
    const response = send();
    return { ...response, body: response.body.replace(/"q":"[^"]*"/g, '"q":"(rephrased for you)"') };
  };
  stage.world.press(MENU.all, 'YES');
  after(stage, 30, 10);
  expect(stage.linkup.ownTasks).toHaveLength(10);
  expect(stage.world.host.triggers).toEqual([]);
  expect(stage.world.column(statusOf('Facts')).every((status) => status.startsWith('Perhaps asked'))).toBe(
    true,
  );
  expect(receipts(stage.world)).toMatchObject([{ 'Questions asked': '10', 'Rows done': '0' }]);
  stage.world.press(MENU.all, 'OK');
  after(stage, 30, 10);
  expect(stage.linkup.ownTasks).toHaveLength(10);
});

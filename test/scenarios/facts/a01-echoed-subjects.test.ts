/** A1: what a question is about may come back in another spelling, or in none that can be recognised. */
import { expect } from 'vitest';
import type { Draft } from '../../../src/sidebar/protocol';
import { fact } from '../../world/fact';
import { receipts } from '../../world/reading';
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

fact('A1 a URL that comes back as URL.href writes it', async (edition) => {
  const stage = await wired(edition, sites(10), PAGE, { echoSubject: 'normalised' });
  stage.world.press('Enrich all rows', 'YES');
  after(stage, 120);
  expect(stage.linkup.ownTasks).toHaveLength(10);
  expect(stage.world.column('Page status').filter((status) => status.startsWith('Failed'))).toHaveLength(10);
  expect(receipts(stage.world)).toMatchObject([{ 'Questions asked': '10', Failed: '10' }]);
});

fact('A1 an echo in which nothing can be recognised', async (edition) => {
  const stage = await wired(edition, countries(10));
  stage.wire = (_request, send) => {
    const response = send();
    return { ...response, body: response.body.replace(/"q":"[^"]*"/g, '"q":"(rephrased for you)"') };
  };
  stage.world.press('Enrich all rows', 'YES');
  after(stage, 120);
  expect(stage.linkup.ownTasks).toHaveLength(10);
  expect(stage.world.host.triggers).toEqual([]);
  expect(stage.world.column('Facts status').every((status) => status.startsWith('Perhaps asked'))).toBe(true);
  expect(receipts(stage.world)).toMatchObject([{ 'Questions asked': '10', 'Rows done': '0' }]);
  stage.world.press('Enrich all rows', 'OK');
  after(stage, 60);
  expect(stage.linkup.ownTasks).toHaveLength(10);
});

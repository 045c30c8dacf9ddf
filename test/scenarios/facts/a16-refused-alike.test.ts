/** A16: questions that Linkup refuses for one reason are not tried one after the other. */
import { expect } from 'vitest';
import { fact } from '../../world/fact';
import { after, wired } from '../../world/wired';

fact('A16 hundreds of questions that are refused for one reason', async (edition) => {
  const table = [['Country'], ...Array.from({ length: 300 }, (_, i) => [`Country ${i + 1}`])];
  const stage = await wired(edition, table, {}, { maxQueryLength: 5 });
  stage.world.press('Enrich all rows', 'YES');
  after(stage, 60);
  const posts = stage.linkup.requests.filter(({ method }) => method === 'POST');
  expect(posts.length).toBeLessThanOrEqual(20);
  expect(stage.world.host.triggers).toEqual([]);
  expect(stage.world.column('Facts status').filter((status) => status.startsWith('Paused'))).toHaveLength(
    295,
  );
  expect(stage.world.column('Facts status')[4]).toContain('Linkup cannot take this question');
});

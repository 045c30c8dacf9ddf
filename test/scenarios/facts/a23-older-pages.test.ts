/** A23: a page shows an older revision when Enrich is pressed. */
import { expect } from 'vitest';
import { CAPITAL_DRAFT } from '../../world/drafts';
import { fact } from '../../world/fact';
import { savedByBob } from '../../world/forging';
import { ask, codeOf, revisionOf, toFill, withFacts } from '../../world/sidebar';

fact('A23 a page that shows an older revision asks nothing', async (edition) => {
  const { world, id } = await withFacts(3, { edition }, CAPITAL_DRAFT);
  const choice = toFill(world, id);
  const { total } = ask(world, 'offer', choice);
  savedByBob(world, id, { template: 'Who is the head of government of {{Country}}?' });
  expect(codeOf(world, 'enrich', { ...choice, total, cap: total })).toBe('offer-outdated');
  expect(codeOf(world, 'offer', choice)).toBe('offer-outdated');
  expect(world.linkup.tasks).toEqual([]);
  expect(codeOf(world, 'offer', { ...choice, revision: revisionOf(world, id) })).toBe('');
});

/** A13: a run whose person is gone can be ended by whoever may edit. */
import { expect } from 'vitest';
import { CAPITAL_DRAFT } from '../../world/drafts';
import { fact } from '../../world/fact';
import { ask, BOB, codeOf, enrich, withFacts } from '../../world/sidebar';

const MINUTE = 60_000;

fact('A13 the run of a colleague who left can be ended by whoever may edit', async (edition) => {
  const { world, id } = await withFacts(20, { edition, linkup: { queueLimit: 5 } });
  enrich(world, id);
  // Their account is gone, and with it whatever would have fired their trigger.
  for (const trigger of world.host.triggers) trigger.dueAt = undefined;
  world.host.runClock(world.clock.now() + 180 * MINUTE);
  ask(world, 'stop', { id }, BOB);
  world.clock.sleep(61 * MINUTE);
  expect(ask(world, 'stop', { id }, BOB)).toMatchObject({ state: 'ended' });
  const draft = { ...CAPITAL_DRAFT, id };
  expect(codeOf(world, 'save', { sheetId: world.sheet.id, draft, revision: '', force: true }, BOB)).toBe('');
  expect(codeOf(world, 'remove', { id, columns: 'delete' }, BOB)).toBe('');
});

/** Whatever people take away, forge or press under a run, it can be ended, and goes on where it can. */
import { expect, it } from 'vitest';
import { CAPITAL_DRAFT } from '../../world/drafts';
import { receipts } from '../../world/reading';
import { ask, BOB, codeOf, enrich, withFacts } from '../../world/sidebar';

const MINUTE = 60_000;
const SLOW = { linkup: { queueLimit: 5 } };

it.each([
  'key-changed',
  'agreement-void',
] as const)('Stop ends a run that is paused with %s', async (code) => {
  const { world, id } = await withFacts(20, SLOW, CAPITAL_DRAFT);
  enrich(world, id);
  const key = [...world.host.properties.document.keys()].find((each) => each.startsWith('linkup.run.')) ?? '';
  const run = JSON.parse(world.host.properties.document.get(key) ?? '');
  world.host.properties.document.set(key, JSON.stringify({ ...run, paused: { code, subject: 'Facts' } }));
  if (code === 'agreement-void') {
    const stored = `linkup.enrichment.${id}`;
    const e = JSON.parse(world.host.properties.document.get(stored) ?? '');
    world.host.properties.document.set(
      stored,
      JSON.stringify({ ...e, type: 'research', options: { mode: 'auto', reasoningDepth: 'XL' } }),
    );
  }
  ask(world, 'stop', { id });
  world.host.runClock(world.clock.now() + 10 * MINUTE);
  expect(ask(world, 'progress', { id })).toMatchObject({ state: 'ended' });
  expect(world.host.triggers).toEqual([]);
});

it('a run that somebody forged can be ended by anybody', async () => {
  const { world, id } = await withFacts(20, SLOW, CAPITAL_DRAFT);
  enrich(world, id);
  world.untilDone(2);
  const { run } = ask(world, 'progress', { id }) ?? { run: '' };
  const last = JSON.parse(world.host.properties.document.get(`linkup.last.${id}`) ?? '');
  const forged = { ...last.run, id: 'f0f0f0f0f0', agreement: 'f0f0f0f0f0' };
  expect(run).not.toBe('');
  world.host.properties.document.set('linkup.run.f0f0f0f0f0', JSON.stringify(forged));
  for (let press = 0; press < 2; press++) {
    ask(world, 'stop', { id }, BOB);
    world.clock.sleep(61 * MINUTE);
  }
  expect(ask(world, 'progress', { id }, BOB)).toMatchObject({ state: 'ended' });
  expect(codeOf(world, 'remove', { id, columns: 'delete' }, BOB)).toBe('');
});

it('the trigger that somebody deleted is armed again by the next look at the run', async () => {
  const { world, id } = await withFacts(20, SLOW, CAPITAL_DRAFT);
  enrich(world, id);
  (world.host.triggers as unknown[]).length = 0;
  ask(world, 'progress', { id });
  expect(world.host.triggers).toHaveLength(1);
});

it('two Stops at once end the run once, with one receipt', async () => {
  const { world, id } = await withFacts(20, SLOW, CAPITAL_DRAFT);
  enrich(world, id);
  let nested = false;
  world.host.onServiceCall = ({ method }) => {
    if (nested || method !== 'setProperty') return;
    nested = true;
    ask(world, 'stop', { id }, BOB);
  };
  ask(world, 'stop', { id });
  world.host.onServiceCall = undefined;
  world.untilDone(1);
  expect(ask(world, 'progress', { id })).toMatchObject({ state: 'ended' });
  expect(receipts(world)).toHaveLength(1);
});

it('a definition that somebody deletes in mid-run ends the run with a receipt', async () => {
  const { world, id } = await withFacts(20, SLOW, CAPITAL_DRAFT);
  enrich(world, id);
  world.host.properties.document.delete(`linkup.enrichment.${id}`);
  world.host.runClock(world.clock.now() + 10 * MINUTE);
  expect(world.host.triggers).toEqual([]);
  expect(receipts(world)).toHaveLength(1);
});

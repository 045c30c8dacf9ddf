/** Facts about endings: whatever has become of the sheet, the key or the colleague, a run can be ended, and everything goes on. */
import { expect } from 'vitest';
import { ServiceError } from '../../doubles/google/errors';
import { countryTable } from '../../world/countries';
import { fact } from '../../world/fact';
import { lastToast } from '../../world/reading';
import { ask, BOB, codeOf, enrich, withFacts } from '../../world/sidebar';
import { World } from '../../world/world';

const MINUTE = 60_000;
const OWNER = 'owner@example.com';

/** Makes every call of a method fail, as long as the test says so. */
function refuse(world: World, methods: readonly string[], text: string): void {
  world.host.onServiceCall = ({ service, method }) => {
    if (methods.includes(`${service}.${method}`)) throw new ServiceError(text);
  };
}

fact('A11 a workbook too full for “Linkup runs” does not keep a run from ending', async (edition) => {
  const { world, id } = await withFacts(5, { edition });
  enrich(world, id);
  refuse(
    world,
    ['Spreadsheet.insertSheet'],
    'This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
  );
  world.host.runClock(world.clock.now() + 30 * MINUTE);
  expect(world.host.triggers).toEqual([]);
  expect(ask(world, 'progress', { id })).toMatchObject({
    state: 'ended',
    receipt: { asked: 5, answered: 5 },
  });
  expect(codeOf(world, 'remove', { id, columns: 'keep' })).toBe('');
});

fact(
  'A12 when the asked heading is renamed, Stop really stops, and the run’s enrichment can go',
  async (edition) => {
    const { world, id } = await withFacts(20, { edition, linkup: { queueLimit: 5 } });
    enrich(world, id);
    world.sheet.type(1, 1, 'Nation');
    world.host.runClock(world.clock.now() + 5 * MINUTE);
    expect(ask(world, 'progress', { id })).toMatchObject({ state: 'paused', code: 'unknown-column' });
    expect(world.host.triggers).toEqual([]);
    expect(ask(world, 'stop', { id })).toMatchObject({ state: 'ended' });
    expect(codeOf(world, 'remove', { id, columns: 'delete' })).toBe('');
  },
);

fact('A13 the run of a colleague who left can be ended by whoever may edit', async (edition) => {
  const { world, id } = await withFacts(20, { edition, linkup: { queueLimit: 5 } });
  enrich(world, id);
  // Their account is gone, and with it whatever would have fired their trigger.
  for (const trigger of world.host.triggers) trigger.dueAt = undefined;
  world.host.runClock(world.clock.now() + 180 * MINUTE);
  ask(world, 'stop', { id }, BOB);
  world.clock.sleep(61 * MINUTE);
  expect(ask(world, 'stop', { id }, BOB)).toMatchObject({ state: 'ended' });
  expect(codeOf(world, 'remove', { id, columns: 'delete' }, BOB)).toBe('');
});

fact(
  'A14 a key that is taken away while the trigger works is gone at once, and no copy brings the run back',
  async (edition) => {
    const { world, id } = await withFacts(60, { edition, linkup: { queueLimit: 5 } });
    enrich(world, id);
    let code = 'not tried';
    world.host.onServiceCall = ({ service, method, execution }) => {
      const { by } = world.host.executions.find((one) => one.id === execution) ?? {};
      if (by !== 'clock' || `${service}.${method}` !== 'UrlFetchApp.fetch' || code !== 'not tried') return;
      code = codeOf(world, 'disconnect', null);
    };
    world.host.runClock(world.clock.now() + 10 * MINUTE);
    expect(code).toBe('');
    expect(ask(world, 'progress', { id })).toMatchObject({ state: 'paused', code: 'no-key' });
    expect(world.host.triggers).toEqual([]);
  },
);

fact(
  'A19 with all triggers taken the last word is that answers do not come by themselves',
  async (edition) => {
    const world = await World.open(countryTable(20), { edition, google: { limits: { triggersPerUser: 0 } } });
    world.save({ name: 'Facts' });
    world.press('Enrich all rows', 'YES');
    expect(world.host.triggers.filter(({ user }) => user === OWNER)).toEqual([]);
    expect(lastToast(world)).toContain('cannot arrive by themselves');
    expect(lastToast(world)).not.toContain('Answers arrive by themselves');
  },
);

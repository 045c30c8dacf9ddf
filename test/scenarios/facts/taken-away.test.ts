/** Facts about what people take away under a run: columns, the definition, the receipts, the trigger. Each time there is a way out. */
import { expect, it } from 'vitest';
import { CAPITAL_DRAFT, DRAFT } from '../../world/drafts';
import { fact } from '../../world/fact';
import { receipts } from '../../world/reading';
import { ask, BOB, codeOf, enrich, revisionOf, saved, withFacts } from '../../world/sidebar';
import type { World } from '../../world/world';

const MINUTE = 60_000;
const SLOW = { linkup: { queueLimit: 5 } };

/** Deletes the column with a heading that begins so. */
function dropColumn(world: World, heading: string): void {
  const [headings = []] = world.sheet.displayRows();
  world.sheet.deleteColumns(headings.findIndex((each) => each.startsWith(heading)) + 1, 1);
}

fact(
  'A12 when a hidden column is deleted in mid-run, Stop ends it and it can be removed',
  async (edition) => {
    const { world, id } = await withFacts(20, { edition, ...SLOW }, CAPITAL_DRAFT);
    enrich(world, id);
    dropColumn(world, 'Facts state');
    world.host.runClock(world.clock.now() + 5 * MINUTE);
    expect(ask(world, 'progress', { id })).toMatchObject({ state: 'paused', code: 'columns-missing' });
    expect(ask(world, 'stop', { id })).toMatchObject({ state: 'ended' });
    expect(world.host.triggers).toEqual([]);
    expect(codeOf(world, 'remove', { id, columns: 'delete' })).toBe('');
  },
);

it('A12 Save makes a deleted hidden column again once the run is stopped, and the rest is asked', async () => {
  const { world, id } = await withFacts(20, SLOW, CAPITAL_DRAFT);
  enrich(world, id);
  dropColumn(world, 'Facts state');
  world.host.runClock(world.clock.now() + 5 * MINUTE);
  ask(world, 'stop', { id });
  const again = { sheetId: world.sheet.id, draft: { ...CAPITAL_DRAFT, id }, force: false };
  expect(codeOf(world, 'save', { ...again, revision: revisionOf(world, id) })).toBe('');
  enrich(world, id);
  world.untilDone(2);
  expect(world.column('Facts status').filter((text) => !text.startsWith('Done'))).toEqual([]);
  // The tasks that the first run had sent were waited for, and not asked again.
  expect(world.linkup.bill.entries).toHaveLength(20);
});

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

it.each([
  'renamed',
  'deleted',
  'altered',
])('a receipts tab that is %s in mid-run keeps no run from ending', async (how) => {
  const { world, id } = await withFacts(5, {}, CAPITAL_DRAFT);
  enrich(world, id);
  world.untilDone(1);
  const tab = world.host.spreadsheet.sheets.find(({ name }) => name === 'Linkup runs');
  if (!tab) throw new Error('there are no receipts');
  const other = saved(world, { ...CAPITAL_DRAFT, name: 'Other' });
  enrich(world, other);
  if (how === 'renamed') tab.name = 'Mine';
  if (how === 'deleted') world.host.spreadsheet.deleteSheet(tab);
  if (how === 'altered') tab.deleteColumns(1, 3);
  world.untilDone(1);
  expect(ask(world, 'progress', { id: other })).toMatchObject({ state: 'ended', receipt: { asked: 5 } });
  expect(receipts(world).length).toBeGreaterThan(0);
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

it('two columns that begin to refuse answers in mid-run cost a row nothing but those two cells', async () => {
  const { world, id } = await withFacts(8, {}, DRAFT);
  enrich(world, id);
  for (const column of [2, 4])
    world.sheet.validate(2, column, 9, column, { kind: 'VALUE_IN_LIST', rejects: true, allows: () => false });
  world.untilDone(1);
  expect(world.column('Facts status').filter((text) => !text.startsWith('Done'))).toEqual([]);
  expect(world.column('area').filter((text) => text !== '').length).toBeGreaterThan(5);
  expect(world.linkup.bill.entries).toHaveLength(8);
});

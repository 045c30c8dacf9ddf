/** A12: a heading renamed or a column deleted in mid-run leaves a way out. */

import { expect, it } from 'vitest';
import { CAPITAL_DRAFT, DRAFT } from '../../world/drafts';
import { fact } from '../../world/fact';
import { SAYS, statusOf } from '../../world/says';
import { ask, codeOf, enrich, revisionOf, withFacts } from '../../world/sidebar';
import type { World } from '../../world/world';

const MINUTE = 60_000;
const SLOW = { linkup: { queueLimit: 5 } };

/** Deletes the column with a heading that begins so. */
function dropColumn(world: World, heading: string): void {
  const [headings = []] = world.sheet.displayRows();
  world.sheet.deleteColumns(headings.findIndex((each) => each.startsWith(heading)) + 1, 1);
}

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
  expect(world.column(statusOf('Facts')).filter((text) => !text.startsWith(SAYS.done))).toEqual([]);
  // The tasks that the first run had sent were waited for, and not asked again.
  expect(world.linkup.bill.entries).toHaveLength(20);
});

it('two columns that begin to refuse answers in mid-run cost a row nothing but those two cells', async () => {
  const { world, id } = await withFacts(8, {}, DRAFT);
  enrich(world, id);
  for (const column of [2, 4])
    world.sheet.validate(2, column, 9, column, { kind: 'VALUE_IN_LIST', rejects: true, allows: () => false });
  world.untilDone(1);
  expect(world.column(statusOf('Facts')).filter((text) => !text.startsWith(SAYS.done))).toEqual([]);
  expect(world.column('area').filter((text) => text !== '').length).toBeGreaterThan(5);
  expect(world.linkup.bill.entries).toHaveLength(8);
});

/** A11: a receipt that cannot be written keeps no run from ending. */

import { expect, it } from 'vitest';
import { TEST_KEY } from '../../doubles/linkup';
import { CAPITAL_DRAFT, twinOf } from '../../world/drafts';
import { fact } from '../../world/fact';
import { receipts } from '../../world/reading';
import { RECEIPTS } from '../../world/says';
import { ask, BOB, codeOf, enrich, saved, toFill, withFacts } from '../../world/sidebar';
import { refuse } from '../../world/unattended';
import type { World } from '../../world/world';

const MINUTE = 60_000;

fact('A11 a workbook too full for “Linkup runs” does not keep a run from ending', async (edition) => {
  const { world, id } = await withFacts(5, { edition });
  enrich(world, id);
  refuse(
    world,
    'Spreadsheet.insertSheet',
    'This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
    Number.POSITIVE_INFINITY,
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
  'A11 “Linkup runs” that somebody protected does not keep a colleague’s run from ending',
  async (edition) => {
    const { world, id } = await withFacts(5, { edition });
    const { sheet } = world;
    world.host.spreadsheet.addSheet(RECEIPTS).protect(undefined, { editors: [] });
    world.host.spreadsheet.select(sheet);
    ask(world, 'connect', { key: TEST_KEY }, BOB);
    const choice = toFill(world, id);
    const { total } = ask(world, 'offer', choice, BOB);
    ask(world, 'enrich', { ...choice, total, cap: total }, BOB);
    world.host.runClock(world.clock.now() + 30 * MINUTE);
    expect(world.host.triggers).toEqual([]);
    expect(ask(world, 'progress', { id }, BOB)).toMatchObject({
      state: 'ended',
      receipt: { asked: 5, answered: 5, cost: 0.03 },
    });
    expect(codeOf(world, 'save', { ...over(world), draft: { ...CAPITAL_DRAFT, id } }, BOB)).toBe('');
    expect(codeOf(world, 'remove', { id, columns: 'keep' }, BOB)).toBe('');
  },
);

/** Where a Save goes, whatever was saved before. */
function over({ sheet }: World): { sheetId: number; revision: string; force: boolean } {
  return { sheetId: sheet.id, revision: '', force: true };
}

it.each([
  'renamed',
  'deleted',
  'altered',
])('a receipts tab that is %s in mid-run keeps no run from ending', async (how) => {
  const { world, id } = await withFacts(5, {}, CAPITAL_DRAFT);
  enrich(world, id);
  world.untilDone(1);
  const tab = world.host.spreadsheet.sheets.find(({ name }) => name === RECEIPTS);
  if (!tab) throw new Error('there are no receipts');
  const other = saved(world, twinOf(CAPITAL_DRAFT, 'Other'));
  enrich(world, other);
  if (how === 'renamed') tab.name = 'Mine';
  if (how === 'deleted') world.host.spreadsheet.deleteSheet(tab);
  if (how === 'altered') tab.deleteColumns(1, 3);
  world.untilDone(1);
  expect(ask(world, 'progress', { id: other })).toMatchObject({ state: 'ended', receipt: { asked: 5 } });
  expect(receipts(world).length).toBeGreaterThan(0);
});

/** S5: whatever stands in a hidden cell, a run comes to its end. */

import { expect, it } from 'vitest';
import type { LinkupKnobs } from '../../doubles/linkup';
import { built } from '../../world/built';
import { CAPITAL_DRAFT } from '../../world/drafts';
import { fact } from '../../world/fact';
import { hidden, runOf, typeHidden } from '../../world/forging';
import { statusOf } from '../../world/says';
import { enrich, withFacts } from '../../world/sidebar';
import { slowSearches } from '../../world/slow';
import type { Edition, World } from '../../world/world';

const ROWS = 12;

/** One part of the State cell of a row, changed. */
function changed(world: World, row: number, part: number, text: string): void {
  const parts = hidden(world, row, 'Facts state').split(' | ');
  typeHidden(world, row, 'Facts state', parts.map((each, i) => (i === part ? text : each)).join(' | '));
}

type Hand = readonly [string, (world: World) => void, Partial<LinkupKnobs>?];

const HANDS: readonly Hand[] = [
  ['a task id with a lone surrogate', (world) => typeHidden(world, 2, 'Facts task', '\ud800x')],
  ['a task id of 5,000 characters', (world) => typeHidden(world, 3, 'Facts task', 'x'.repeat(5_000))],
  ['“..” for a task id', (world) => typeHidden(world, 4, 'Facts task', '..')],
  // What Linkup has lost is noticed by its age.
  ['the year 9999', (world) => changed(world, 5, 1, '9999-12-31T23:59:59.999Z'), { retentionMs: 1 }],
  // A row that was not asked yet: the run counts from it.
  ['an ordinal of 400 digits', (world) => changed(world, 12, 4, '9'.repeat(400)), slowSearches()],
];

/** What the first edition stood. */
const MORE: readonly Hand[] = [
  ['the path of another call for a task id', (world) => typeHidden(world, 5, 'Facts task', '../../search')],
  ['the last year that there is', (world) => changed(world, 5, 1, '+275760-09-13T00:00:00.000Z')],
  ['an ordinal that no number holds exactly', (world) => changed(world, 12, 4, '9007199254740993')],
];

for (const hand of HANDS)
  fact(`S5 ${hand[0]}, typed into one hidden cell, keeps no run from its end`, (edition) =>
    typedInMidRun(edition, hand),
  );

for (const hand of MORE)
  it(`${hand[0]}, typed into one hidden cell, keeps no run from its end`, () => typedInMidRun(built(), hand));

/** A run in whose middle somebody types into one hidden cell. */
async function typedInMidRun(edition: Edition, [, hand, knobs]: Hand): Promise<void> {
  const linkup = { queueLimit: 5, ...knobs };
  const { world, id } = await withFacts(ROWS, { edition, linkup }, CAPITAL_DRAFT);
  enrich(world, id);
  hand(world);
  const before = world.host.executions.length;
  const firings = (): number => world.host.executions.length - before;
  const isOver = (): boolean => world.host.triggers.length === 0 || firings() > MOST;
  world.host.runClock({ until: isOver, limitMs: 30 * 3_600_000 });
  expect(firings()).toBeLessThanOrEqual(MOST);
  expect(world.host.triggers).toEqual([]);
  expect(runOf(world)).toBe('');
  expect(world.linkup.bill.total()).toBeLessThanOrEqual(ROWS * 0.006);
  expect(world.column(statusOf('Facts')).filter((status) => /^(Asking|Waiting)/.test(status))).toEqual([]);
}

/** Times that a trigger may fire for it. */
const MOST = 30;

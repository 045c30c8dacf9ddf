/** A8: an execution that dies in mid-write is looked after, whatever is started, stopped or undone meanwhile. */

import { describe, expect, it } from 'vitest';
import { ExecutionKilled } from '../../doubles/google';
import { type LinkupDouble, TEST_KEY } from '../../doubles/linkup';
import { built } from '../../world/built';
import { countryTable } from '../../world/countries';
import { CAPITAL_DRAFT } from '../../world/drafts';
import { fact } from '../../world/fact';
import { leftovers, openWithLinkup } from '../../world/reading';
import { SAYS, statusOf } from '../../world/says';
import { ask, BOB, codeOf, enrich, saved, toFill, withFacts } from '../../world/sidebar';
import type { Edition, World } from '../../world/world';

const MINUTE = 60_000;
const ROWS = 6;
const OTHER = { ...CAPITAL_DRAFT, name: 'Money', fields: [{ name: 'currency', kind: 'text' }] } as const;

const BOBS_KEY = 'key-of-bob';
const KEYS = { [TEST_KEY]: { organization: 'acme' }, [BOBS_KEY]: { organization: 'bobs' } };

interface HalfWritten {
  readonly world: World;
  readonly linkup: LinkupDouble;
  /** Of the enrichment whose answers were cut short. */
  readonly id: string;
  /** Of another one on the same sheet. */
  readonly other: string;
}

/** The trigger dies while it writes answers, and of what it had written only the hidden columns reach the sheet. */
async function halfWritten(edition: Edition): Promise<HalfWritten> {
  const { world, linkup } = await openWithLinkup(countryTable(ROWS), { keys: KEYS }, TEST_KEY, { edition });
  const id = saved(world, CAPITAL_DRAFT);
  const other = saved(world, OTHER);
  // The person moves the answers to the end of the table: they are written after the hidden columns, then.
  world.sheet.moveColumn(2, world.sheet.maxColumns);
  enrich(world, id);
  killInMidWrite(world);
  expect(world.column(statusOf('Facts'))).toContain(SAYS.done);
  expect(world.column('capital').filter((text) => text === '')).toHaveLength(ROWS);
  return { world, linkup, id, other };
}

/** Kills the trigger before the flush of the first answers. */
function killInMidWrite(world: World): void {
  const killed = (): boolean => world.host.executions.at(-1)?.outcome === 'killed';
  world.host.onServiceCall = ({ method }) => {
    if (method === 'flush') throw new ExecutionKilled(undefined, 'partly');
  };
  world.host.runClock({ until: killed, limitMs: 10 * MINUTE });
  world.host.onServiceCall = undefined;
}

fact('A8 a kill in mid-write is looked after when another enrichment is started', async (edition) => {
  const { world, linkup, other } = await halfWritten(edition);
  enrich(world, other);
  world.host.runClock(world.clock.now() + 30 * MINUTE);
  expect(world.column('capital').filter((text) => text === '')).toEqual([]);
  expect(linkup.bill.entries).toHaveLength(2 * ROWS);
});

fact('A8 nor when a colleague starts one with a key of their own', async (edition) => {
  const { world, linkup, other } = await halfWritten(edition);
  ask(world, 'connect', { key: BOBS_KEY }, BOB);
  const choice = toFill(world, other);
  const { total } = ask(world, 'offer', choice, BOB);
  ask(world, 'enrich', { ...choice, total, cap: total }, BOB);
  world.host.runClock(world.clock.now() + 30 * MINUTE);
  expect(world.column('capital').filter((text) => text === '')).toEqual([]);
  expect(linkup.bill.entries).toHaveLength(2 * ROWS);
});

it('A8 what a run left half-written that was ended by hand is not asked again', async () => {
  const { world, linkup, id } = await halfWritten(built());
  for (let press = 0; press < 2; press++) {
    ask(world, 'stop', { id }, BOB);
    world.clock.sleep(121 * MINUTE);
  }
  expect(ask(world, 'progress', { id })).toMatchObject({ state: 'ended' });
  enrich(world, id);
  world.host.runClock(world.clock.now() + 30 * MINUTE);
  expect(world.column('capital').filter((text) => text === '')).toEqual([]);
  expect(linkup.bill.entries).toHaveLength(ROWS);
  expect(leftovers(world)).toEqual([]);
});

/** A run that has ended, with its answers behind the hidden columns. */
async function answered(): Promise<{ world: World; id: string; run: string }> {
  const { world, id } = await withFacts(ROWS, {}, CAPITAL_DRAFT);
  world.sheet.moveColumn(2, world.sheet.maxColumns);
  enrich(world, id);
  world.untilDone(1);
  const { run } = ask(world, 'progress', { id }) ?? { run: '' };
  return { world, id, run };
}

const KILLS = ['lost', 'partly', 'applied'] as const;

describe.each(KILLS)('an Undo that is killed, with what it wrote %s', (onKill) => {
  it.each([1, 2])('before flush %i is done by another Undo', async (moment) => {
    const { world, id, run } = await answered();
    let flushes = 0;
    world.host.onServiceCall = ({ method }) => {
      if (method === 'flush' && ++flushes === moment) throw new ExecutionKilled(undefined, onKill);
    };
    expect(() => ask(world, 'undo', { id, run })).toThrow();
    world.host.onServiceCall = undefined;
    codeOf(world, 'undo', { id, run });
    expect(world.column('capital').join('')).toBe('');
    expect(world.column(statusOf('Facts')).join('')).toBe('');
  });
});

it('a mark is nobody’s business once its enrichment is removed', async () => {
  const { world, id } = await halfWritten(built());
  world.untilDone(1);
  world.host.properties.document.set(`linkup.mark.0.1a2b3c4d5e`, id);
  ask(world, 'remove', { id, columns: 'delete' });
  expect(leftovers(world)).toEqual([]);
});

it('a row that was sent and not yet known is not said to be unasked when its run is ended by hand', async () => {
  const { world, id } = await withFacts(ROWS, {}, CAPITAL_DRAFT);
  world.host.onServiceCall = () => {
    if (world.linkup.tasks.length > 0) throw new ExecutionKilled();
  };
  expect(() => enrich(world, id)).toThrow();
  world.host.onServiceCall = undefined;
  for (let press = 0; press < 2; press++) {
    ask(world, 'stop', { id }, BOB);
    // Nobody's trigger obeys: their account is gone.
    for (const trigger of world.host.triggers) trigger.dueAt = undefined;
    world.clock.sleep(121 * MINUTE);
  }
  expect(ask(world, 'progress', { id })).toMatchObject({ state: 'ended' });
  expect(world.linkup.tasks).toHaveLength(ROWS);
  expect(new Set(world.column(statusOf('Facts')))).toEqual(
    new Set(['Stopped before the answer came; it may be billed']),
  );
});

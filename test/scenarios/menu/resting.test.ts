/** A press that stays with its run lets others in between two looks: a person is never kept waiting, and nobody does its work twice. */
import { describe, expect, it } from 'vitest';
import { ExecutionKilled } from '../../doubles/google';
import type { LinkupKnobs } from '../../doubles/linkup';
import { countryTable, FACTS } from '../../world/countries';
import { CAPITAL_DRAFT, twinOf } from '../../world/drafts';
import { wrongAnswers } from '../../world/facts-oracle';
import { PROFILE } from '../../world/profile';
import { leftovers } from '../../world/reading';
import { besidesBlanks, MENU, SAYS, statusOf } from '../../world/says';
import { ask, begin, enrich, saved } from '../../world/sidebar';
import { World } from '../../world/world';

const ROWS = 12;
const MINUTE = 60_000;

/** Long enough for a few looks that find nothing, and for a tick of the trigger. */
const SLOW = { queuedMs: [90_000, 100_000] as const };

/** A run that was begun in the menu, whose answers are slow; `deed` is done each time that the press has let go of the document. */
async function resting(
  deed: (world: World, times: number) => void,
  knobs: Partial<LinkupKnobs> = {},
): Promise<World> {
  const world = await World.open(countryTable(ROWS), { linkup: { ...SLOW, ...knobs } });
  world.save(FACTS);
  whenResting(world, (times) => deed(world, times));
  try {
    world.press(MENU.all, 'YES');
  } catch (thrown) {
    if (!(thrown instanceof ExecutionKilled)) throw thrown;
  }
  world.host.onServiceCall = undefined;
  return world;
}

/** Does something each time that a press from the menu has let go of the document. */
function whenResting({ host }: World, deed: (times: number) => void): void {
  let [free, times] = [false, 0];
  host.onServiceCall = ({ service, method, execution }) => {
    const { by } = host.executions.find((one) => one.id === execution) ?? {};
    if (by !== 'menu') return;
    if (method === 'sleep' && free) deed(++times);
    if (service === 'Lock') free = method === 'releaseLock';
  };
}

function expectWhole(world: World): void {
  world.host.runClock({ until: () => world.host.triggers.length === 0, limitMs: 24 * 60 * MINUTE });
  expect(wrongAnswers(world)).toEqual([]);
  expect(new Set(world.column(statusOf('Facts')).map(besidesBlanks))).toEqual(new Set([SAYS.done]));
  expect(world.linkup.bill.entries).toHaveLength(new Set(world.linkup.tasks.map(({ id }) => id)).size);
  expect(leftovers(world)).toEqual([]);
}

/** Executions of a kind, with how each ended. */
const executionsBy = ({ host }: World, kind: string) => host.executions.filter(({ by }) => by === kind);

describe('while a press rests', () => {
  it('it does so often, and ends its run itself', async () => {
    let rests = 0;
    const world = await resting((_, times) => {
      rests = times;
    });
    expect(rests).toBeGreaterThan(10);
    expect(executionsBy(world, 'menu').at(-1)?.outcome).toBe('completed');
    expect(world.column(statusOf('Facts')).map(besidesBlanks)).toEqual(Array(ROWS).fill(SAYS.done));
    expectWhole(world);
    expect(world.linkup.tasks).toHaveLength(ROWS);
  });

  it('a tick of the same person leaves the run to it, without a look at the sheet', async () => {
    const looks: string[] = [];
    const world = await resting(({ host, clock }) => {
      const before = host.calls.sheet;
      host.runClock(clock.now());
      if (host.calls.sheet > before) looks.push('a tick');
    });
    expect(executionsBy(world, 'clock').length).toBeGreaterThan(PROFILE === 'addon' ? -1 : 0);
    expect(looks).toEqual([]);
    expect(world.column(statusOf('Facts')).map(besidesBlanks)).toEqual(Array(ROWS).fill(SAYS.done));
    expectWhole(world);
    expect(world.linkup.tasks).toHaveLength(ROWS);
  });

  it('whoever looks on in the sidebar is told how it stands, without a cell being read', async () => {
    const seen: unknown[] = [];
    const world = await resting((world, times) => {
      if (times % 5 !== 3) return;
      const { host } = world;
      const [{ id } = { id: '' }] = ask(world, 'start', null).enrichments;
      const before = host.calls.cellsRead;
      const { counts } = ask(world, 'progress', { id }) ?? {};
      seen.push([counts?.rows, host.calls.cellsRead - before]);
    });
    expect(seen.length).toBeGreaterThan(3);
    expect(new Set(seen.map((each) => JSON.stringify(each)))).toEqual(new Set([JSON.stringify([ROWS, 0])]));
    expectWhole(world);
  });

  it.each([
    ['saves another enrichment', (world: World) => void saved(world, twinOf(CAPITAL_DRAFT, 'Capital'))],
    [
      'starts another one',
      (world: World) => void enrich(world, saved(world, twinOf(CAPITAL_DRAFT, 'Capital'))),
    ],
    ['checks for results', (world: World) => void world.press(MENU.check)],
  ])('whoever %s is let in at once, and the run ends rightly all the same', async (_, deed) => {
    let waited = -1;
    const world = await resting((world, times) => {
      if (times !== 3) return;
      world.host.onServiceCall = ({ method, args }) => {
        if (method === 'tryLock' && waited < 0) waited = Number(args[0]) > 0 ? world.clock.now() : 0;
      };
      deed(world);
    });
    expect(waited).toBeGreaterThanOrEqual(0);
    expectWhole(world);
  });

  it('a run that was taken up again keeps a trigger, though somebody saves meanwhile', async () => {
    const world = await World.open(countryTable(ROWS), { linkup: { ...SLOW, queueLimit: 4 } });
    world.save(FACTS);
    begin(world);
    world.sheet.type(1, 1, 'Nation');
    world.host.runClock({ until: () => world.host.triggers.length === 0, limitMs: 24 * 60 * MINUTE });
    expect(world.host.triggers).toEqual([]);
    world.sheet.type(1, 1, 'Country');
    whenResting(world, (times) => {
      if (times === 2) saved(world, twinOf(CAPITAL_DRAFT, 'Capital'));
    });
    world.press(MENU.check);
    world.host.onServiceCall = undefined;
    expect(world.host.triggers).toHaveLength(1);
    expectWhole(world);
  });

  it('Stop is obeyed at once', async () => {
    // Four are at Linkup by then, which is not on the sheet yet.
    const before: number[] = [];
    const waiting = (world: World): number =>
      world.column(statusOf('Facts')).filter((status) => status === SAYS.waiting).length;
    const world = await resting(
      (world, times) => {
        if (times !== 3) return;
        before.push(waiting(world));
        world.press(MENU.stop);
        before.push(waiting(world));
      },
      { queueLimit: 4 },
    );
    expect(before).toEqual([ROWS, 0]);
    world.host.runClock({ until: () => world.host.triggers.length === 0, limitMs: 24 * 60 * MINUTE });
    expect(world.linkup.tasks).toHaveLength(4);
    expect(leftovers(world)).toEqual([]);
  });

  it('a press that is killed is followed by the trigger at its second tick', async () => {
    let killedAt = 0;
    const world = await resting((world, times) => {
      if (times < 5) return;
      killedAt = world.clock.now();
      world.host.onServiceCall = undefined;
      throw new ExecutionKilled();
    });
    const tick = (PROFILE === 'addon' ? 60 : 1) * MINUTE;
    world.host.runClock(killedAt + 2 * tick + MINUTE);
    expect(executionsBy(world, 'menu').at(-1)?.outcome).toBe('killed');
    expect(
      world
        .column(statusOf('Facts'))
        .map(besidesBlanks)
        .filter((status) => status === SAYS.done).length,
    ).toBeGreaterThan(0);
    expectWhole(world);
    expect(world.linkup.tasks).toHaveLength(ROWS);
  });
});

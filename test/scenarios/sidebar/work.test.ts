/** While the sidebar is open, one call of its page works on the runs and another looks on: who looks reads a record, and never a cell. */
import { describe, expect, it } from 'vitest';
import type { Progress } from '../../../src/sidebar/protocol';
import { wrongAnswers } from '../../world/facts-oracle';
import { leftovers, receipts } from '../../world/reading';
import { ask, BOB, enrich, follow, withFacts, work } from '../../world/sidebar';
import type { World } from '../../world/world';

const ROWS = 12;

/** Answers take a minute and a half. */
const SLOW = { linkup: { queuedMs: [90_000, 100_000] as const } };

/** What is told of a run while something is done, and what telling it read. */
function looks(
  world: World,
  id: string,
): { readonly seen: Progress[]; cells: number; readonly look: () => void } {
  const found = {
    seen: [] as Progress[],
    cells: 0,
    look: (): void => {
      const before = world.host.calls.cellsRead;
      const report = ask(world, 'progress', { id });
      if (report) found.seen.push(report);
      if (report?.state !== 'ended') found.cells += world.host.calls.cellsRead - before;
    },
  };
  return found;
}

describe('one call of the page', () => {
  it('stays with its runs to their end, and whoever looks on meanwhile reads no cell', async () => {
    const { world, id } = await withFacts(ROWS, SLOW);
    enrich(world, id);
    const found = looks(world, id);
    work(world, found.look);
    expect(found.seen.length).toBeGreaterThan(20);
    expect(found.cells).toBe(0);
    expect(new Set(found.seen.map(({ counts }) => counts.rows))).toEqual(new Set([ROWS]));
    expect(ask(world, 'progress', { id })).toMatchObject({ state: 'ended', counts: { done: ROWS } });
    expect(wrongAnswers(world)).toEqual([]);
    expect(leftovers(world)).toEqual([]);
  });

  it('tells what came as soon as it is on the sheet', async () => {
    const { world, id } = await withFacts(60, { linkup: { queueLimit: 10 } });
    enrich(world, id);
    const found = looks(world, id);
    work(world, found.look);
    const done = found.seen.map(({ counts }) => counts.done);
    expect(new Set(done).size).toBeGreaterThan(2);
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(found.cells).toBe(0);
  });

  it('leaves at once where another page of the same person is at work', async () => {
    const { world, id } = await withFacts(ROWS, SLOW);
    enrich(world, id);
    const others: string[] = [];
    work(world, () => {
      const before = world.host.calls.sheet;
      others.push(`${ask(world, 'work', null)}, ${world.host.calls.sheet - before} sheet calls`);
    });
    expect(new Set(others)).toEqual(new Set(['busy, 0 sheet calls']));
    expect(world.linkup.bill.entries).toHaveLength(ROWS);
  });

  it('of somebody who has no run here, or whose runs wait for them, does nothing', async () => {
    const { world, id } = await withFacts(ROWS, SLOW);
    enrich(world, id);
    expect(ask(world, 'work', null, BOB)).toBe('idle');
    ask(world, 'disconnect', null);
    const before = world.host.calls.sheet;
    expect(ask(world, 'work', null)).toBe('paused');
    expect(world.host.calls.sheet - before).toBe(0);
  });

  it('is obeyed by at its next look when somebody stops the run', async () => {
    const { world, id } = await withFacts(40, { linkup: { queueLimit: 2 } });
    enrich(world, id);
    let stoppedAt = 0;
    work(world, () => {
      if (stoppedAt > 0) return;
      stoppedAt = world.clock.now();
      ask(world, 'stop', { id });
    });
    const posts = world.linkup.requests.filter(
      ({ method, at }) => method === 'POST' && at > stoppedAt + 10_000,
    );
    expect(posts).toEqual([]);
    expect(follow(world, id).at(-1)).toMatchObject({ state: 'ended' });
  });
});

describe('whoever looks on', () => {
  it('is told at once why a run pauses, though its worker stays for the answers that are under way', async () => {
    const { world, id } = await withFacts(40, { linkup: { ...SLOW.linkup, queueLimit: 20 } });
    enrich(world, id);
    const problem = { code: 'TASK_TYPE_NOT_SUPPORTED', message: 'not yours' };
    world.linkup.failNext({ method: 'POST', path: '/v1/tasks', effect: 'before', status: 400, ...problem });
    const found = looks(world, id);
    work(world, found.look);
    const first = found.seen.findIndex(({ state }) => state === 'paused');
    expect(found.seen[first]).toMatchObject({ code: 'type-not-enabled' });
    expect(found.seen.slice(first).every(({ state }) => state === 'paused')).toBe(true);
    expect(found.seen.length - first).toBeGreaterThan(1);
    expect(found.cells).toBe(0);
  });
});

describe('a page from before an update, which only looks', () => {
  it('moves a run that nobody works on, and does not where a trigger just did', async () => {
    const { world, id } = await withFacts(ROWS, SLOW);
    enrich(world, id);
    const found = looks(world, id);
    found.look();
    expect(found.cells).toBe(0);
    for (let i = 0; i < 200 && ask(world, 'progress', { id })?.state !== 'ended'; i++)
      world.clock.sleep(2_000);
    expect(ask(world, 'progress', { id })).toMatchObject({ state: 'ended', counts: { done: ROWS } });
    expect(receipts(world)).toHaveLength(1);
  });
});

describe('rows that failed', () => {
  /** A run some of whose rows fail, seen while the others are still under way. */
  async function failing(): Promise<{ world: World; id: string; live: Progress | undefined }> {
    const failWhen = (asked: { input: object }) =>
      /Peru|Chad/.test(JSON.stringify(asked.input)) ? ('INTERNAL_SERVER_ERROR' as const) : null;
    const stuck = (asked: { input: object }) => /Niger/.test(JSON.stringify(asked.input));
    const table = [['Country'], ['Mali'], ['Peru'], ['Niger'], ['Chad']];
    const { world, id } = await withFacts(table, { linkup: { failWhen, stuck } });
    enrich(world, id);
    const found = looks(world, id);
    work(world, found.look);
    expect(found.cells).toBe(0);
    return { world, id, live: found.seen.findLast(({ state }) => state === 'working') };
  }

  it('are told by reason while the run goes on, and which they are when somebody asks', async () => {
    const { world, id, live } = await failing();
    const reason = 'Linkup had an internal error. Retry.';
    expect(live?.failures).toEqual([{ reason, total: 2 }]);
    expect(ask(world, 'failures', { id })).toEqual([
      {
        reason,
        total: 2,
        rows: [
          expect.objectContaining({ at: 3, label: 'Peru' }),
          expect.objectContaining({ at: 5, label: 'Chad' }),
        ],
      },
    ]);
  });
});

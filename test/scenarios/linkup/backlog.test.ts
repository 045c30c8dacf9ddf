/** More answers than a page of Linkup's list holds come at once: all of them are found in the list, and each is paid for once. */
import { describe, expect, it } from 'vitest';
import { ExecutionKilled } from '../../doubles/google';
import type { LinkupKnobs } from '../../doubles/linkup';
import { wrongAnswers } from '../../world/facts-oracle';
import { SAYS, statusOf } from '../../world/says';
import { enrich, withFacts, work } from '../../world/sidebar';
import type { World } from '../../world/world';

const ROWS = 900;

/** As many places as there are rows, and answers that come within seconds of each other. */
const MANY = { linkup: { queueLimit: 1_000 } };

const TABLE = [['Country'], ...Array.from({ length: ROWS }, (_, i) => [`Atlantis ${i}`])];

async function started(linkup: Partial<LinkupKnobs> = {}): Promise<World> {
  const { world, id } = await withFacts(TABLE, { linkup: { ...MANY.linkup, ...linkup } });
  enrich(world, id);
  return world;
}

function listsOf({ linkup }: World, direction: 'asc' | 'desc'): number {
  return linkup.requests.filter(({ query }) => query.includes(`sortDirection=${direction}`)).length;
}

function expectWhole(world: World): void {
  const { host, linkup } = world;
  host.runClock({ until: () => host.triggers.length === 0, limitMs: 24 * 3_600_000 });
  expect(wrongAnswers(world)).toEqual([]);
  expect(new Set(world.column(statusOf('Facts')))).toEqual(new Set([SAYS.notFound]));
  expect(linkup.tasks).toHaveLength(ROWS);
  expect(linkup.requests.filter(({ path }) => /\/tasks\/./.test(path))).toEqual([]);
}

describe('a backlog of answers', () => {
  it('is read from the oldest on, in about as many lists as it fills pages', async () => {
    const world = await started();
    work(world, () => {});
    expect(listsOf(world, 'asc')).toBeGreaterThan(3);
    expect(listsOf(world, 'asc') + listsOf(world, 'desc')).toBeLessThan(40);
    expectWhole(world);
  });

  it('is found whole by the next execution where one dies half-way', async () => {
    const world = await started();
    world.host.onServiceCall = ({ service, args }) => {
      if (service !== 'UrlFetchApp' || listsOf(world, 'asc') < 3) return;
      if (!String(args[0]).includes('sortDirection')) return;
      world.host.onServiceCall = undefined;
      throw new ExecutionKilled('killed by the test', 'lost');
    };
    expect(() => work(world, () => {})).toThrow();
    expectWhole(world);
  });

  it('is found where the list is behind, and where many end in the same moment', async () => {
    const world = await started({ listLagMs: 3_000, queuedMs: [0, 1], completionOrder: 'submission' });
    work(world, () => {});
    expectWhole(world);
  });
});

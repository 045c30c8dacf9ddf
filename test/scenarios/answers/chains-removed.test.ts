/** An enrichment that is removed in mid-chain: before the second question is asked, while it is, and after it was stopped. */
import { describe, expect, it } from 'vitest';
import { askedOfEach, chained, enrichAll, isLive } from '../../world/chains';
import { leftovers } from '../../world/reading';
import { ask, codeOf } from '../../world/sidebar';
import { slow } from '../../world/slow';
import type { World } from '../../world/world';

/** A chain of three, as far as `isThere` says. */
async function upTo(isThere: (world: World) => boolean) {
  const { world, ids } = await chained({ linkup: slow([90_000, 120_000]) }, 1);
  enrichAll(world);
  for (let tick = 0; tick < 60 && !isThere(world); tick++) world.host.runClock(world.clock.now() + 10_000);
  expect(isThere(world)).toBe(true);
  const remove = (at: number, columns: 'keep' | 'delete') =>
    codeOf(world, 'remove', { id: ids[at] ?? '', columns });
  return { world, ids, remove };
}

const isAsking = (name: string) => (world: World) => world.column(`${name} status`)[0] === 'Asking…';

describe('removing an enrichment in mid-chain', () => {
  it('before the second question is refused, whichever it is', async () => {
    const { world, remove } = await upTo(isAsking('Facts'));
    for (const at of [0, 1, 2]) expect(remove(at, 'delete'), `${at}`).toBe('already-running');
    world.untilDone();
    expect(askedOfEach(world)).toEqual([1, 1, 1]);
  });

  it('while the second is asked is refused: what it brings would find its row no more', async () => {
    const { world, remove } = await upTo(isAsking('Size'));
    // Its own run has ended; the third waits for it, too.
    expect([remove(0, 'delete'), remove(0, 'keep')]).toEqual(['asked-with', 'asked-with']);
    expect([remove(1, 'keep'), remove(2, 'keep')]).toEqual(['already-running', 'already-running']);
    world.untilDone();
    expect(askedOfEach(world)).toEqual([1, 1, 1]);
    expect(world.column('Coast status')).toEqual(['Done']);
  });

  it('while the last is asked is refused where its column would go, and done where that is kept', async () => {
    const { world, remove } = await upTo(isAsking('Coast'));
    expect([remove(0, 'delete'), remove(1, 'delete')]).toEqual(['asked-with', 'asked-with']);
    expect(remove(2, 'delete')).toBe('already-running');
    world.untilDone();
    expect([remove(0, 'delete'), world.column('Coast status')]).toEqual(['', ['Done']]);
  });

  it('of which the others were stopped is done, and leaves nothing of it', async () => {
    const { world, ids, remove } = await upTo(isAsking('Size'));
    ask(world, 'stopChain', { sheetId: world.sheet.id });
    expect(remove(0, 'keep')).toBe('asked-with');
    world.untilDone();
    expect([remove(1, 'delete'), isLive(world)]).toEqual(['', false]);
    expect(askedOfEach(world)).toEqual([1, 1, 0]);
    expect(new Set(ask(world, 'start', null).enrichments.map(({ id }) => id))).toEqual(
      new Set([ids[0], ids[2]]),
    );
    expect(leftovers(world)).toEqual([]);
  });
});

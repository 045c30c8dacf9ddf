/** More of a list, whatever comes between: kills, a second window, people at its sheet, and a way on for what was paid for. */
import { describe, expect, it } from 'vitest';
import { VirtualClock } from '../../doubles/clock';
import { countryTable } from '../../world/countries';
import { killBefore } from '../../world/kills';
import { LIST_PRICE, listed, makeList, rowsOn } from '../../world/lists';
import { receipts } from '../../world/reading';
import { ask, codeOf } from '../../world/sidebar';
import { THOROUGH } from '../../world/thorough';
import { World } from '../../world/world';

const NAME = 'The two largest countries with capital and area';

/** A list of two, of which a press brings two more. */
async function withList(clock = new VirtualClock()) {
  const world = await World.open(countryTable(1), { clock });
  const { kept } = makeList(world, { template: NAME });
  listed(world, kept);
  return { world, kept };
}

const tasks = ({ linkup }: World): number => linkup.tasks.length;
const keysOn = (world: World): string[] => (rowsOn(world, NAME) ?? []).slice(1).map(([key = '']) => key);

describe('more of a list', () => {
  /** What lasts: a kill before anything else is one before the next of these. */
  const LASTS = /^(fetch|setPropert|deleteProperty|setValues|appendRow|insertRows|flush)/;

  /** Plays one press with a kill before the n-th call that lasts; false where there is no such call. */
  function killedAt(world: World, kept: string, moment: number): boolean {
    const { survive, isDone } = killBefore(world, LASTS, moment);
    survive(() => ask(world, 'moreOfList', { kept, total: LIST_PRICE }));
    const isPending = (): boolean => ask(world, 'start', null).lists[0]?.pending ?? false;
    for (let look = 0; look < 30 && isPending(); look++) {
      world.clock.sleep(10_000);
      survive(() => ask(world, 'lookAtList', { kept }));
    }
    return isDone();
  }

  it('is asked once and written once, at whatever call it is killed', async () => {
    const { world, kept } = await withList();
    let [moment, isKilled] = [1, true];
    for (; isKilled; moment += THOROUGH ? 1 : 4) {
      const before = [tasks(world), keysOn(world).length, receipts(world).length] as const;
      isKilled = killedAt(world, kept, moment);
      const about = `killed at ${moment}`;
      const asked = tasks(world) - before[0];
      expect(asked, about).toBeLessThanOrEqual(1);
      expect(keysOn(world).length - before[1], about).toBe(2 * asked);
      expect(receipts(world).length - before[2], about).toBe(asked);
      expect(ask(world, 'start', null).lists[0]?.last, about).toMatchObject({ outcome: 'written' });
    }
    expect(moment).toBeGreaterThan(10);
    const keys = keysOn(world);
    expect(new Set(keys).size).toBe(keys.length);
    expect(rowsOn(world, NAME)?.map(([, , area]) => area)).not.toContain('');
  });

  it('is asked once where it is pressed in two windows at whatever moment of each other', async () => {
    const clock = new VirtualClock();
    const { world, kept } = await withList(clock);
    for (let nth = 0, struck = true; struck; nth += THOROUGH ? 1 : 11) {
      let n = 0;
      struck = false;
      world.host.onServiceCall = () => {
        if (n++ !== nth) return;
        struck = true;
        world.host.onServiceCall = undefined;
        clock.beside(() => codeOf(world, 'moreOfList', { kept, total: LIST_PRICE }));
      };
      const before = tasks(world);
      ask(world, 'moreOfList', { kept, total: LIST_PRICE });
      world.host.onServiceCall = undefined;
      expect(tasks(world) - before, `the other at call ${nth}`).toBe(1);
      listed(world, kept);
    }
    expect(keysOn(world)).toHaveLength(2 * tasks(world));
  });
});

/** A person's own limit for a month: what would pass it does not start, and nothing is asked or written. */
import { describe, expect, it } from 'vitest';
import { DRAFT } from '../../world/drafts';
import { traces } from '../../world/reading';
import { ask, codeOf, enrich, follow, toFill, withFacts } from '../../world/sidebar';

const ROWS = 10;

describe('a limit of one’s own', () => {
  it('keeps a run that may pass it from starting, and says how much is left', async () => {
    const { world, id } = await withFacts(ROWS);
    expect(ask(world, 'ownLimit', null)).toEqual({
      month: '2026-11',
      limit: 0,
      counted: 0,
      everywhere: false,
    });
    ask(world, 'setOwnLimit', { limit: 0.05 });
    const before = traces(world);
    const choice = toFill(world, id);
    const { total, stakes } = ask(world, 'offer', choice);
    expect(total).toBe(0.06);
    expect(stakes.join()).toContain('$0.05 of your own limit of $0.05');
    expect(codeOf(world, 'enrich', { ...choice, total, cap: total })).toBe('own-limit');
    expect(traces(world)).toEqual(before);
    expect(world.linkup.bill.entries).toEqual([]);
    ask(world, 'enrich', { ...choice, total, cap: 0.03 });
    expect(ask(world, 'ownLimit', null).counted).toBe(0.03);
    follow(world, id);
    expect(world.linkup.bill.entries).toHaveLength(5);
  });

  it('counts a run with its most while it goes on, and then with what it has asked', async () => {
    const { world, id } = await withFacts(ROWS, { linkup: { queueLimit: 3 } });
    ask(world, 'setOwnLimit', { limit: 1 });
    enrich(world, id);
    expect(ask(world, 'ownLimit', null).counted).toBe(0.06);
    expect(ask(world, 'balance', null).month).toEqual(ask(world, 'ownLimit', null));
    ask(world, 'stop', { id });
    follow(world, id);
    const asked = world.linkup.tasks.length;
    expect(asked).toBeLessThan(ROWS);
    expect(ask(world, 'ownLimit', null).counted).toBeCloseTo(asked * 0.006, 9);
  });

  it('counts tries, and gives back what Linkup refused', async () => {
    const { world } = await withFacts(ROWS);
    const tryIt = (): string => codeOf(world, 'tryOne', { sheetId: world.sheet.id, draft: DRAFT });
    ask(world, 'setOwnLimit', { limit: 0.006 });
    world.linkup.failNext({ effect: 'before', code: 'TOO_MANY_REQUESTS' });
    expect(tryIt()).toBe('try-too-fast');
    expect(ask(world, 'ownLimit', null).counted).toBe(0);
    expect(tryIt()).toBe('');
    expect(tryIt()).toBe('own-limit');
    expect(world.linkup.bill.entries).toHaveLength(1);
  });
});

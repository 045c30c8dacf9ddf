/** A run from the sidebar that is stopped, or paused and taken up again. */
import { describe, expect, it } from 'vitest';
import { wrongAnswers } from '../../world/facts-oracle';
import { leftovers } from '../../world/reading';
import { ask, BOB, codeOf, enrich, follow, toFill, withFacts } from '../../world/sidebar';

const ROWS = 30;
const SLOW = { linkup: { queueLimit: 10 } };

describe('stop', () => {
  it('lets go of what was not asked, and what was asked still comes', async () => {
    const { world, id } = await withFacts(ROWS, SLOW, { options: { depth: 'deep' } });
    enrich(world, id);
    const stopped = ask(world, 'stop', { id });
    expect(stopped).toMatchObject({ state: 'stopping', counts: { waiting: 0, running: 10, rows: 10 } });
    const { state, receipt } = follow(world, id).at(-1) ?? {};
    expect(state).toBe('ended');
    expect(receipt?.asked).toBe(world.linkup.tasks.length);
    expect(world.linkup.tasks.length).toBeLessThan(ROWS);
    expect(world.linkup.bill.entries).toHaveLength(world.linkup.tasks.length);
    expect(leftovers(world)).toEqual([]);
  });

  it('with nothing left unasked says at the end that it was stopped, and one that was not says no such thing', async () => {
    for (const isStopped of [true, false]) {
      const { world, id } = await withFacts(3, {}, { options: { depth: 'deep' } });
      enrich(world, id);
      if (isStopped) ask(world, 'stop', { id });
      const ended = follow(world, id).at(-1);
      expect(ended).toMatchObject({
        state: 'ended',
        stopped: isStopped,
        notAsked: null,
        counts: { done: 3 },
      });
    }
  });

  it('by a colleague without a key is obeyed by whoever is at it next', async () => {
    const { world, id } = await withFacts(ROWS, SLOW);
    enrich(world, id);
    expect(ask(world, 'stop', { id }, BOB)?.state).toBe('stopping');
    world.untilDone(1);
    expect(world.linkup.tasks.length).toBeLessThan(ROWS);
    expect(ask(world, 'progress', { id })?.state).toBe('ended');
  });
});

describe('a paused run', () => {
  it('says why, and goes on when it is taken up again', async () => {
    const { world, id } = await withFacts(20, { balance: 0.06 });
    ask(world, 'enrich', { ...toFill(world, id), total: 0.12, cap: 0.12 });
    const paused = follow(world, id, 10).at(-1);
    expect(paused).toMatchObject({
      state: 'paused',
      code: 'no-credits',
      counts: { done: 10, waiting: 10 },
      nextCheckAt: 0,
    });
    expect(paused?.paused).toMatch(/^The Linkup credits that pay for this run are used up\./);
    world.linkup.bill.setBalance('acme', 1);
    expect(ask(world, 'resume', { id })?.state).toBe('working');
    expect(follow(world, id).at(-1)).toMatchObject({ state: 'ended', counts: { done: 20 } });
    expect(wrongAnswers(world)).toEqual([]);
  });

  it('cannot be taken up without a key', async () => {
    const { world, id } = await withFacts(ROWS, SLOW);
    enrich(world, id);
    ask(world, 'disconnect', null);
    expect(codeOf(world, 'resume', { id })).toBe('no-key');
    expect(ask(world, 'progress', { id })?.state).toBe('paused');
  });
});

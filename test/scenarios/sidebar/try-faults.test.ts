/** Tries in trouble: a reply that is lost, a script that is killed, notes that cannot be taken, answers that are late. */
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../src/sidebar/protocol';
import { ExecutionKilled } from '../../doubles/google';
import { replyTo } from '../../world/reading';
import { codeOf } from '../../world/sidebar';
import { DEEP, QUICK, RESEARCH, reopened, storedTries, TRY_TABLE, triesOf, tryOne } from '../../world/tries';
import { World } from '../../world/world';

const MINUTE = 60_000;

const open = (): Promise<World> => World.open(TRY_TABLE);

/** POSTs that ask something. */
const asking = ({ linkup }: World): number =>
  linkup.requests.filter(({ method, path }) => method === 'POST' && !path.endsWith('/extract')).length;

describe('a try whose reply is lost', () => {
  it.each([
    ['a deep search', DEEP],
    ['research', RESEARCH],
  ])('of %s is found in Linkup’s list, and not asked again', async (_, draft) => {
    const world = await open();
    world.linkup.failNext({ method: 'POST', effect: 'after', network: 'timeout' });
    expect(tryOne(world, draft)).toMatchObject({ outcome: 'pending', task: '' });
    world.clock.sleep(10 * MINUTE);
    expect(reopened(world)).toMatchObject({ outcome: 'done', question: 'What is the capital of Peru?' });
    expect(asking(world)).toBe(1);
    expect(world.linkup.bill.entries).toHaveLength(1);
  });

  it('for the script was killed after the POST is found all the same', async () => {
    const world = await open();
    world.host.onServiceCall = ({ method }) => {
      const isAfterThePost = world.linkup.tasks.length > 0 && method !== 'fetch';
      if (isAfterThePost) throw new ExecutionKilled();
    };
    expect(() => tryOne(world, DEEP)).toThrow(ExecutionKilled);
    world.host.onServiceCall = undefined;
    expect(triesOf(world)[0]?.tried).toMatchObject({ outcome: 'pending', task: '' });
    world.clock.sleep(5 * MINUTE);
    expect(reopened(world).values[0]?.text).toContain('Lima');
    expect(asking(world)).toBe(1);
  });

  it('is found another day too, below all that was asked since', async () => {
    const world = await open();
    world.linkup.failNext({ method: 'POST', effect: 'after', network: 'timeout' });
    tryOne(world, RESEARCH);
    world.linkup.knobs.neighbours = { slots: 0, everyMs: 20_000, perListRead: 0 };
    world.clock.sleep(4 * 60 * MINUTE);
    expect(reopened(world)).toMatchObject({ outcome: 'done', question: 'What is the capital of Peru?' });
    expect(world.linkup.requests.filter(({ path }) => path === '/v1/tasks').length).toBeGreaterThan(5);
  });

  it('and may be below what can be read is not given up', async () => {
    const world = await open();
    world.linkup.failNext({ method: 'POST', effect: 'before', network: 'timeout' });
    tryOne(world, RESEARCH);
    world.linkup.knobs.neighbours = { slots: 0, everyMs: 1_000, perListRead: 0 };
    world.clock.sleep(3 * 60 * MINUTE);
    expect(() => reopened(world)).toThrow('Linkup did not tell how far this try is.');
    expect(triesOf(world)).toHaveLength(1);
  });

  it('and that never arrived says so after some minutes, is not billed, and is gone', async () => {
    const world = await open();
    world.linkup.failNext({ method: 'POST', effect: 'before', network: 'timeout' });
    tryOne(world, DEEP);
    expect(reopened(world)).toMatchObject({ outcome: 'pending' });
    world.clock.sleep(4 * MINUTE);
    expect(() => reopened(world)).toThrow('most likely it never arrived');
    expect(triesOf(world)).toEqual([]);
    expect(world.linkup.bill.entries).toEqual([]);
  });

  it('does not take somebody’s task for its own that asks something else', async () => {
    const world = await open();
    tryOne(world, { ...DEEP, template: 'What is the currency of {{Country}}?' });
    world.linkup.failNext({ method: 'POST', effect: 'before', network: 'timeout' });
    tryOne(world, DEEP);
    world.clock.sleep(4 * MINUTE);
    expect(() => reopened(world)).toThrow('most likely it never arrived');
  });
});

describe('a try', () => {
  it('is not asked where it cannot be noted first', async () => {
    const world = await open();
    world.host.onServiceCall = ({ method }) => {
      if (method === 'setProperty') throw new Error('not now');
    };
    const reply = replyTo(world, 'tryOne', { sheetId: world.sheet.id, draft: DEEP });
    expect(reply).toMatchObject({ ok: false, code: 'not-noted' });
    expect(asking(world)).toBe(0);
  });

  it('that Linkup refuses leaves no note', async () => {
    const world = await open();
    world.linkup.failNext({ effect: 'before', code: 'TASKS_QUEUE_LIMIT_EXCEEDED' });
    expect(codeOf(world, 'tryOne', { sheetId: world.sheet.id, draft: RESEARCH })).toBe('try-too-fast');
    expect(storedTries(world)).toEqual([]);
  });

  it('by a deep search is asked directly while a run fills Linkup’s queue, and waits for up to five minutes', async () => {
    const world = await World.open(TRY_TABLE, {
      linkup: { queueLimit: 0, directDeadlineMs: 600_000 },
    });
    const { latency } = world.linkup.knobs;
    const taking = (seconds: number): void => {
      const deep = [seconds * 1000, seconds * 1000] as const;
      world.linkup.knobs.latency = { ...latency, search: { ...latency.search, deep } };
    };
    taking(299);
    expect(tryOne(world, DEEP)).toMatchObject({ outcome: 'done', price: 0.055 });
    expect(triesOf(world)).toHaveLength(1);
    expect(storedTries(world)).toHaveLength(1);
    taking(301);
    expect(codeOf(world, 'tryOne', { sheetId: world.sheet.id, draft: DEEP })).toBe('not-tried');
    expect(world.host.executions.every(({ outcome }) => outcome === 'completed')).toBe(true);
  });

  it('of a page waits for two minutes, and one of a quick search for one, within Google’s six', async () => {
    const world = await World.open([
      ['Country', 'Website'],
      ['Peru', 'https://en.wikipedia.org/wiki/Peru'],
    ]);
    const page: Draft = {
      ...QUICK,
      type: 'fetch',
      template: '{{Website}}',
      shape: 'page',
      options: { mode: 'standard' },
    };
    const slow = (seconds: number): void => {
      const fixed = [seconds * 1000, seconds * 1000] as const;
      const { latency } = world.linkup.knobs;
      world.linkup.knobs.latency = {
        ...latency,
        search: { ...latency.search, standard: fixed },
        fetch: { plain: fixed, renderJs: fixed },
      };
    };
    const outcome = (draft: Draft): string => codeOf(world, 'tryOne', { sheetId: world.sheet.id, draft });
    slow(119);
    expect(outcome(page)).toBe('');
    slow(121);
    expect(outcome(page)).toBe('not-tried');
    slow(59);
    expect(outcome(QUICK)).toBe('');
    slow(61);
    expect(outcome(QUICK)).toBe('not-tried');
    expect(world.host.executions.every(({ outcome }) => outcome === 'completed')).toBe(true);
  });
});

/** Columns of the person's own, and a write into them that dies half-way: what of it landed is the machine's, not typed. */
import { expect, it } from 'vitest';
import { ExecutionKilled } from '../../doubles/google';
import { HALF_FILLED, halfFilled } from '../../world/half-filled';
import { ask, enrich } from '../../world/sidebar';

const MINUTE = 60_000;

it('an answer that was cut short in a column of theirs is completed, and goes with Undo', async () => {
  const { world, id } = await halfFilled();
  enrich(world, id);
  const killed = (): boolean => world.host.executions.at(-1)?.outcome === 'killed';
  world.host.onServiceCall = ({ method }) => {
    if (method === 'flush') throw new ExecutionKilled(undefined, 'partly');
  };
  world.host.runClock({ until: killed, limitMs: 10 * MINUTE });
  world.host.onServiceCall = undefined;
  world.host.runClock(world.clock.now() + 30 * MINUTE);
  const { run = '' } = ask(world, 'progress', { id }) ?? {};
  expect(world.column('Facts status')[0]).toBe('Done');
  expect(world.linkup.bill.entries).toHaveLength(3);
  expect(ask(world, 'undo', { id, run })).toMatchObject({ cleared: 3, kept: 0 });
  expect(world.sheet.displayRows().map((row) => row.slice(0, 4))).toEqual(HALF_FILLED);
});

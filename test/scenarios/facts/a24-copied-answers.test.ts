/** A24: a copied answer is as old as its source. */
import { expect } from 'vitest';
import { answered, stateOf } from '../../world/columns';
import { fact } from '../../world/fact';
import { enrich } from '../../world/sidebar';

fact('A24 a copied answer is as old as its source', async (edition) => {
  const { world, id } = await answered({ edition });
  const source = stateOf(world, 0);
  world.clock.sleep(30 * 24 * 3_600_000);
  world.sheet.type(5, 1, 'Peru');
  enrich(world, id);
  world.untilDone();
  expect(world.column('capital')[3]).toBe('Lima');
  expect(world.linkup.tasks).toHaveLength(3);
  expect(stateOf(world, 3)?.split(' | ')[1]).toBe(source?.split(' | ')[1]);
});

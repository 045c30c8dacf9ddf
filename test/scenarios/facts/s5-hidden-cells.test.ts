/** S5: whatever stands in a hidden cell, a run comes to its end. */
import { expect } from 'vitest';
import { CAPITAL_DRAFT } from '../../world/drafts';
import { fact } from '../../world/fact';
import { hidden, runOf, typeHidden } from '../../world/forging';
import { enrich, withFacts } from '../../world/sidebar';

const ROWS = 30;

/** A search of $0.006 a row. */
const CHEAP = { ...CAPITAL_DRAFT };

const slow = { linkup: { queueLimit: 10 } };

fact('S5 nothing that can be typed into a hidden cell keeps a run from its end', async (edition) => {
  const { world, id } = await withFacts(ROWS, { edition, ...slow }, CHEAP);
  enrich(world, id);
  ['\ud800x', 'x'.repeat(5_000), '..', '../../search', '__proto__'].forEach((taskId, i) => {
    typeHidden(world, i + 2, 'Facts task', taskId);
  });
  const state = (row: number): string[] => hidden(world, row, 'Facts state').split(' | ');
  const changed = (row: number, part: number, text: string): void =>
    typeHidden(
      world,
      row,
      'Facts state',
      state(row)
        .map((each, i) => (i === part ? text : each))
        .join(' | '),
    );
  changed(7, 1, '9999-12-31T23:59:59.999Z');
  changed(8, 1, '+275760-09-13T00:00:00.000Z');
  changed(12, 4, '9'.repeat(400));
  changed(13, 4, '9007199254740993');
  const firings = world.host.executions.length;
  world.host.runClock({ until: () => world.host.triggers.length === 0, limitMs: 30 * 3_600_000 });
  expect(world.host.triggers).toEqual([]);
  expect(world.host.executions.length - firings).toBeLessThan(120);
  expect(runOf(world)).toBe('');
  expect(world.linkup.bill.total()).toBeLessThanOrEqual(ROWS * 0.006);
  expect(world.column('Facts status').filter((status) => /^(Asking|Waiting)/.test(status))).toEqual([]);
});

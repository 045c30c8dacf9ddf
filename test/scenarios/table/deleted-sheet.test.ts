/** A sheet that is deleted in mid-run: what was asked was spent all the same, and is said where a person looks. */
import { describe, expect, it } from 'vitest';
import { receipts } from '../../world/reading';
import { ask, enrich, withFacts } from '../../world/sidebar';

const MINUTE = 60_000;

describe('a run whose sheet is deleted', () => {
  it('ends with a receipt, on its sheet and in the sidebar', async () => {
    const { world, id } = await withFacts(20, { linkup: { queueLimit: 5 } });
    const { sheet, host } = world;
    enrich(world, id);
    host.spreadsheet.select(host.spreadsheet.addSheet('Another'));
    host.spreadsheet.deleteSheet(sheet);
    host.runClock(world.clock.now() + 10 * MINUTE);
    expect(host.triggers).toEqual([]);
    expect(receipts(world)).toMatchObject([
      { Enrichment: 'Facts', 'Questions asked': '5', Note: expect.stringContaining('sheet was deleted') },
    ]);
    expect(ask(world, 'progress', { id })).toMatchObject({
      state: 'ended',
      receipt: { asked: 5, cost: 0.03 },
    });
  });
});

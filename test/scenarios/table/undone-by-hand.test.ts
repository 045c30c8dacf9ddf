/** Google's own Undo (Ctrl+Z), should it take back what a script wrote: while a run is at work, its answers come back and are paid for once. */
import { expect, it } from 'vitest';
import { type Cell, copyCell } from '../../doubles/google/model/cell';
import { countryTable } from '../../world/countries';
import { statusOf } from '../../world/says';
import { World } from '../../world/world';

const ROWS = 40;

it('what was written last comes back, and nothing is asked twice', async () => {
  const world = await World.open(countryTable(ROWS), { linkup: { queueLimit: 5 } });
  world.save({ name: 'It' });
  const { sheet } = world;
  const cellsNow = (): (Cell | undefined)[][] =>
    sheet.rows.map(({ cells }) => cells.map((cell) => cell && copyCell(cell)));
  const done = (): number =>
    sheet.displayRows().filter((row) => row.some((text) => /^Done/.test(text))).length;
  let [before, atRest, takenBack] = [cellsNow(), 0, 0];
  world.host.onServiceCall = ({ method }) => {
    if (method !== 'sleep' || takenBack > 0) return;
    const now = done();
    // Some stand already, and some more were written since the script last rested.
    if (atRest > 0 && now > atRest) {
      takenBack = now - atRest;
      before.forEach((cells, r) => {
        sheet.row(r + 1).cells.splice(0, cells.length, ...cells);
      });
    }
    [before, atRest] = [cellsNow(), now];
  };
  world.press('Enrich…', 'YES');
  world.untilDone();
  expect(takenBack).toBeGreaterThan(0);
  expect(world.column(statusOf('It')).every((status) => status.startsWith('Done'))).toBe(true);
  expect(world.linkup.bill.entries).toHaveLength(ROWS);
});

/** A run that waits looks at Linkup's list, and not at the sheet: whatever it waits for, and for however long. */
import { expect, it } from 'vitest';
import { countryTable, FACTS } from '../../world/countries';
import { wrongAnswers } from '../../world/facts-oracle';
import { receipts } from '../../world/reading';
import { MENU, SAYS, statusOf } from '../../world/says';
import { World } from '../../world/world';

const ROWS = 12;

/** The press, and whatever the trigger does after it. */
function ended(world: World): number {
  const before = world.host.calls.sheet;
  world.press(MENU.all, 'YES');
  world.untilDone();
  return world.host.calls.sheet - before;
}

it('an answered row whose hidden cells were emptied is not looked for again and again', async () => {
  const world = await World.open(countryTable(ROWS), { linkup: { queueLimit: 4 } });
  world.save(FACTS);
  world.host.onServiceCall = ({ method }) => {
    const done = method === 'sleep' ? world.column(statusOf('Facts')).indexOf(SAYS.done) : -1;
    if (done < 0) return;
    world.host.onServiceCall = undefined;
    world.sheet.clear(done + 2, 7, done + 2, 9);
  };
  const calls = ended(world);
  expect(world.host.onServiceCall).toBeUndefined();
  expect(calls).toBeLessThan(150);
  expect(receipts(world)).toHaveLength(1);
  expect(world.linkup.bill.entries).toHaveLength(ROWS);
});

it('a POST that is refused because others took the places reads no ledger', async () => {
  const neighbours = { slots: 0, everyMs: null, perListRead: 2 };
  const world = await World.open(countryTable(ROWS), { linkup: { queueLimit: 4, neighbours } });
  world.save(FACTS);
  // Whoever looks through all ledgers of the document asks for its sheets first.
  let looks = 0;
  world.host.onServiceCall = ({ method }) => {
    if (method === 'getSheets') looks += 1;
  };
  ended(world);
  const refused = world.linkup.requests.filter(({ method, status }) => method === 'POST' && status === 429);
  expect(refused.length).toBeGreaterThan(3);
  expect(wrongAnswers(world)).toEqual([]);
  expect(looks).toBeLessThan(refused.length);
});

/** S1: a definition that another editor changes costs nobody more than was agreed. */

import { expect } from 'vitest';
import { countryTable } from '../../world/countries';
import { CAPITAL_DRAFT } from '../../world/drafts';
import { fact } from '../../world/fact';
import { forgeLedger, rewritten, runOf, savedByBob } from '../../world/forging';
import { receipts } from '../../world/reading';
import { MENU } from '../../world/says';
import { ask, enrich, withFacts } from '../../world/sidebar';
import type { World } from '../../world/world';

const ROWS = 30;

/** A search of $0.006 a row. */
const CHEAP = { ...CAPITAL_DRAFT };

/** The same question as research, at $2.50 a row. */
const DEAR = { type: 'research', options: { mode: 'auto', reasoningDepth: 'XL' } } as const;

const slow = { linkup: { queueLimit: 10 } };

/** Six hours pass, or less where more is billed than was agreed. */
function sixHours({ host, linkup }: World): void {
  host.runClock({ until: () => linkup.bill.total() > ROWS * 0.006, limitMs: 6 * 3_600_000 });
}

/** Lets a colleague do something while the next dialog is on view. */
function whileAsked(world: World, deed: () => void): void {
  world.host.onServiceCall = ({ method }) => {
    if (method !== 'alert') return;
    world.host.onServiceCall = undefined;
    deed();
  };
}

fact('S1 an enrichment saved as research XL while its price is on view is not asked', async (edition) => {
  const { world, id } = await withFacts(ROWS, { edition, ...slow }, CHEAP);
  whileAsked(world, () => savedByBob(world, id, DEAR));
  world.press(MENU.all, 'YES', 'OK');
  const run = runOf(world);
  if (run) forgeLedger(world, rewritten(world, id, {}), run);
  sixHours(world);
  expect(world.linkup.bill.total()).toBeLessThanOrEqual(ROWS * 0.006);
  expect(world.linkup.tasks).toEqual([]);
  expect(world.host.ui.dialogs.at(-1)?.message).toMatch(/^Somebody saved “Facts” anew/);
  expect(world.host.triggers).toEqual([]);
});

fact(
  'S1 an enrichment rewritten as research XL in mid-run pauses the run, whatever the ledger says',
  async (edition) => {
    const { world, id } = await withFacts(ROWS, { edition, ...slow }, CHEAP);
    enrich(world, id);
    forgeLedger(world, rewritten(world, id, DEAR), runOf(world));
    sixHours(world);
    expect(world.linkup.bill.total()).toBeLessThanOrEqual(ROWS * 0.006);
    expect(world.linkup.tasks.every(({ type }) => type === 'search')).toBe(true);
    expect(ask(world, 'progress', { id })).toMatchObject({ state: 'paused', code: 'agreement-void' });
    rewritten(world, id, { type: 'search', options: CHEAP.options });
    expect(ask(world, 'resume', { id })?.state).not.toBe('paused');
  },
);

fact('S1 ledger cells that somebody types ask no more questions than were agreed', async (edition) => {
  const { world, id } = await withFacts(10, { edition, linkup: { queueLimit: 5 } }, CHEAP);
  enrich(world, id);
  const e = rewritten(world, id, {});
  for (const [i, country] of countryTable(80).slice(20).entries())
    world.sheet.type(12 + i, 1, String(country[0]));
  const run = runOf(world);
  const record = `linkup.run.${run}`;
  for (let round = 0; round < 5; round++) {
    forgeLedger(world, e, run);
    const kept = JSON.parse(world.host.properties.document.get(record) ?? '{}');
    // The first edition kept price, cap and count where everybody may write.
    const forged = { ...kept, ...('asked' in kept ? { asked: -1_000_000, cap: 1_000_000 } : {}), cursor: 0 };
    if (kept.id) world.host.properties.document.set(record, JSON.stringify(forged));
    world.host.runClock(world.clock.now() + 600_000);
  }
  expect(world.linkup.bill.entries.length).toBeLessThanOrEqual(10);
  // And the receipt says what was asked.
  world.host.runClock(world.clock.now() + 2 * 3_600_000);
  const asked = receipts(world).map((receipt) => Number(receipt['Questions asked']));
  expect(asked).toEqual([world.linkup.tasks.length]);
});

/** Keys, credits and budgets that are missing, wrong or used up, before a run and in the middle of one. */

import { describe, expect, it } from 'vitest';
import type { KeySpec, LinkupDouble } from '../../doubles/linkup';
import { countryTable, FACTS } from '../../world/countries';
import { wrongAnswers } from '../../world/facts-oracle';
import {
  lastDialog,
  lastToast,
  machineTalk,
  openWithLinkup,
  receipts,
  refusal,
  traces,
} from '../../world/reading';
import { besidesBlanks, MENU, SAYS, statusOf } from '../../world/says';
import { begin } from '../../world/sidebar';
import { World } from '../../world/world';

const IN_SIDEBAR = 'in the sidebar (menu “Set up…”)';
const REFUSED = `Linkup does not accept your key, so nothing can be asked or fetched. Replace it ${IN_SIDEBAR}.`;
const BAD_KEY = `Linkup does not accept the key of this run, so nothing more is asked or fetched. Replace it ${IN_SIDEBAR}, then choose “Check for results now”.`;
const TOO_LITTLE =
  'Your Linkup credits are used up: what is left does not pay for one question, so nothing was asked. Top up at app.linkup.so, then try again.';
const NO_CREDITS =
  'The Linkup credits that pay for this run are used up. Answered rows are kept, waiting rows are not billed. Top up at app.linkup.so, then choose “Check for results now”.';
const BUDGET =
  'The Linkup key of this run has reached its own budget limit. Answered rows are kept, waiting rows are not billed. Raise the limit at app.linkup.so, then choose “Check for results now”.';

const ROWS = 30;

/** A run of 30 rows, ten at a time, with the first ten at Linkup. */
async function started(setup: { keys?: Record<string, KeySpec>; balance?: number; rows?: number }) {
  const { keys = { 'test-key': { organization: 'acme' } }, balance = 100, rows = ROWS } = setup;
  const knobs = { queueLimit: 10 };
  const stage = await openWithLinkup(countryTable(rows), { keys, balances: { acme: balance }, knobs });
  stage.world.save(FACTS);
  begin(stage.world);
  return stage;
}

/** Everything was answered rightly, and every question was billed once. */
function expectWhole(world: World, linkup: LinkupDouble): void {
  expect(wrongAnswers(world)).toEqual([]);
  expect(new Set(world.column(statusOf('Facts')).map(besidesBlanks))).toEqual(new Set([SAYS.done]));
  expect(linkup.bill.entries).toHaveLength(ROWS);
  expect(machineTalk(world)).toEqual([]);
  expect(receipts(world)).toHaveLength(1);
}

describe('before anything is asked', () => {
  it.each([
    MENU.all,
    MENU.again,
    MENU.retry,
    MENU.check,
    MENU.stop,
  ])('%s without a key says where to put one', async (item) => {
    const world = await World.open(countryTable(3));
    world.save(FACTS);
    world.sidebar('disconnect', null);
    const before = traces(world);
    world.press(item, 'OK');
    expect(lastDialog(world)).toBe(
      `There is no Linkup key, so nothing can be asked or fetched. Paste yours from app.linkup.so ${IN_SIDEBAR}.`,
    );
    expect(traces(world)).toEqual(before);
    expect(world.linkup.requests.filter(({ path }) => path !== '/v1/credits/balance')).toEqual([]);
  });

  it.each(['wrong', '', '  ', 'two words'])('the key "%s" is not kept', async (key) => {
    const world = await World.open(countryTable(3));
    const stored = [...world.host.properties.user('owner@example.com').values()];
    expect(refusal(() => world.sidebar('connect', { key }))).toMatch(/key/);
    expect([...world.host.properties.user('owner@example.com').values()]).toEqual(stored);
    expect(machineTalk(world)).toEqual([]);
  });

  it('a key that has become invalid is noticed before the question is even put', async () => {
    const keys: Record<string, KeySpec> = { 'test-key': { organization: 'acme' } };
    const { world, linkup } = await openWithLinkup(countryTable(3), { keys });
    world.save(FACTS);
    delete keys['test-key'];
    const before = traces(world);
    world.press(MENU.all, 'OK');
    expect(lastDialog(world)).toBe(REFUSED);
    expect(traces(world)).toEqual(before);
    expect(linkup.tasks).toEqual([]);
  });

  it('credits that do not pay for one row are named, and nothing changes', async () => {
    const { world, linkup } = await openWithLinkup(countryTable(3), { balances: { acme: 0.005 } });
    world.save(FACTS);
    const before = traces(world);
    world.press(MENU.all, 'OK');
    expect(lastDialog(world)).toBe(TOO_LITTLE);
    expect(traces(world)).toEqual(before);
    expect(linkup.tasks).toEqual([]);
  });

  it('credits for some of the rows are named in the question', async () => {
    const { world } = await openWithLinkup(countryTable(20), { balances: { acme: 0.05 } });
    world.save(FACTS);
    world.press(MENU.all, 'NO');
    expect(lastDialog(world)).toContain('Your Linkup balance is $0.05, enough for about 8 of them.');
  });

  it('a Linkup that cannot be reached is not said to go on by itself: nothing was started', async () => {
    const world = await World.open(countryTable(3));
    world.save(FACTS);
    world.linkup.failNext({ path: '/v1/credits/balance', effect: 'before', code: 'INTERNAL_SERVER_ERROR' });
    const before = traces(world);
    world.press(MENU.all, 'OK');
    expect(lastDialog(world)).not.toContain('goes on by itself');
    expect(lastDialog(world)).toMatch(/try again|once more/i);
    expect(traces(world)).toEqual(before);
  });
});

describe('a key that becomes invalid in mid-run', () => {
  it('pauses the run and removes the trigger; the same key, valid again, finishes it', async () => {
    const keys: Record<string, KeySpec> = { 'test-key': { organization: 'acme' } };
    const { world, linkup } = await started({ keys });
    delete keys['test-key'];
    world.untilDone(1);
    expect(world.column(statusOf('Facts')).map(besidesBlanks)).not.toContain(SAYS.done);
    keys['test-key'] = { organization: 'acme' };
    world.press(MENU.check);
    world.untilDone(1);
    expectWhole(world, linkup);
  });

  it('is told on “Check for results now”', async () => {
    const keys: Record<string, KeySpec> = { 'test-key': { organization: 'acme' } };
    const { world } = await started({ keys });
    delete keys['test-key'];
    world.untilDone(1);
    world.press(MENU.check);
    expect(lastToast(world)).toBe(BAD_KEY);
    expect(machineTalk(world)).toEqual([]);
  });

  it('can be replaced by another key of the same organisation, as the sentence promises', async () => {
    const keys: Record<string, KeySpec> = {
      'test-key': { organization: 'acme' },
      'new-key': { organization: 'acme' },
    };
    const { world, linkup } = await started({ keys });
    delete keys['test-key'];
    world.untilDone(1);
    world.sidebar('connect', { key: 'new-key' });
    world.press(MENU.check);
    world.untilDone(1);
    expectWhole(world, linkup);
  });
});

describe.each([
  ['credits that run out', {}, { balance: 0.1 }, NO_CREDITS, 16],
  ['a budget that runs out', { budget: 0.1 }, { balance: 100 }, BUDGET, 16],
])('%s in mid-run', (_, budget, balance, sentence, affordable) => {
  const setup = () => {
    const keys: Record<string, KeySpec> = { 'test-key': { organization: 'acme', ...budget } };
    return { keys, ...balance };
  };

  it('leave what was paid for answered, and the rest waiting with the reason', async () => {
    const { world, linkup } = await started(setup());
    world.untilDone(1);
    expect(linkup.bill.entries).toHaveLength(affordable);
    expect(wrongAnswers(world)).toEqual([]);
    expect(
      world
        .column(statusOf('Facts'))
        .map(besidesBlanks)
        .filter((text) => text === SAYS.done),
    ).toHaveLength(affordable);
    world.press(MENU.check);
    expect(lastToast(world)).toBe(sentence);
    expect(machineTalk(world)).toEqual([]);
  });

  it('go on after a top-up', async () => {
    const { keys, balance } = setup();
    const { world, linkup } = await started({ keys, balance });
    world.untilDone(1);
    keys['test-key'] = { organization: 'acme', budget: 100 };
    linkup.bill.setBalance('acme', 100);
    world.press(MENU.check);
    world.untilDone(1);
    expectWhole(world, linkup);
  });

  it('are said on the rows that wait, for whoever finds the sheet in the morning', async () => {
    const { world } = await started(setup());
    world.untilDone(1);
    const waiting = world
      .column(statusOf('Facts'))
      .map(besidesBlanks)
      .filter((text) => text !== SAYS.done);
    expect(waiting).toHaveLength(ROWS - affordable);
    for (const text of waiting) expect(text).toMatch(/credits|budget/);
  });
});

/** What each menu item does, and does not, when somebody presses it. */

import { describe, expect, it } from 'vitest';
import type { LinkupKnobs } from '../../doubles/linkup';
import { CAPITAL_DRAFT, twinOf } from '../../world/drafts';
import { wrongAnswers } from '../../world/facts-oracle';
import { PROFILE } from '../../world/profile';
import { lastDialog, lastToast, machineTalk, receipts, traces } from '../../world/reading';
import { besidesBlanks, MENU, SAYS } from '../../world/says';
import { ask, begin, codeOf, saved } from '../../world/sidebar';
import { ROWS, statuses, thirtyRows } from '../../world/thirty-rows';
import type { World } from '../../world/world';

/** How many rows show a Status beginning so. */
const count = (world: World, text: string): number =>
  statuses(world).filter((status) => status.startsWith(text)).length;

describe('the menu', () => {
  it('is there as soon as the document is open', async () => {
    const world = await thirtyRows();
    // Google itself names an add-on's menu after the add-on.
    const title = PROFILE === 'addon' ? 'Extensions > Add-on' : 'Enrich with Linkup';
    expect(world.host.menus.map(({ name }) => name)).toEqual([title]);
    expect(world.host.menus[0]?.items.map((item) => (item.kind === 'item' ? item.label : ''))).toEqual([
      'Set up…',
      'Enrich…',
      'Ask this row again',
      'Check for results now',
      'Retry failed rows',
      'Stop',
    ]);
  });
});

describe(MENU.all, () => {
  it('says that nothing was done where somebody took the record of the run away while it began', async () => {
    const world = await thirtyRows();
    world.host.onServiceCall = ({ method }) => {
      const { document } = world.host.properties;
      if (method !== 'deleteProperty') return;
      for (const key of document.keys()) if (key.startsWith('linkup.run.')) document.set(key, '{}');
    };
    world.press(MENU.all, 'YES');
    expect(world.linkup.tasks).toEqual([]);
    expect(lastToast(world)).toBe(
      'This run has ended, and nothing is noted of what it did: see the Status of its rows, and press Enrich again.',
    );
  });

  it('says how many rows were done where all has ended at once', async () => {
    const world = await thirtyRows();
    world.press(MENU.all, 'YES');
    world.untilDone(1);
    const countries = world.column('Country');
    for (const [i, country] of ['Albania', 'Andorra'].entries())
      if (countries.includes(country)) world.sheet.type(ROWS + 2 + i, 1, country);
    world.press(MENU.all, 'YES');
    expect(lastToast(world)).toBe('Done: 2 rows.');
  });

  it('asks before it spends, and No changes nothing', async () => {
    const world = await thirtyRows();
    const before = traces(world);
    world.press(MENU.all, 'NO');
    expect(world.host.ui.dialogs.at(-1)).toMatchObject({
      title: 'Facts: ask 30 rows for up to $0.18?',
      message:
        '30 rows to ask: 30 questions at $0.006 each, $0.18 at most. Only answers are billed.\nYour Linkup balance is $100.00.',
      buttons: 'YES_NO',
    });
    expect(traces(world)).toEqual(before);
    expect(world.linkup.tasks).toEqual([]);
  });

  it('says at once that one may go on working, stays, and is done before the trigger comes', async () => {
    const world = await thirtyRows();
    const said: string[] = [];
    world.host.onServiceCall = ({ method, args }) => {
      if (method === 'toast') said.push(`${world.linkup.tasks.length} asked: ${String(args[0])}`);
    };
    world.press(MENU.all, 'YES');
    expect(said).toEqual([
      expect.stringMatching(/^0 asked: Asking 30 questions\. You can go on working\. Answers arrive /),
      '30 asked: Done: 30 rows.',
    ]);
    expect(wrongAnswers(world)).toEqual([]);
    expect(world.host.triggers).toEqual([]);
  });

  it('makes way for somebody who waits for the document, and goes on later', async () => {
    const world = await thirtyRows();
    const other = saved(world, twinOf(CAPITAL_DRAFT, 'Other'));
    const refused: string[] = [];
    world.host.onServiceCall = ({ method }) => {
      // In the middle of a window: a list is asked for while the document is in nobody's hands.
      if (method !== 'setValues' || refused.length > 0 || world.linkup.tasks.length === 0) return;
      refused.push('asks');
      refused.push(codeOf(world, 'remove', { id: other, columns: 'delete' }));
    };
    world.press(MENU.all, { text: 'Facts' }, 'YES');
    expect(refused).toEqual(['asks', 'busy']);
    expect(count(world, SAYS.done)).toBeLessThan(ROWS);
    ask(world, 'remove', { id: other, columns: 'delete' });
    world.untilDone();
    expect(wrongAnswers(world)).toEqual([]);
    expect(world.linkup.bill.entries).toHaveLength(ROWS);
  });

  it('pressed again while it runs says so and asks nothing twice', async () => {
    const world = await thirtyRows();
    begin(world);
    world.press(MENU.all, 'OK');
    expect(lastDialog(world)).toBe('“Facts” is running already. Stop it first, or wait for its receipt.');
    world.untilDone(1);
    expect(wrongAnswers(world)).toEqual([]);
    expect(world.linkup.bill.entries).toHaveLength(ROWS);
  });

  it('pressed again while its question is still open asks nothing twice', async () => {
    const world = await thirtyRows();
    let inside = false;
    const again = () => {
      if (inside) return;
      inside = true;
      begin(world);
      world.host.ui.willAnswer({ button: 'OK' });
    };
    world.host.ui.willAnswer({ button: 'YES', meanwhile: again });
    world.host.clickMenu(MENU.all);
    expect(lastDialog(world)).toBe('“Facts” is running already. Stop it first, or wait for its receipt.');
    world.untilDone(1);
    expect(world.linkup.bill.entries).toHaveLength(ROWS);
    expect(receipts(world)).toHaveLength(1);
  });

  it('pressed again when all is done asks nothing', async () => {
    const world = await thirtyRows();
    world.press(MENU.all, 'YES');
    world.untilDone(1);
    world.press(MENU.all, 'OK');
    expect(world.host.ui.dialogs.at(-1)?.title).toBe('Facts: nothing to ask');
    expect(lastDialog(world)).toContain('30 rows left out: answered already.');
  });

  it('asks the rows that were added since, and only those', async () => {
    const world = await thirtyRows();
    world.sheet.clear(11, 1, ROWS + 1, 1);
    world.press(MENU.all, 'YES');
    world.untilDone(1);
    expect(world.linkup.bill.entries).toHaveLength(9);
    world.sheet.type(11, 1, 'Peru');
    world.press(MENU.all, 'YES');
    world.untilDone(1);
    expect(world.linkup.bill.entries).toHaveLength(10);
    expect(world.column('capital')[9]).toBe('Lima');
  });
});

describe(MENU.stop, () => {
  it('lets go of what was not asked, and still writes what was', async () => {
    const world = await thirtyRows();
    begin(world);
    const sent = world.linkup.tasks.length;
    world.press(MENU.stop);
    expect(lastToast(world)).toMatch(/^Stopped: nothing more is asked\./);
    expect(count(world, 'Stopped')).toBe(ROWS - sent);
    world.untilDone(1);
    expect(count(world, SAYS.done)).toBe(sent);
    expect(new Set(statuses(world).map(besidesBlanks))).toEqual(
      new Set([SAYS.done, 'Stopped: not asked, not billed']),
    );
    expect(wrongAnswers(world)).toEqual([]);
    expect(world.linkup.bill.entries).toHaveLength(sent);
    expect(receipts(world)).toMatchObject([{ Note: 'Stopped', 'Questions asked': String(sent) }]);
    expect(machineTalk(world)).toEqual([]);
  });

  it('leaves the rest to the next run', async () => {
    const world = await thirtyRows();
    begin(world);
    world.press(MENU.stop);
    world.untilDone(1);
    world.press(MENU.all, 'YES');
    world.untilDone(1);
    expect(wrongAnswers(world)).toEqual([]);
    expect(count(world, SAYS.done)).toBe(ROWS);
    expect(world.linkup.bill.entries).toHaveLength(ROWS);
  });

  it.each([MENU.stop, MENU.check])('and nothing runs: %s says so', async (item) => {
    const world = await thirtyRows();
    const before = traces(world);
    world.press(item);
    expect(lastToast(world)).toBe('Nothing is running.');
    expect(traces(world)).toEqual(before);
  });
});

describe(MENU.retry, () => {
  it('asks failed rows only, and says so when there are none', async () => {
    const failWhen: LinkupKnobs['failWhen'] = (work) =>
      work.type === 'search' && work.input.q.includes('Andorra') ? 'INTERNAL_SERVER_ERROR' : null;
    const world = await thirtyRows({ linkup: { queueLimit: 10, failWhen } });
    world.press(MENU.all, 'YES');
    world.untilDone(1);
    world.linkup.knobs.failWhen = () => null;
    world.press(MENU.retry, 'YES');
    world.untilDone(1);
    expect(world.linkup.tasks).toHaveLength(ROWS + 1);
    expect(wrongAnswers(world)).toEqual([]);
    world.press(MENU.retry, 'OK');
    expect(world.host.ui.dialogs.at(-1)?.title).toBe('Facts: nothing to ask');
    expect(world.linkup.bill.entries).toHaveLength(ROWS);
  });
});

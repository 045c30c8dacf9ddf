/** The main job: a whole table enriched from the menu, finished by the trigger. */

import { describe, expect, it } from 'vitest';
import countries from 'world-countries';
import { countryTable, FACTS } from '../../world/countries';
import { wrongAnswers } from '../../world/facts-oracle';
import { leftovers } from '../../world/reading';
import { besidesBlanks, MENU, RECEIPTS, SAYS, statusOf } from '../../world/says';
import { begin } from '../../world/sidebar';
import { World } from '../../world/world';

describe('250 countries', () => {
  it('are all answered rightly, each question billed once, in few calls', async () => {
    const world = await World.open(countryTable());
    world.save(FACTS);
    world.press(MENU.all, 'YES');
    world.untilDone();
    expect(wrongAnswers(world)).toEqual([]);
    expect(new Set(world.column(statusOf('Facts')).map(besidesBlanks))).toEqual(new Set([SAYS.done]));
    expect(world.linkup.bill.entries).toHaveLength(250);
    expect(world.linkup.bill.total()).toBeCloseTo(1.5, 10);
    // Of these 43 save the enrichment; one looks at the headings before the reservation: a column moved meanwhile would be written over.
    expect(world.host.calls.sheet).toBeLessThanOrEqual(106);
  });

  it('are finished by the trigger, which then removes itself', async () => {
    const world = await World.open(countryTable());
    world.save(FACTS);
    begin(world);
    expect(world.host.triggers.map(({ fn }) => fn)).toEqual(['advanceByClock']);
    expect(world.column(statusOf('Facts')).map(besidesBlanks)).not.toContain(SAYS.done);
    world.untilDone();
    expect(world.host.executions.filter(({ by }) => by === 'clock')).not.toHaveLength(0);
    expect(world.host.triggers).toEqual([]);
    expect(leftovers(world)).toEqual([]);
  });

  it('leave a receipt with what was asked, what came, and the balance before and after', async () => {
    const world = await World.open([...countryTable(20), ['France'], ['Atlantis'], ['']]);
    world.save(FACTS);
    world.press(MENU.all, 'YES');
    world.untilDone();
    const [headings = [], receipt = [], ...more] = world.host.spreadsheet.sheet(RECEIPTS).displayRows();
    const told = Object.fromEntries(headings.map((heading, i) => [heading, receipt[i]]));
    expect(more).toEqual([]);
    expect(told['Started (UTC)']).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
    expect(told).toMatchObject({
      By: '',
      Enrichment: 'Facts',
      Rows: '22',
      'Questions asked': '22',
      'Rows done': '21',
      'Not found': '1',
      'Estimate (USD)': '0.126',
      'Balance before (USD)': '100',
      'Balance after (USD)': '99.874',
    });
  });
});

describe('1,000 rows with 100 places in the queue', () => {
  it('never hold an execution longer than 4.5 minutes nor list twice within a second', async () => {
    const names = countries.map(({ name }) => name.common);
    const table = [
      ['Country', 'Year'],
      ...Array.from({ length: 1000 }, (_, i) => [names[i % 250] ?? '', String(2000 + Math.floor(i / 250))]),
    ];
    const world = await World.open(table, { linkup: { queueLimit: 100 } });
    world.save({
      ...FACTS,
      template:
        'In {{Year}}: what is the capital of {{Country}}, its area in km², its currency, and is it landlocked?',
    });
    world.press(MENU.all, 'YES');
    world.untilDone();
    expect(wrongAnswers(world)).toEqual([]);
    expect(world.linkup.bill.entries).toHaveLength(1000);
    const longest = Math.max(...world.host.executions.map(({ startedAt, endedAt }) => endedAt - startedAt));
    expect(longest).toBeLessThanOrEqual(4.5 * 60_000);
    const lists = world.linkup.requests.filter(
      ({ method, path }) => method === 'GET' && path === '/v1/tasks',
    );
    const gaps = lists.slice(1).map(({ at }, i) => at - (lists[i]?.at ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1000);
    expect(lists.every(({ status }) => status === 200)).toBe(true);
  });
});

describe('rows that ask the same', () => {
  it('share one task, billed once and written to all', async () => {
    const world = await World.open([
      ['Country'],
      ...['Peru', 'Chile', 'Peru', 'Peru', 'Chile'].map((name) => [name]),
    ]);
    world.save(FACTS);
    world.press(MENU.all, 'YES');
    world.untilDone();
    expect(world.host.ui.dialogs[0]?.message).toContain('3 duplicates asked along for nothing');
    expect(world.linkup.bill.entries).toHaveLength(2);
    expect(world.column('capital')).toEqual(['Lima', 'Santiago', 'Lima', 'Lima', 'Santiago']);
  });

  it('copy an answer that is there already instead of asking again', async () => {
    const world = await World.open([['Country'], ['Peru'], ['Chile']]);
    world.save(FACTS);
    world.press(MENU.all, 'YES');
    world.untilDone();
    world.sheet.type(4, 1, 'Peru');
    world.press(MENU.all, 'YES');
    world.untilDone();
    expect(world.linkup.bill.entries).toHaveLength(2);
    expect(world.column('capital')).toEqual(['Lima', 'Santiago', 'Lima']);
  });
});

/** A run from the sidebar: what was offered is what is billed, and whoever looks sees how it stands. */

import { describe, expect, it } from 'vitest';
import { rectOf } from '../../doubles/google/model/geometry';
import { countryTable } from '../../world/countries';
import { wrongAnswers } from '../../world/facts-oracle';
import { PROFILE } from '../../world/profile';
import { leftovers, machineTalk, receipts } from '../../world/reading';
import { statusOf } from '../../world/says';
import { ask, BOB, codeOf, enrich, follow, saved, toFill, withFacts } from '../../world/sidebar';
import type { World } from '../../world/world';

const ROWS = 30;
const SLOW = { linkup: { queueLimit: 10 } };

/** A table in which some rows ask the same, one asks nothing, and one cannot be answered. */
const MIXED = [...countryTable(10), ['Albania'], ['Albania'], [''], ['Atlantis']];

const billed = ({ linkup }: World): number => linkup.bill.total();

describe('an offer', () => {
  it('says rows, questions, duplicates, price and balance', async () => {
    const { world, id } = await withFacts([
      ['Country', 'Note'],
      ['Peru', ''],
      ['Peru', ''],
      ['', 'who?'],
    ]);
    expect(ask(world, 'offer', toFill(world, id))).toEqual({
      rows: 2,
      questions: 1,
      shared: 1,
      along: 0,
      copies: 0,
      skipped: [{ reason: '“Country” is empty', rows: 1 }],
      again: 0,
      replaced: 0,
      filtered: false,
      price: 0.006,
      total: 0.006,
      balance: 100,
    });
    expect(world.linkup.tasks).toEqual([]);
  });

  it('is what is then billed, where everything is answered', async () => {
    const { world, id } = await withFacts([...countryTable(10), ['Albania'], ['Albania']]);
    const { total, questions } = ask(world, 'offer', toFill(world, id));
    enrich(world, id);
    expect(follow(world, id).at(-1)?.receipt).toEqual({
      asked: questions,
      answered: 12,
      cost: total,
      balanceAfter: 100 - total,
    });
    expect(billed(world)).toBe(total);
  });

  it.each([
    ['fill', false, 2],
    ['failed', false, 1],
    ['outdated', false, 1],
    ['all', false, 3],
    ['all', true, 5],
    ['fill', true, 5],
  ] as const)('for %s rows (overwriting: %s) asks %i of them', async (scope, overwrite, rows) => {
    const failWhen = (work: { type: string; input: object }) =>
      JSON.stringify(work.input).includes('Chad') ? ('INTERNAL_SERVER_ERROR' as const) : null;
    const table = [['Country'], ['Peru'], ['Chad'], ['Atlantis'], ['Mali'], ['Niger']];
    const { world, id } = await withFacts(table, { linkup: { failWhen } });
    enrich(world, id);
    follow(world, id);
    world.sheet.type(2, 1, 'Bolivia');
    const offer = ask(world, 'offer', toFill(world, id, { scope, overwrite }));
    expect(offer.rows).toBe(rows);
    expect(offer.replaced).toBe(overwrite ? 3 : scope === 'failed' ? 0 : 1);
  });

  it('for selected rows is about those, on the sheet where they are selected', async () => {
    const { world, id } = await withFacts(10);
    world.host.spreadsheet.select(world.sheet, rectOf(3, 1, 5, 1));
    const selected = toFill(world, id, { scope: 'selected' });
    expect(ask(world, 'offer', selected).rows).toBe(3);
    world.host.spreadsheet.select(world.host.spreadsheet.addSheet('Other'));
    expect(codeOf(world, 'offer', selected)).toBe('wrong-sheet');
    expect(ask(world, 'offer', { ...selected, scope: 'fill' }).rows).toBe(10);
  });
});

describe('a run that is followed', () => {
  it('counts every row at every moment, and ends with its receipt', async () => {
    const { world, id } = await withFacts(MIXED, SLOW);
    const first = enrich(world, id);
    expect(first).toMatchObject({
      id,
      state: 'working',
      paused: '',
      endedAt: 0,
      receipt: null,
      canUndo: false,
    });
    expect(first.counts).toMatchObject({ rows: 13, done: 0 });
    const reports = [first, ...follow(world, id)];
    for (const { counts } of reports) {
      const { rows, ...states } = counts;
      expect(Object.values(states).reduce((sum, n) => sum + n)).toBe(rows);
    }
    expect(reports.at(-1)).toMatchObject({
      state: 'ended',
      counts: { done: 12, notFound: 1, failed: 0, running: 0, waiting: 0, rows: 13 },
      failures: [],
      expectedMs: 0,
      nextCheckAt: 0,
      receipt: { asked: 11, answered: 12, cost: 0.06 },
      canUndo: true,
    });
    expect(receipts(world)).toMatchObject([{ Run: first.run, 'Rows done': '12', 'Not found': '1' }]);
    expect(wrongAnswers(world)).toEqual([]);
    expect(leftovers(world)).toEqual([]);
    expect(machineTalk(world)).toEqual([]);
  });

  it('says how long it will take, and when it is looked after next without anybody', async () => {
    const { world, id } = await withFacts(ROWS, SLOW);
    const { expectedMs, nextCheckAt } = enrich(world, id);
    expect(expectedMs).toBeGreaterThan(0);
    expect(nextCheckAt).toBeGreaterThan(world.clock.now());
    expect(nextCheckAt).toBeLessThanOrEqual(world.clock.now() + (PROFILE === 'addon' ? 3_600_000 : 60_000));
  });

  it('goes on when the sidebar is closed, and is ended when it is opened again', async () => {
    const { world, id } = await withFacts(ROWS, SLOW);
    enrich(world, id);
    world.untilDone(1);
    expect(wrongAnswers(world)).toEqual([]);
    const [progress] = ask(world, 'start', null).progress;
    expect(progress).toMatchObject({ id, state: 'ended', counts: { done: ROWS } });
    expect(progress?.endedAt).toBeGreaterThan(progress?.startedAt ?? 0);
  });

  it('is only told of while somebody else is at it, and at once', async () => {
    const { world, id } = await withFacts(ROWS, SLOW);
    enrich(world, id);
    let told: number | undefined;
    world.host.onServiceCall = ({ method }) => {
      if (told !== undefined || method !== 'sleep') return;
      told = -1;
      const before = world.clock.now();
      expect(ask(world, 'progress', { id })?.state).toBe('working');
      told = world.clock.now() - before;
    };
    world.untilDone(1);
    expect(told).toBeLessThan(3_000);
    expect(world.linkup.bill.entries).toHaveLength(ROWS);
  });

  it('by a colleague with another key is told of, and not advanced', async () => {
    const { world, id } = await withFacts(ROWS, SLOW);
    enrich(world, id);
    world.host.open(BOB);
    const sent = world.linkup.tasks.length;
    const calls = world.linkup.requests.length;
    const report = ask(world, 'progress', { id }, BOB);
    expect(report).toMatchObject({ state: 'working', counts: { rows: ROWS }, nextCheckAt: 0 });
    expect(world.linkup.tasks).toHaveLength(sent);
    expect(world.linkup.requests).toHaveLength(calls);
  });

  it('on two pages at once asks nothing twice', async () => {
    const { world, id } = await withFacts(ROWS, SLOW);
    enrich(world, id);
    ask(world, 'connect', { key: 'test-key' }, BOB);
    for (let poll = 0; poll < 20; poll++) {
      ask(world, 'progress', { id });
      ask(world, 'progress', { id }, BOB);
    }
    expect(world.linkup.bill.entries).toHaveLength(ROWS);
    expect(receipts(world)).toHaveLength(1);
  });

  it('is null for an enrichment that was never run', async () => {
    const { world, id } = await withFacts(3);
    expect(ask(world, 'progress', { id })).toBeNull();
    expect(ask(world, 'stop', { id })).toBeNull();
  });
});

describe('failures', () => {
  it('come by reason, with rows that can be found after they have moved', async () => {
    const failWhen = (work: { type: string; input: object }) =>
      /Peru|Chad/.test(JSON.stringify(work.input)) ? ('INTERNAL_SERVER_ERROR' as const) : null;
    const table = [['Country'], ['Mali'], ['Peru'], ['Niger'], ['Chad']];
    const { world, id } = await withFacts(table, { linkup: { failWhen } });
    enrich(world, id);
    const { failures, counts } = follow(world, id).at(-1) ?? {};
    expect(counts).toMatchObject({ failed: 2, done: 2 });
    expect(failures).toMatchObject([
      {
        reason: 'Linkup had an internal error. Retry.',
        rows: [
          { label: 'Peru', at: 3 },
          { label: 'Chad', at: 5 },
        ],
        total: 2,
      },
    ]);
    const [, chad] = failures?.[0]?.rows ?? [];
    world.sheet.insertRows(2, 3);
    world.host.spreadsheet.select(world.sheet, rectOf(1, 1, 1, 1));
    ask(world, 'show', { id, at: chad?.at ?? 0, print: chad?.print ?? '' });
    const row = world.host.spreadsheet.selection.at(-1)?.row ?? 0;
    expect(world.sheet.displayRows()[row - 1]?.[0]).toBe('Chad');
  });

  it('of a row that is gone cannot be shown', async () => {
    const { world, id } = await withFacts(3);
    expect(codeOf(world, 'show', { id, at: 2, print: 'nothing-asks-this' })).toBe('row-gone');
    expect(codeOf(world, 'show', { id, at: 2, print: '' })).toBe('row-gone');
  });
});

describe('enrich', () => {
  it('is refused when it would cost more than the person saw, and asks nothing', async () => {
    const { world, id } = await withFacts(5);
    const { total } = ask(world, 'offer', toFill(world, id));
    world.sheet.type(7, 1, 'Peru');
    expect(codeOf(world, 'enrich', { ...toFill(world, id), total, cap: total })).toBe('offer-changed');
    expect(world.linkup.tasks).toEqual([]);
    expect(leftovers(world)).toEqual([]);
  });

  it('goes ahead when it has become cheaper', async () => {
    const { world, id } = await withFacts(5);
    const { total } = ask(world, 'offer', toFill(world, id));
    world.sheet.clear(6, 1, 6, 1);
    ask(world, 'enrich', { ...toFill(world, id), total, cap: total });
    follow(world, id);
    expect(world.linkup.bill.entries).toHaveLength(4);
  });

  it('asks no more than the cap pays for, and the rows left out say so', async () => {
    const { world, id } = await withFacts(10);
    enrich(world, id, { cap: 0.025 });
    expect(follow(world, id).at(-1)?.receipt).toMatchObject({ asked: 4, cost: 0.024 });
    const capped = world.column(statusOf('Facts')).filter((status) => status.includes('spending cap'));
    expect(capped).toHaveLength(6);
    expect(billed(world)).toBe(0.024);
  });

  it.each([
    ['with a cap below one question', { cap: 0.005 }, 'cap-too-small'],
    ['with nothing to ask', { scope: 'failed' }, 'nothing-to-ask'],
  ] as const)('%s is refused', async (_, changes, code) => {
    const { world, id } = await withFacts(3);
    expect(codeOf(world, 'enrich', { ...toFill(world, id), total: 1, cap: 1, ...changes })).toBe(code);
    expect(world.linkup.tasks).toEqual([]);
  });

  it('pressed twice starts one run', async () => {
    const { world, id } = await withFacts(ROWS, SLOW);
    enrich(world, id);
    expect(codeOf(world, 'enrich', { ...toFill(world, id), total: 1, cap: 1 })).toBe('already-running');
    follow(world, id);
    expect(world.linkup.bill.entries).toHaveLength(ROWS);
  });

  it('that only copies answers costs nothing and ends at once', async () => {
    const { world, id } = await withFacts(3);
    enrich(world, id);
    follow(world, id);
    world.sheet.type(5, 1, world.column('Country')[0] ?? '');
    expect(ask(world, 'offer', toFill(world, id))).toMatchObject({ copies: 1, questions: 0, total: 0 });
    expect(enrich(world, id)).toMatchObject({ state: 'ended', receipt: { asked: 0, cost: 0 } });
    expect(world.column('capital')[3]).toBe(world.column('capital')[0]);
  });
});

describe('stop', () => {
  it('lets go of what was not asked, and what was asked still comes', async () => {
    const { world, id } = await withFacts(ROWS, SLOW, { options: { depth: 'deep' } });
    enrich(world, id);
    const stopped = ask(world, 'stop', { id });
    expect(stopped).toMatchObject({ state: 'stopping', counts: { waiting: 0, running: 10, rows: 10 } });
    const { state, receipt } = follow(world, id).at(-1) ?? {};
    expect(state).toBe('ended');
    expect(receipt?.asked).toBe(world.linkup.tasks.length);
    expect(world.linkup.tasks.length).toBeLessThan(ROWS);
    expect(leftovers(world)).toEqual([]);
  });

  it('by a colleague without a key is obeyed by whoever is at it next', async () => {
    const { world, id } = await withFacts(ROWS, SLOW);
    enrich(world, id);
    expect(ask(world, 'stop', { id }, BOB)?.state).toBe('stopping');
    world.untilDone(1);
    expect(world.linkup.tasks.length).toBeLessThan(ROWS);
    expect(ask(world, 'progress', { id })?.state).toBe('ended');
  });
});

describe('a paused run', () => {
  it('says why, and goes on when it is taken up again', async () => {
    const { world, id } = await withFacts(20, { balance: 0.06 });
    ask(world, 'enrich', { ...toFill(world, id), total: 0.12, cap: 0.12 });
    const paused = follow(world, id, 10).at(-1);
    expect(paused).toMatchObject({
      state: 'paused',
      code: 'no-credits',
      counts: { done: 10, waiting: 10 },
      nextCheckAt: 0,
    });
    expect(paused?.paused).toMatch(/^Your Linkup credits are used up\./);
    world.linkup.bill.setBalance('acme', 1);
    expect(ask(world, 'resume', { id })?.state).toBe('working');
    expect(follow(world, id).at(-1)).toMatchObject({ state: 'ended', counts: { done: 20 } });
    expect(wrongAnswers(world)).toEqual([]);
  });

  it('cannot be taken up without a key', async () => {
    const { world, id } = await withFacts(ROWS, SLOW);
    enrich(world, id);
    ask(world, 'disconnect', null);
    expect(codeOf(world, 'resume', { id })).toBe('no-key');
    expect(ask(world, 'progress', { id })?.state).toBe('paused');
  });
});

describe('a run that only the sidebar moves forward', () => {
  it('finds the question that Linkup refuses among many, in however short looks', async () => {
    const countries = countryTable(40);
    countries[20] = ['Peru '.repeat(60)];
    const { world, id } = await withFacts(countries, {
      linkup: { maxQueryLength: 200 },
      google: { limits: { triggersPerUser: 0 } },
    });
    enrich(world, id);
    expect(follow(world, id).at(-1)).toMatchObject({
      state: 'ended',
      counts: { done: 39, failed: 1 },
      failures: [{ reason: expect.stringContaining('Linkup cannot take this question'), total: 1 }],
    });
    expect(wrongAnswers(world)).toEqual([]);
  });
});

describe('several enrichments', () => {
  it('are told apart', async () => {
    const { world, id } = await withFacts(5);
    const other = saved(world, { name: 'Other', fields: [{ name: 'currency', kind: 'text' }] });
    enrich(world, id);
    expect(ask(world, 'progress', { id: other })).toBeNull();
    enrich(world, other);
    follow(world, id);
    follow(world, other);
    expect(
      ask(world, 'start', null)
        .progress.map((progress) => progress.id)
        .sort(),
    ).toEqual([id, other].sort());
  });
});

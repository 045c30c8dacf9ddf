/** An offer from the sidebar: what it says is what is then billed, and nothing is asked beyond it. */
import { describe, expect, it } from 'vitest';
import { rectOf } from '../../doubles/google/model/geometry';
import { countryTable } from '../../world/countries';
import { CAPITAL_DRAFT } from '../../world/drafts';
import { leftovers } from '../../world/reading';
import { statusOf } from '../../world/says';
import { ask, codeOf, enrich, follow, toFill, withFacts } from '../../world/sidebar';
import type { World } from '../../world/world';

const ROWS = 30;
const SLOW = { linkup: { queueLimit: 10 } };

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
      stakes: [],
      filtered: false,
      price: 0.006,
      least: 0.006,
      total: 0.006,
      balance: 100,
      others: { fill: 2, failed: 0, outdated: 0, all: 2, deeper: 0 },
    });
    expect(world.linkup.tasks).toEqual([]);
  });

  it('for selected rows is about these rows, also where others stand in their places by the time that they are asked', async () => {
    const { world, id } = await withFacts(countryTable(12));
    const { sheet, host } = world;
    host.spreadsheet.select(sheet, rectOf(5, 1, 6, 1));
    const selected = sheet
      .displayRows()
      .slice(4, 6)
      .flatMap(([country]) => country ?? []);
    const choice = toFill(world, id, { scope: 'selected' });
    const { total } = ask(world, 'offer', choice);
    host.onServiceCall = ({ method }) => {
      if (method !== 'fetch') return;
      host.onServiceCall = undefined;
      sheet.insertRows(2, 3);
    };
    ask(world, 'enrich', { ...choice, total, cap: total });
    world.untilDone();
    const asked = world.linkup.tasks.map((task) => JSON.stringify(task));
    expect(asked).toHaveLength(2);
    for (const country of selected) expect(asked.some((each) => each.includes(country))).toBe(true);
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
    // Of whichever choice it was asked, it says the same of all.
    const others = {
      failed: 1,
      outdated: 1,
      deeper: 0,
      ...(overwrite ? { fill: 5, all: 5 } : { fill: 2, all: 3 }),
    };
    expect(offer.others).toEqual(others);
    expect(offer.replaced).toBe(overwrite ? 3 : scope === 'failed' ? 0 : 1);
  });

  it('tells of nothing to be replaced where answers were emptied, nor of typed values where there are none', async () => {
    const draft = { ...CAPITAL_DRAFT, shape: 'answer', fields: [], sources: true } as const;
    const { world, id } = await withFacts([['Country'], ['Peru'], ['Chad']], {}, draft);
    enrich(world, id);
    follow(world, id);
    expect(world.column('Facts sources').every(Boolean)).toBe(true);
    const all = toFill(world, id, { overwrite: true });
    expect(ask(world, 'offer', all).stakes).toEqual([
      expect.stringContaining('2 rows is replaced. It is not'),
    ]);
    world.sheet.clear(2, 2, 3, 2);
    expect(ask(world, 'offer', toFill(world, id))).toMatchObject({ rows: 2, replaced: 0, stakes: [] });
  });

  it('for selected rows is about those, on the sheet where they are selected', async () => {
    const { world, id } = await withFacts(10);
    world.host.spreadsheet.select(world.sheet, rectOf(3, 1, 5, 1));
    const selected = toFill(world, id, { scope: 'selected' });
    expect(ask(world, 'offer', selected)).toMatchObject({ rows: 3, others: { fill: 10, all: 10 } });
    world.host.spreadsheet.select(world.host.spreadsheet.addSheet('Other'));
    expect(codeOf(world, 'offer', selected)).toBe('wrong-sheet');
    expect(ask(world, 'offer', { ...selected, scope: 'fill' }).rows).toBe(10);
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

  it('is refused where no credits are left, asks nothing, and goes ahead after a top-up', async () => {
    const { world, id } = await withFacts(3);
    const { total } = ask(world, 'offer', toFill(world, id));
    world.linkup.bill.setBalance('acme', 0);
    expect(codeOf(world, 'enrich', { ...toFill(world, id), total, cap: total })).toBe('no-credits');
    expect(world.linkup.tasks).toEqual([]);
    expect(leftovers(world)).toEqual([]);
    world.linkup.bill.setBalance('acme', 100);
    enrich(world, id);
    follow(world, id);
    expect(billed(world)).toBe(total);
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

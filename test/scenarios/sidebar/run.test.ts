/** A run from the sidebar: whoever looks sees how it stands, until it has ended. */
import { describe, expect, it } from 'vitest';
import { rectOf } from '../../doubles/google/model/geometry';
import { countryTable } from '../../world/countries';
import { wrongAnswers } from '../../world/facts-oracle';
import { PROFILE } from '../../world/profile';
import { leftovers, machineTalk, receipts } from '../../world/reading';
import { ask, BOB, codeOf, enrich, follow, saved, withFacts } from '../../world/sidebar';

const ROWS = 30;
const SLOW = { linkup: { queueLimit: 10 } };

/** A table in which some rows ask the same, one asks nothing, and one cannot be answered. */
const MIXED = [...countryTable(10), ['Albania'], ['Albania'], [''], ['Atlantis']];

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

  it('promises no time before its own speed can be told, and says when it is looked after next without anybody', async () => {
    const { world, id } = await withFacts(ROWS, SLOW);
    const { expectedMs, nextCheckAt } = enrich(world, id);
    expect(expectedMs).toBe(0);
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
    for (let poll = 0; poll < 20 && receipts(world).length === 0; poll++) {
      ask(world, 'progress', { id });
      ask(world, 'progress', { id }, BOB);
    }
    ask(world, 'progress', { id });
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

describe('a run that does not go on', () => {
  /** As it would be on record then. */
  async function withRecord(changes: (now: number) => object) {
    const stage = await withFacts(5, SLOW);
    enrich(stage.world, stage.id);
    const { document } = stage.world.host.properties;
    const [key = ''] = [...document.keys()].filter((each) => each.startsWith('linkup.run.'));
    const run = JSON.parse(document.get(key) ?? '');
    document.set(key, JSON.stringify({ ...run, ...changes(stage.world.clock.now()) }));
    return stage;
  }
  const noCredits = () => ({ paused: { code: 'no-credits', subject: '' } });

  it('though it will by itself is running, and says what holds it up', async () => {
    const trouble = { code: 'network', subject: '', times: 9 };
    const { world, id } = await withRecord((now) => ({ trouble: { ...trouble, since: now - 3_600_000 } }));
    expect(ask(world, 'progress', { id })).toMatchObject({
      state: 'working',
      paused: '',
      code: '',
      heldUp: expect.stringContaining('the run goes on by itself once that is over'),
      goesOn: true,
    });
  });

  it('tells whoever started it what to do, by the buttons that are there', async () => {
    const { world, id } = await withRecord(noCredits);
    const report = ask(world, 'progress', { id });
    expect(report).toMatchObject({ state: 'paused', heldUp: '' });
    expect(report?.paused).toMatch(/Top up at app\.linkup\.so, then choose “Go on”\.$/);
  });

  it('tells a colleague whose it is to mend', async () => {
    const { world, id } = await withRecord(noCredits);
    const report = ask(world, 'progress', { id }, BOB);
    expect(report?.paused).toContain('Once that is mended, owner@example.com can go on.');
    expect(report?.paused).not.toMatch(/Top up|[Yy]our credits/);
  });
});

describe('several enrichments', () => {
  it('are told apart', async () => {
    const { world, id } = await withFacts(5);
    const other = saved(world, { name: 'Other', fields: [{ name: 'money', kind: 'text' }] });
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

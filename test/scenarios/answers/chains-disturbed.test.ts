/** Chains that are disturbed: whatever becomes of one of their enrichments, nothing is asked too early, too much or for ever, and what is said is true. */
import { describe, expect, it } from 'vitest';
import { ExecutionKilled } from '../../doubles/google';
import { TEST_KEY, type Work } from '../../doubles/linkup';
import {
  asked,
  askedOfEach,
  chained,
  chainOffer,
  enrichAll,
  isLive,
  runOf,
  SECOND,
  THIRD,
} from '../../world/chains';
import { countryTable } from '../../world/countries';
import { CAPITAL_DRAFT } from '../../world/drafts';
import { leftovers, openWithLinkup, receipts, traces } from '../../world/reading';
import { pass, schedule } from '../../world/schedules';
import { ask, BOB, codeOf, revisionOf, saved } from '../../world/sidebar';
import { slow } from '../../world/slow';
import { World } from '../../world/world';

const columnOf = (world: World, heading: string): number =>
  (world.sheet.displayRows()[0] ?? []).indexOf(heading) + 1;

const rename = (world: World, from: string, to: string): void =>
  world.sheet.type(1, columnOf(world, from), to);

describe('a first enrichment with steps', () => {
  it('has answered a row once there is no further step for it: nothing is asked, and nothing skipped, before', async () => {
    const [, [shy = ''] = []] = countryTable(2);
    const failWhen = ({ type, input }: Work) =>
      type === 'search' && input.depth !== 'deep' && input.q === `What is the capital of ${shy}?`
        ? ('SEARCH_QUERY_NO_RESULT' as const)
        : null;
    const world = await World.open(countryTable(2), { linkup: { failWhen } });
    saved(world, { ...CAPITAL_DRAFT, steps: [{ type: 'search', depth: 'deep' }] });
    saved(world, { ...SECOND, template: 'What is the area in km² of {{Country}}?', onlyIf: NO_CAPITAL });
    saved(world, { ...THIRD, template: 'Is {{capital}} in a landlocked? country' });
    expect(chainOffer(world).total).toBeCloseTo(2 * (0.006 + 0.055) + 2 * 0.006 + 2 * 0.006);
    enrichAll(world);
    world.untilDone();
    expect(askedOfEach(world)).toEqual([3, 0, 2]);
    expect(receipts(world).map(({ Skipped }) => Skipped)).toEqual(['0', '0', '0']);
  });

  const NO_CAPITAL = { column: 'capital', test: 'empty' as const };
});

describe('columns that are called otherwise', () => {
  it('since the price was told are not asked about: the new price comes first', async () => {
    const { world } = await chained({}, 2);
    const { sheetId, revision, total } = chainOffer(world);
    rename(world, 'capital', 'Main town');
    expect(codeOf(world, 'enrichChain', { sheetId, revision, total, cap: total })).toBe('chain-outdated');
    expect(leftovers(world)).toEqual([]);
    const { links } = chainOffer(world);
    expect(links.find(({ name }) => name === 'Size')?.problem).toContain('no column “capital”');
    expect(links.find(({ name }) => name === 'Facts')).toMatchObject({ questions: 2, problem: '' });
  });

  it('in mid-run pause those that use them, and no others, until they are called so again', async () => {
    const table = countryTable(2).map((row, i) => [...row, i === 0 ? 'Note' : 'large']);
    const world = await World.open(table, { linkup: slow([90_000, 120_000]) });
    const ids = [
      saved(world, CAPITAL_DRAFT),
      saved(world, { ...SECOND, template: `${SECOND.template} It is {{Note}}.` }),
      saved(world, THIRD),
    ];
    enrichAll(world);
    rename(world, 'Note', 'Remark');
    world.untilDone();
    expect(runOf(world, 'Size').paused).toEqual({ code: 'unknown-column', subject: 'Note' });
    expect(runOf(world, 'Coast').paused).toBeUndefined();
    expect(askedOfEach(world)).toEqual([2, 0, 0]);
    rename(world, 'Remark', 'Note');
    ask(world, 'resume', { id: ids[1] ?? '' });
    world.untilDone();
    expect(askedOfEach(world)).toEqual([2, 2, 2]);
    expect(isLive(world)).toBe(false);
  });

  it('so that enrichments go round in a circle are told, and none of these is asked', async () => {
    const world = await World.open(countryTable(3));
    saved(world, CAPITAL_DRAFT);
    saved(world, { ...SECOND, template: 'What is the area in km² of the country of {{capital}}?' });
    rename(world, 'Country', 'Land');
    rename(world, 'area', 'Country');
    world.sheet.type(2, columnOf(world, 'Country'), 'Peru');
    world.sheet.type(3, columnOf(world, 'capital'), 'Lima');
    const { links, questions } = chainOffer(world);
    expect(questions).toBe(0);
    expect(links.map(({ problem }) => problem)).toEqual([
      expect.stringContaining('“Size” uses “Facts”, and “Facts” uses “Size”'),
      expect.stringContaining('“Facts” uses “Size”, and “Size” uses “Facts”'),
    ]);
    expect(() => enrichAll(world)).toThrow(/^nothing-to-ask/);
  });
});

describe('a start of which one enrichment cannot be reserved', () => {
  it('reserves none of them, and asks nothing', async () => {
    const { world } = await chained({}, 2);
    const { sheetId, revision, total } = chainOffer(world);
    world.host.onServiceCall = () => {
      if (isLive(world) && !runOf(world, 'Facts').reserving && columnOf(world, 'capital') > 0)
        rename(world, 'capital', 'Main town');
    };
    expect(codeOf(world, 'enrichChain', { sheetId, revision, total, cap: total })).toBe('unknown-column');
    world.host.onServiceCall = undefined;
    world.untilDone();
    expect(world.linkup.tasks).toEqual([]);
    expect(isLive(world)).toBe(false);
    expect(ask(world, 'balance', null).month.counted).toBe(0);
  });
});

describe('“Stop all”', () => {
  it('asks nothing more, not even while it stops one after the other', async () => {
    const { world } = await chained({ linkup: { queueLimit: 4 } }, 5);
    const isWaiting = (): boolean => world.column('Size status').includes('Waiting');
    world.host.onServiceCall = ({ method }) => {
      if (!method.startsWith('fetch') || !isWaiting()) return;
      for (const trigger of world.host.triggers) trigger.dueAt = undefined;
      throw new ExecutionKilled();
    };
    try {
      enrichAll(world);
      world.untilDone();
    } catch {
      // It died while rows of the second waited.
    }
    world.host.onServiceCall = undefined;
    expect(isWaiting()).toBe(true);
    const before = world.linkup.tasks.length;
    world.clock.sleep(60_000);
    ask(world, 'stopChain', { sheetId: world.sheet.id });
    world.untilDone();
    expect(world.linkup.tasks).toHaveLength(before);
    expect(leftovers(world).filter((key) => !key.includes('mark'))).toEqual([]);
  });
});

describe('a chain that is closed before its time', () => {
  const STOPPED = 'Stopped: not asked, not billed';
  const CAPPED = 'Not asked: the spending cap was reached';

  it('says what is left by each of its runs, beside each row and to whoever opens the page anew', async () => {
    const { world, ids } = await chained({ linkup: { queueLimit: 2, ...slow([90_000, 120_000]) } }, 3);
    expect(
      enrichAll(world)
        .map(({ later }) => later)
        .sort(),
    ).toEqual([0, 3, 3]);
    ask(world, 'stopChain', { sheetId: world.sheet.id });
    world.untilDone();
    expect(askedOfEach(world)).toEqual([2, 0, 0]);
    const why = 'stopped';
    expect(ids.map((id) => ask(world, 'progress', { id })?.notAsked)).toEqual([
      { rows: 1, why },
      { rows: 3, why },
      { rows: 3, why },
    ]);
    for (const name of ['Size', 'Coast'])
      expect(world.column(`${name} status`)).toEqual([STOPPED, STOPPED, STOPPED]);
    enrichAll(world);
    world.untilDone();
    expect(new Set(world.column('Coast status'))).toEqual(new Set(['Done']));
  });

  it('says of a row that it was skipped, also where the cap was reached', async () => {
    const [, [none = ''] = []] = countryTable(1);
    const failWhen = ({ type, input }: Work) =>
      type === 'search' && input.q === `What is the capital of ${none}?`
        ? ('SEARCH_QUERY_NO_RESULT' as const)
        : null;
    const { world, ids } = await chained({ linkup: { queueLimit: 3, failWhen } }, 4);
    enrichAll(world, 5 * 0.006);
    world.untilDone();
    const skipped = 'Skipped: “Facts” found nothing';
    const [first, ...others] = world.column('Size status');
    expect([first, new Set(others)]).toEqual([skipped, new Set(['Done', CAPPED])]);
    const coast = world.column('Coast status');
    expect([coast[0], new Set(coast.slice(1))]).toEqual([skipped, new Set([CAPPED])]);
    const [, second] = ids.map((id) => ask(world, 'progress', { id }));
    expect(second).toMatchObject({ unfed: 1, notAsked: { why: 'capped' } });
    expect((second?.counts.rows ?? 0) + (second?.notAsked?.rows ?? 0)).toBe(3);
    expect(receipts(world).map(({ Note }) => Note)[1]).toContain('no earlier answer to ask with: 1');
  });
});

describe('a colleague who goes on with the first of them', () => {
  it('pays for what is left of that; the others go on with the key of whoever began, once it is answered', async () => {
    const keys = { [TEST_KEY]: { organization: 'acme' }, bobs: { organization: 'acme' } };
    const knobs = { queueLimit: 1, ...slow([90_000, 120_000]) };
    const { world, linkup } = await openWithLinkup(countryTable(2), { keys, knobs }, TEST_KEY);
    const [first = '', second = ''] = [CAPITAL_DRAFT, SECOND, THIRD].map((draft) => saved(world, draft));
    enrichAll(world);
    for (const trigger of world.host.triggers) trigger.dueAt = undefined;
    ask(world, 'connect', { key: 'bobs' }, BOB);
    expect(ask(world, 'rest', { id: second }, BOB)).toMatchObject({ questions: 0, waitsFor: 'Facts' });
    const { agreement, total } = ask(world, 'rest', { id: first }, BOB);
    ask(world, 'carryOn', { id: first, revision: revisionOf(world, first, BOB), agreement, total }, BOB);
    world.host.runClock(world.clock.now() + 600_000);
    const billedTo = (key: string) => linkup.bill.entries.filter((entry) => entry.key === key).length;
    expect([billedTo(TEST_KEY), billedTo('bobs')]).toEqual([1, 1]);
    for (let look = 0; look < 9 && isLive(world); look++) {
      ask(world, 'work', null);
      world.clock.sleep(60_000);
    }
    expect([billedTo(TEST_KEY), billedTo('bobs')]).toEqual([1 + 2 + 2, 1]);
    expect(leftovers(world)).toEqual([]);
    expect(ask(world, 'balance', null).month.counted).toBeCloseTo(5 * 0.006);
  });
});

describe('two people, and money that is not enough', () => {
  it('start one chain between them, within the limit, which goes on once its account is topped up', async () => {
    const { world, ids } = await chained({ balance: 0.0255 }, 2);
    ask(world, 'setOwnLimit', { limit: 0.03 });
    const before = traces(world);
    expect(() => enrichAll(world)).toThrow(/^own-limit: This may cost up to \$0.036/);
    expect(traces(world)).toEqual(before);
    ask(world, 'setOwnLimit', { limit: 0 });
    ask(world, 'connect', { key: TEST_KEY }, BOB);
    const { sheetId, revision, total } = chainOffer(world, BOB);
    enrichAll(world);
    const bobs = { sheetId, revision, total, cap: total };
    expect(codeOf(world, 'enrichChain', bobs, BOB)).toBe('already-running');
    world.untilDone();
    expect(runOf(world, 'Coast').paused).toMatchObject({ code: 'no-credits' });
    expect(askedOfEach(world)).toEqual([2, 2, 0]);
    world.linkup.bill.setBalance('acme', 1);
    ask(world, 'resume', { id: ids[2] ?? '' });
    world.untilDone();
    expect(askedOfEach(world)).toEqual([2, 2, 2]);
    expect(codeOf(world, 'enrichChain', bobs, BOB)).toBe('nothing-to-ask');
  });
});

describe('a first answer that a refresh replaces', () => {
  it('makes what was asked with it outdated, and the next refresh of the second one asks it', async () => {
    const { world, ids } = await chained({}, 1);
    enrichAll(world);
    world.untilDone();
    const [first = '', second = ''] = ids;
    schedule(world, first, { rule: HOURLY });
    world.sheet.type(2, 1, 'Peru');
    pass(world, 2);
    expect(world.column('capital')).toEqual(['Lima']);
    expect(askedOfEach(world)).toEqual([2, 1, 1]);
    ask(world, 'start', null);
    const outdated = expect.stringContaining('Outdated');
    expect([...world.column('Size status'), ...world.column('Coast status')]).toEqual([outdated, outdated]);
    schedule(world, second, { rule: HOURLY });
    pass(world, 2);
    expect(asked(world, 'of Peru, whose capital is Lima?')).toHaveLength(1);
    expect(askedOfEach(world)).toEqual([2, 2, 1]);
  });

  const HOURLY = { every: 'hour' as const, hour: 0, day: 0 };
});

describe('columns of the person’s own', () => {
  it('are a first answer where they were filled by hand, and waited for where they were not', async () => {
    const table = [['Country', 'Capital', 'km²'], ['Peru'], ['Chad', 'My capital']];
    const world = await World.open(table);
    const fills = (heading: string) => ({ fills: { heading } });
    saved(world, { ...CAPITAL_DRAFT, fields: [{ name: 'capital', kind: 'text', ...fills('Capital') }] });
    saved(world, { ...SECOND, fields: [{ name: 'area', kind: 'number', ...fills('km²') }] });
    expect(chainOffer(world).links.map(({ questions, later }) => [questions, later])).toEqual([
      [1, 0],
      [1, 1],
    ]);
    enrichAll(world);
    world.untilDone();
    expect(asked(world, 'of Chad, whose capital is My capital?')).toHaveLength(1);
    expect(asked(world, 'of Peru, whose capital is Lima?')).toHaveLength(1);
    expect(askedOfEach(world)).toEqual([1, 2, 0]);
  });
});

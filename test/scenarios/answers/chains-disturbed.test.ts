/** Chains that are disturbed: whatever becomes of one of their enrichments, nothing is asked too early, too much or for ever, and what is said is true. */
import { describe, expect, it } from 'vitest';
import { ExecutionKilled } from '../../doubles/google';
import type { Work } from '../../doubles/linkup';
import {
  askedOfEach,
  billed,
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
import { leftovers, receipts } from '../../world/reading';
import { ask, codeOf, saved } from '../../world/sidebar';
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
      type !== 'fetch' && input.depth !== 'deep' && input.q === `What is the capital of ${shy}?`
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

describe('a cap that is not enough for what two of them ask at once', () => {
  it('is used up, and no run waits for ever', async () => {
    const { world } = await chained({ linkup: { queueLimit: 4 } }, 11);
    enrichAll(world, 18 * 0.006);
    world.untilDone();
    expect(world.linkup.tasks).toHaveLength(18);
    expect(leftovers(world)).toEqual([]);
  });
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

describe('rows that had nothing to be asked with', () => {
  it('are counted in the receipt and at the end, besides their Status', async () => {
    const [, [none = '']] = countryTable(2) as [string[], string[]];
    const failWhen = ({ type, input }: Work) =>
      type !== 'fetch' && input.q === `What is the capital of ${none}?`
        ? ('SEARCH_QUERY_NO_RESULT' as const)
        : null;
    const { world, ids } = await chained({ linkup: { failWhen } }, 2);
    enrichAll(world);
    world.untilDone();
    expect(receipts(world).map(({ Skipped, Note }) => [Skipped, Note])).toEqual([
      ['0', ''],
      ['1', 'Skipped, with no earlier answer to ask with: 1'],
      ['1', 'Skipped, with no earlier answer to ask with: 1'],
    ]);
    expect(ask(world, 'progress', { id: ids[1] ?? '' })).toMatchObject({ unfed: 1 });
    expect(billed(world)).toBeCloseTo(0.018);
  });
});

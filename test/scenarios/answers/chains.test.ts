/** Chains: an enrichment that uses the columns of others is asked row by row as these are answered, at one price and under one cap for all. */
import { describe, expect, it } from 'vitest';
import { ExecutionKilled } from '../../doubles/google';
import type { Work } from '../../doubles/linkup';
import {
  asked,
  askedOfEach,
  billed,
  chained,
  chainOffer,
  enrichAll,
  isLive,
  SECOND,
} from '../../world/chains';
import { countryTable, truth } from '../../world/countries';
import { CAPITAL_DRAFT } from '../../world/drafts';
import { leftovers, receipts } from '../../world/reading';
import { ask, codeOf, saved } from '../../world/sidebar';
import { slow } from '../../world/slow';
import { oneIn, THOROUGH } from '../../world/thorough';
import { World } from '../../world/world';

const ROWS = 3;
const PRICE = 0.006;

describe('enriching all columns of a sheet', () => {
  it('agrees one price for what is asked now and what is asked later, each behind what it uses', async () => {
    const { world } = await chained();
    const { links, questions, later, least, total } = chainOffer(world);
    expect(links.map(({ name, uses }) => [name, uses])).toEqual([
      ['Facts', []],
      ['Size', ['Facts']],
      ['Coast', ['Facts', 'Size']],
    ]);
    expect([questions, later, least, total]).toEqual([3, 6, 0.018, 0.054]);
  });

  it('asks the second question of each row with its first answer, and all of them in the end', async () => {
    const { world } = await chained();
    enrichAll(world);
    world.untilDone();
    const countries = world.column('Country');
    expect(asked(world, 'area in km')).toHaveLength(ROWS);
    for (const text of asked(world, 'area in km'))
      expect(countries.some((c) => text.includes(`of ${c}, whose capital is ${truth(c).capital}?`))).toBe(
        true,
      );
    expect(asked(world, 'landlocked?')).toHaveLength(ROWS);
    expect(world.column('landlocked')).toEqual(countries.map((country) => truth(country).landlocked));
    expect(billed(world)).toBeCloseTo(0.054);
    expect(receipts(world).map((each) => [each.Enrichment, each['Questions asked']])).toEqual([
      ['Facts', '3'],
      ['Size', '3'],
      ['Coast', '3'],
    ]);
    expect(isLive(world)).toBe(false);
    expect(leftovers(world)).toEqual([]);
    expect(
      [...world.host.properties.user('owner@example.com').keys()].filter((key) => key.includes('agreement')),
    ).toEqual([]);
  });

  it('asks a row as soon as its own first answer is there, not when all are', async () => {
    const { world } = await chained({ linkup: { queueLimit: 2 } }, 6);
    enrichAll(world);
    world.untilDone();
    const order = world.linkup.tasks.map(({ sent }) => JSON.stringify(sent));
    const second = order.findIndex((text) => text.includes('area in km'));
    const lastOfFirst = order.map((text) => text.includes('What is the capital of')).lastIndexOf(true);
    expect(second).toBeLessThan(lastOfFirst);
  });

  it('leaves out a row whose first answer is nothing or failed, and says so', async () => {
    const [, [none = ''] = [], [failing = ''] = []] = countryTable(2);
    const failWhen = ({ type, input }: Work) => {
      if (type === 'fetch' || !input.q.startsWith('What is the capital')) return null;
      if (input.q.includes(`${none}?`)) return 'SEARCH_QUERY_NO_RESULT' as const;
      return input.q.includes(`${failing}?`) ? ('INTERNAL_SERVER_ERROR' as const) : null;
    };
    const { world, ids } = await chained({ linkup: { failWhen } });
    enrichAll(world);
    world.untilDone();
    expect(world.column('Size status').slice(0, 3)).toEqual([
      'Skipped: “Facts” found nothing',
      'Skipped: “Facts” failed',
      'Done',
    ]);
    expect(asked(world, 'area in km')).toHaveLength(ROWS - 2);
    expect(world.column('Coast status').filter((text) => text === 'Done')).toHaveLength(ROWS - 2);
    const note = 'Skipped, with no earlier answer to ask with: 2';
    expect(receipts(world).map(({ Skipped, Note }) => [Skipped, Note])).toEqual([
      ['0', ''],
      ['2', note],
      ['2', note],
    ]);
    expect(ask(world, 'progress', { id: ids[1] ?? '' })).toMatchObject({ unfed: 2 });
  });

  it('spends its cap over all of them, also where two ask for more at once than is left, and no more', async () => {
    const { world } = await chained({ linkup: { queueLimit: 4 } }, 11);
    const cap = 18 * PRICE;
    const [first, second] = enrichAll(world, cap);
    expect(first?.spending).toMatchObject({ shared: true, asked: 4 * PRICE, cap });
    expect(second?.spending).toEqual(first?.spending);
    world.untilDone();
    expect(world.linkup.tasks).toHaveLength(18);
    expect(billed(world)).toBeCloseTo(cap);
    expect(leftovers(world)).toEqual([]);
    expect(ask(world, 'balance', null).month.counted).toBeCloseTo(18 * PRICE);
  });

  it('can be stopped one by one, and ends', async () => {
    const { world, ids } = await chained({ linkup: slow([400_000, 500_000]) }, 2);
    enrichAll(world);
    ask(world, 'stop', { id: ids[0] ?? '' });
    ask(world, 'stop', { id: ids[2] ?? '' });
    world.untilDone();
    expect(askedOfEach(world)).toEqual([2, 2, 0]);
    expect(leftovers(world)).toEqual([]);
  });

  it('calls an answer outdated that was asked with another first answer, or with one that was undone', async () => {
    const { world, ids } = await chained({}, 2);
    enrichAll(world);
    world.untilDone();
    world.sheet.type(2, 2, 'Somewhere else');
    const [id = ''] = ids;
    ask(world, 'undo', { id, run: ask(world, 'progress', { id })?.run ?? '' });
    ask(world, 'start', null);
    const outdated = expect.stringContaining('Outdated');
    expect(world.column('capital')).toEqual(['Somewhere else', '']);
    expect(world.column('Size status')).toEqual([outdated, outdated]);
    expect(chainOffer(world).links.map(({ questions, later }) => [questions, later])).toEqual([
      [1, 0],
      [1, 1],
      [0, 2],
    ]);
  });

  it('asks a row that is asked anew on with its new first answer alone', async () => {
    const { world } = await chained({}, 2);
    enrichAll(world);
    world.untilDone();
    world.sheet.type(2, 1, 'Peru');
    const before = world.linkup.tasks.length;
    enrichAll(world);
    world.untilDone();
    const anew = world.linkup.tasks.slice(before).map(({ sent }) => JSON.stringify(sent));
    expect(anew).toHaveLength(3);
    expect(anew.filter((text) => text.includes('of Peru, whose capital is Lima?'))).toHaveLength(1);
  });

  it('asks nothing with a first answer that its row has outgrown meanwhile', async () => {
    const { world } = await chained({}, 3);
    world.host.onServiceCall = () => {
      if (world.sheet.display(2, 2) === '') return;
      world.sheet.type(2, 1, 'Peru');
      world.host.onServiceCall = undefined;
    };
    enrichAll(world);
    world.untilDone();
    expect(world.column('Facts status')[0]).toContain('Outdated');
    expect(world.linkup.tasks.filter(({ sent }) => JSON.stringify(sent).includes('Peru'))).toEqual([]);
    expect(asked(world, 'landlocked?')).toHaveLength(2);
  });

  it('looks at a condition on a first answer once that is known, and not while it is still blank', async () => {
    const none = countryTable(1)[1]?.[0] ?? '';
    const failWhen = ({ type, input }: Work) =>
      type !== 'fetch' && input.q === `What is the capital of ${none}?`
        ? ('SEARCH_QUERY_NO_RESULT' as const)
        : null;
    const world = await World.open(countryTable(4), { linkup: { failWhen } });
    const onlyIf = { column: 'capital', test: 'empty' as const };
    saved(world, CAPITAL_DRAFT);
    saved(world, { ...SECOND, template: 'What is the area in km² of {{Country}}?', onlyIf });
    enrichAll(world);
    world.untilDone();
    expect(asked(world, 'area in km')).toEqual([expect.stringContaining(none)]);
  });

  it('refuses a Save that would go round in a circle, with the names', async () => {
    const { world, ids } = await chained();
    const facts = ask(world, 'start', null).enrichments.find(({ id }) => id === ids[0]);
    if (!facts) throw new Error('nothing is saved');
    const { revision, outputs, status, missing, isBroken, renamed, refreshing, ...draft } = facts;
    const template = 'What is the capital of {{Country}} ({{landlocked}})?';
    const argument = { sheetId: world.sheet.id, draft: { ...draft, template }, revision, force: false };
    expect(() => ask(world, 'save', argument)).toThrow(
      /circular: .*“Facts” uses “Coast”, and “Coast” uses “Facts”/,
    );
    expect(codeOf(world, 'chainOffer', { sheetId: world.sheet.id })).toBe('');
  });

  /** What lasts: a kill before anything else is one before the next of these. */
  const LASTS = /^(fetch|setPropert|deleteProperty|setValues|flush|create$|deleteTrigger|appendRow)/;

  /** Plays one row with a kill before the n-th call that lasts, then once more; false where there is no such call. */
  async function killedAt(moment: number): Promise<boolean> {
    const { world } = await chained({}, 1);
    const { sheetId, revision, total } = chainOffer(world);
    let calls = 0;
    world.host.onServiceCall = ({ method }) => {
      if (LASTS.test(method) && ++calls === moment)
        throw new ExecutionKilled(undefined, WAYS[moment % WAYS.length]);
    };
    try {
      ask(world, 'enrichChain', { sheetId, revision, total, cap: total });
    } catch (thrown) {
      if (!(thrown instanceof ExecutionKilled)) throw thrown;
    }
    world.untilDone();
    world.host.onServiceCall = undefined;
    // Where the start was cut short, the person presses again.
    if (chainOffer(world).total > 0) enrichAll(world);
    world.untilDone();
    expect([moment, ...askedOfEach(world)]).toEqual([moment, 1, 1, 1]);
    // Whoever dies at the very end leaves a mark, the room of a run or a note of the turn, for the next start.
    const left = leftovers(world).filter((key) => !/^linkup\.(mark|reserve|turn|resting)\b/.test(key));
    expect(left, `killed at ${moment}`).toEqual([]);
    return calls >= moment;
  }

  const WAYS = ['lost', 'partly', 'applied'] as const;

  it('asks nothing twice wherever an execution dies', async () => {
    const moments = Array.from({ length: THOROUGH ? 300 : 100 }, (_, i) => i + 1);
    let died = 0;
    for (const moment of oneIn(25, moments)) {
      if (!(await killedAt(moment))) break;
      died += 1;
    }
    expect(died).toBeGreaterThan(THOROUGH ? 100 : 3);
  });
});

/** Chains: an enrichment that uses the columns of others is asked row by row as these are answered, at one price and under one cap for all. */
import { describe, expect, it } from 'vitest';
import { ExecutionKilled } from '../../doubles/google';
import type { Work } from '../../doubles/linkup';
import { countryTable, truth } from '../../world/countries';
import { CAPITAL_DRAFT } from '../../world/drafts';
import { leftovers, receipts } from '../../world/reading';
import { ask, codeOf, saved } from '../../world/sidebar';
import { slow } from '../../world/slow';
import { World, type WorldOptions } from '../../world/world';

const ROWS = 6;
const SECOND = {
  ...CAPITAL_DRAFT,
  name: 'Size',
  template: 'What is the area in km² of {{Country}}, whose capital is {{capital}}?',
  fields: [{ name: 'area', kind: 'number' as const }],
};
const THIRD = {
  ...CAPITAL_DRAFT,
  name: 'Coast',
  template: 'Is {{Country}} with its {{area}} km² and {{capital}} landlocked?',
  fields: [{ name: 'landlocked', kind: 'yes/no' as const }],
};

/** Three enrichments, saved from the last to the first as far as that can be: the order is found. */
async function chained(options: WorldOptions = {}, rows = ROWS) {
  const world = await World.open(countryTable(rows), options);
  const ids = [saved(world, CAPITAL_DRAFT), saved(world, SECOND), saved(world, THIRD)];
  return { world, ids };
}

function offerOf(world: World) {
  return ask(world, 'chainOffer', { sheetId: world.sheet.id });
}

function enrichAll(world: World, cap?: number) {
  const { sheetId, revision, total } = offerOf(world);
  return ask(world, 'enrichChain', { sheetId, revision, total, cap: cap ?? total });
}

const isLive = (world: World): boolean =>
  [...world.host.properties.document.keys()].some((key) => key.startsWith('linkup.run.'));

const asked = (world: World, words: string): string[] =>
  world.linkup.tasks.flatMap(({ sent }) => {
    const text = JSON.stringify(sent);
    return text.includes(words) ? [text] : [];
  });

const billed = (world: World): number => world.linkup.bill.entries.reduce((sum, { price }) => sum + price, 0);

describe('enriching all columns of a sheet', () => {
  it('agrees one price for what is asked now and what is asked later, each behind what it uses', async () => {
    const { world } = await chained();
    const { links, questions, later, least, total } = offerOf(world);
    expect(links.map(({ name, uses }) => [name, uses])).toEqual([
      ['Facts', []],
      ['Size', ['Facts']],
      ['Coast', ['Facts', 'Size']],
    ]);
    expect([questions, later, least, total]).toEqual([6, 12, 0.036, 0.108]);
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
    expect(billed(world)).toBeCloseTo(0.108);
    expect(receipts(world).map((each) => [each.Enrichment, each['Questions asked']])).toEqual([
      ['Facts', '6'],
      ['Size', '6'],
      ['Coast', '6'],
    ]);
    expect(isLive(world)).toBe(false);
    expect(leftovers(world)).toEqual([]);
    expect(
      [...world.host.properties.user('owner@example.com').keys()].filter((key) => key.includes('agreement')),
    ).toEqual([]);
  });

  it('asks a row as soon as its own first answer is there, not when all are', async () => {
    const { world } = await chained({ linkup: { queueLimit: 4 } }, 12);
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
    const { world } = await chained({ linkup: { failWhen } });
    enrichAll(world);
    world.untilDone();
    expect(world.column('Size status').slice(0, 3)).toEqual([
      'Skipped: “Facts” found nothing',
      'Skipped: “Facts” failed',
      'Done',
    ]);
    expect(asked(world, 'area in km')).toHaveLength(ROWS - 2);
    expect(world.column('Coast status').filter((text) => text === 'Done')).toHaveLength(ROWS - 2);
  });

  it('spends no more than the cap over all of them', async () => {
    const { world } = await chained();
    enrichAll(world, 0.05);
    world.untilDone();
    expect(billed(world)).toBeLessThanOrEqual(0.05);
    expect(world.linkup.tasks).toHaveLength(8);
    expect(leftovers(world)).toEqual([]);
    expect(ask(world, 'balance', null).month).toMatchObject({ counted: 0.048 });
  });

  it('can be stopped, one or all of it, and ends', async () => {
    const { world, ids } = await chained({ linkup: slow([400_000, 500_000]) });
    enrichAll(world);
    ask(world, 'stop', { id: ids[0] ?? '' });
    ask(world, 'stop', { id: ids[2] ?? '' });
    world.untilDone();
    expect(asked(world, 'area in km')).toHaveLength(ROWS);
    expect(asked(world, 'landlocked?')).toHaveLength(0);
    expect(leftovers(world)).toEqual([]);
    enrichAll(world);
    ask(world, 'stopChain', { sheetId: world.sheet.id });
    world.untilDone();
    expect(isLive(world)).toBe(false);
  });

  it('calls an answer outdated that was asked with another first answer', async () => {
    const { world } = await chained();
    enrichAll(world);
    world.untilDone();
    world.sheet.type(2, 2, 'Somewhere else');
    ask(world, 'start', null);
    expect(world.column('Size status')[0]).toContain('Outdated');
    expect(offerOf(world).links.map(({ questions, later }) => questions + later)).toEqual([0, 1, 1]);
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

  it('asks nothing twice wherever an execution dies', async () => {
    const MOMENTS = [60, 250, 420, 640];
    let died = 0;
    for (const moment of MOMENTS) {
      const { world } = await chained({}, 3);
      const { sheetId, revision, total } = offerOf(world);
      let calls = 0;
      world.host.onServiceCall = () => {
        if (++calls === moment) throw new ExecutionKilled();
      };
      try {
        ask(world, 'enrichChain', { sheetId, revision, total, cap: total });
      } catch (thrown) {
        if (!(thrown instanceof ExecutionKilled)) throw thrown;
      }
      world.untilDone();
      died += calls >= moment ? 1 : 0;
      world.host.onServiceCall = undefined;
      enrichAgain(world);
      world.untilDone();
      const kinds = ['What is the capital', 'area in km', 'landlocked?'];
      expect([moment, ...kinds.map((words) => asked(world, words).length)]).toEqual([moment, 3, 3, 3]);
      // Whoever dies at the very end leaves a mark, for the next start to look at.
      expect(
        leftovers(world).filter((key) => !key.startsWith('linkup.mark.')),
        `${moment}`,
      ).toEqual([]);
    }
    expect(died).toBe(MOMENTS.length);
  });
});

/** Where the start was cut short, the person presses again. */
function enrichAgain(world: World): void {
  const { sheetId, revision, total } = offerOf(world);
  if (total > 0) ask(world, 'enrichChain', { sheetId, revision, total, cap: total });
}

/** Three enrichments on one sheet, a search, a fetch and a research, started one after the other and running at once. */

import { beforeAll, describe, expect, it } from 'vitest';
import countries from 'world-countries';
import type { BillEntry, LinkupKnobs } from '../../doubles/linkup';
import { FACTS, truth } from '../../world/countries';
import { wrongAnswers } from '../../world/facts-oracle';
import { whenBound } from '../../world/profile';
import { leftovers, machineTalk, receipts } from '../../world/reading';
import { besidesBlanks, MENU, SAYS, statusOf } from '../../world/says';
import { begin } from '../../world/sidebar';
import { slow } from '../../world/slow';
import { World } from '../../world/world';

const ROWS = countries.slice(0, 12);
const TABLE = [
  ['Country', 'Page'],
  ...ROWS.map(({ name, cca3 }) => [name.common, `https://countries.example/${cca3.toLowerCase()}`]),
];

/** Slow enough that nothing has ended before the last one is started. */
const SLOW: Partial<LinkupKnobs> = {
  queueLimit: 20,
  ...slow([20_000, 30_000]),
};

const NAMES = ['Currency page', 'Facts', 'Report'];

function save(world: World): void {
  world.save(FACTS);
  world.save({
    name: 'Currency page',
    type: 'fetch',
    template: '{{Page}}',
    shape: 'page',
    options: { mode: 'standard' },
  });
  world.save({
    name: 'Report',
    type: 'research',
    template: 'Write about the languages of {{Country}}',
    shape: 'answer',
    sources: true,
    options: { mode: 'answer', reasoningDepth: 'S' },
  });
}

const byType = (entries: readonly BillEntry[], type: string) =>
  entries.filter((entry) => entry.type === type);

const listsBetween = (world: World, from: number, to: number) =>
  world.linkup.requests.filter(({ path, at }) => path === '/v1/tasks' && at >= from && at <= to).length;

describe('a search, a fetch and a research on one sheet, running at once', () => {
  let world: World;
  let startedTogether: readonly string[];
  /** How many executions there had been when only research was left. */
  let onlyResearchFrom: number;

  beforeAll(async () => {
    world = await World.open(TABLE, { linkup: SLOW });
    save(world);
    world.press(MENU.all, { text: '3' }, 'NO');
    begin(world);
    startedTogether = NAMES.filter((name) =>
      world.column(`${name} status`).some((text) => text !== SAYS.done),
    );
    const quick = () => ['Facts', 'Currency page'].every((name) => receiptOf(name) !== undefined);
    world.host.runClock({ until: quick, limitMs: 3_600_000 });
    onlyResearchFrom = world.host.executions.length;
    world.untilDone();
  });

  const receiptOf = (name: string) => receipts(world).find(({ Enrichment }) => Enrichment === name);

  it('are asked for by number, in a list of their names', () => {
    const [prompt] = world.host.ui.dialogs;
    expect(prompt).toMatchObject({ kind: 'prompt', buttons: 'OK_CANCEL' });
    expect(prompt?.message).toBe(
      'Which enrichment? Type its number.\n\n1. Currency page\n2. Facts\n3. Report',
    );
  });

  it('all run at the same time', () => {
    expect(startedTogether).toEqual(NAMES);
  });

  it('give the search its fields', () => {
    expect(wrongAnswers(world)).toEqual([]);
    expect(new Set(world.column(statusOf('Facts')).map(besidesBlanks))).toEqual(new Set([SAYS.done]));
  });

  it('give each row the text of its own page', () => {
    const pages = world.column('Currency page');
    expect(new Set(world.column('Currency page status'))).toEqual(new Set([SAYS.done]));
    expect(pages.map((page) => page.split('\n')[0])).toEqual(ROWS.map(({ name }) => `# ${name.common}`));
    const currencies = ROWS.map(({ name }) => truth(name.common).currency ?? '');
    expect(pages.filter((page, i) => !page.includes(`| currency | ${currencies[i]} |`))).toEqual(
      pages.filter((_, i) => currencies[i] === ''),
    );
  });

  it('give each row its own report with sources', () => {
    expect(new Set(world.column(statusOf('Report')))).toEqual(new Set([SAYS.done]));
    expect(world.column('Report').map((report) => report.split('\n')[0])).toEqual(
      ROWS.map(({ name }) => `## ${name.common}`),
    );
    expect(world.column('Report sources')).toEqual(
      ROWS.map(({ name }) => expect.stringContaining(`${name.common} | Countries`)),
    );
  });

  it('are each billed once', () => {
    const { entries } = world.linkup.bill;
    for (const type of ['search', 'fetch', 'research']) {
      const asked = byType(entries, type).map(({ question }) => question);
      expect(new Set(asked).size).toBe(ROWS.length);
      expect(asked).toHaveLength(ROWS.length);
    }
    expect(world.linkup.tasks).toHaveLength(3 * ROWS.length);
  });

  it('leave a receipt each, with what each of them cost', () => {
    expect(receipts(world)).toHaveLength(3);
    const costs = { Facts: '0.072', 'Currency page': '0.012', Report: '3' };
    for (const [name, cost] of Object.entries(costs)) {
      expect(receiptOf(name)).toMatchObject({
        'Rows done': '12',
        'Estimate (USD)': cost,
        Failed: '0',
        Note: '',
      });
    }
  });

  whenBound('finish the research by trigger alone, a single look at a time', () => {
    const looks = world.host.executions.slice(onlyResearchFrom);
    expect(new Set(looks.map(({ by, fn }) => `${by} ${fn}`))).toEqual(new Set(['clock advanceByClock']));
    expect(receiptOf('Report')?.['Rows done']).toBe('12');
    const lists = looks.map(({ startedAt, endedAt }) => listsBetween(world, startedAt, endedAt));
    expect(Math.max(...lists)).toBe(1);
  });

  it('remove the trigger and leave nothing but the definitions and the last runs behind', () => {
    expect(world.host.triggers).toEqual([]);
    expect(leftovers(world)).toEqual([]);
    expect(machineTalk(world)).toEqual([]);
  });
});

describe('the question which enrichment is meant', () => {
  it.each(['7', '0', 'nonsense', ''])('refuses "%s" in a sentence and starts nothing', async (typed) => {
    const world = await World.open(TABLE);
    save(world);
    world.press(MENU.all, { text: typed }, 'OK');
    expect(world.host.ui.dialogs.at(-1)?.message).toContain('Nothing was asked.');
    expect(world.linkup.tasks).toEqual([]);
  });

  it('takes a name as well', async () => {
    const world = await World.open(TABLE);
    save(world);
    world.press(MENU.all, { text: 'Facts' }, 'YES');
    world.untilDone();
    expect(wrongAnswers(world)).toEqual([]);
    expect(world.column(statusOf('Report'))).toEqual(ROWS.map(() => ''));
  });

  it('starts nothing when it is cancelled', async () => {
    const world = await World.open(TABLE);
    save(world);
    world.host.ui.willAnswer({ button: 'CANCEL' });
    world.host.clickMenu(MENU.all);
    expect(world.linkup.tasks).toEqual([]);
    expect(world.host.triggers).toEqual([]);
  });
});

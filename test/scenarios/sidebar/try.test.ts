/** Trying one row: what it answers is shown, it is billed once, and nothing is written. */
import { describe, expect, it } from 'vitest';
import type { Draft, Tried } from '../../../src/sidebar/protocol';
import { rectOf } from '../../doubles/google/model/geometry';
import { DRAFT } from '../../world/drafts';
import { replyTo, traces } from '../../world/reading';
import { ask, codeOf, saved } from '../../world/sidebar';
import { World, type WorldOptions } from '../../world/world';

const TABLE = [
  ['Country', 'Website'],
  ['', ''],
  ['Peru', 'https://country.example/peru'],
  ['Chad', ''],
];

const ANSWER: Draft = { ...DRAFT, shape: 'answer', fields: [], sources: true };
const RESEARCH: Draft = { ...ANSWER, type: 'research', options: { mode: 'auto', reasoningDepth: 'S' } };

const open = (options: WorldOptions = {}): Promise<World> => World.open(TABLE, options);

/** Tries a draft; fails if anything in the document has changed. */
function tried(world: World, draft: Draft): Tried {
  const before = traces(world);
  const result = ask(world, 'tryOne', { sheetId: world.sheet.id, draft });
  expect(traces(world)).toEqual(before);
  return result;
}

describe('a try', () => {
  it('of a search shows the values as the cells would read, and is billed once', async () => {
    const world = await open();
    const result = tried(world, DRAFT);
    expect(result).toMatchObject({ row: 3, outcome: 'done', reason: '', price: 0.006, task: '' });
    expect(result.question).toContain('the capital of Peru');
    expect(result.values.slice(0, 2)).toEqual([
      { heading: 'capital', text: 'Lima' },
      { heading: 'area', text: '1285216' },
    ]);
    expect(result.ms).toBeGreaterThan(0);
    expect(world.linkup.bill.entries).toMatchObject([{ taskId: null, price: 0.006 }]);
  });

  it('shows the sources by themselves', async () => {
    const world = await open();
    const { values, sources } = tried(world, ANSWER);
    expect(values.map(({ heading }) => heading)).toEqual(['Facts']);
    expect(values[0]?.text).toContain('Lima');
    expect(sources[0]?.url).toMatch(/^https:/);
    expect(sources[0]?.name).not.toBe('');
  });

  it('of results shows the top one and all as sources', async () => {
    const world = await open();
    const { values, sources, price } = tried(world, { ...ANSWER, shape: 'results' });
    expect(values.map(({ heading }) => heading)).toContain('Facts top result');
    expect(sources.length).toBeGreaterThan(1);
    expect(price).toBe(0.005);
  });

  it('takes the selected row, if it is one of the table', async () => {
    const world = await open();
    world.host.spreadsheet.select(world.sheet, rectOf(4, 1, 4, 1));
    expect(tried(world, DRAFT).row).toBe(4);
    world.host.spreadsheet.select(world.sheet, rectOf(90, 1, 90, 1));
    expect(tried(world, DRAFT).row).toBe(3);
  });

  it('of an enrichment that was saved differently asks what is on the page', async () => {
    const world = await open();
    const id = saved(world);
    const { values } = tried(world, { ...ANSWER, id, template: 'What is the currency of {{Country}}?' });
    expect(values[0]?.text).toContain('sol');
  });

  it('of which nothing is found is free', async () => {
    const world = await World.open([['Country'], ['Atlantis']]);
    expect(tried(world, DRAFT)).toMatchObject({ row: 2, outcome: 'not found', price: 0, values: [] });
    expect(world.linkup.bill.entries).toEqual([]);
  });
});

describe('a try of a fetch', () => {
  const FETCH: Draft = {
    ...ANSWER,
    type: 'fetch',
    template: '{{Website}}',
    shape: 'page',
    options: { mode: 'standard' },
  };

  it('shows the page, and is billed once', async () => {
    const world = await World.open([['Website'], ['https://en.wikipedia.org/wiki/Peru']]);
    const result = tried(world, FETCH);
    expect(result).toMatchObject({ row: 2, outcome: 'done', price: 0.001, sources: [] });
    expect(result.values[0]?.text).toContain('Peru');
    expect(world.linkup.bill.entries).toHaveLength(1);
  });

  it('of a page that cannot be reached says why, and is free', async () => {
    const world = await World.open([['Website'], ['https://no-such-host.invalid/']], {
      linkup: { failWhen: () => 'FETCH_TARGET_UNREACHABLE' },
    });
    expect(tried(world, FETCH)).toMatchObject({
      outcome: 'failed',
      reason: 'The website could not be reached. Check that the address opens in a browser, then retry.',
      price: 0,
    });
  });
});

describe('a try of research', () => {
  const again = (world: World, task: string, kept = ''): Tried => {
    const argument = { sheetId: world.sheet.id, draft: RESEARCH, startedAt: world.clock.now() };
    return ask(world, 'tryAgain', { ...argument, task, kept });
  };

  it('gives a task that is looked after until it is done, and is billed once', async () => {
    const world = await open();
    const first = tried(world, RESEARCH);
    expect(first).toMatchObject({ row: 3, outcome: 'pending', price: 0 });
    expect(again(world, first.task)).toMatchObject({ row: 3, outcome: 'pending', task: first.task });
    world.clock.sleep(10 * 60_000);
    const before = traces(world);
    const done = again(world, first.task);
    expect(done).toMatchObject({ row: 3, outcome: 'done', price: 0.25, task: '', question: first.question });
    expect(done.values[0]?.text).toContain('Lima');
    expect(done.sources).not.toEqual([]);
    expect(done.ms).toBeGreaterThan(60_000);
    expect(traces(world)).toEqual(before);
    expect(world.linkup.bill.entries).toHaveLength(1);
  });

  it('that fails says why, and is free', async () => {
    const world = await open({ linkup: { failWhen: () => 'INTERNAL_SERVER_ERROR' } });
    const { task } = tried(world, RESEARCH);
    world.clock.sleep(10 * 60_000);
    expect(again(world, task)).toMatchObject({
      outcome: 'failed',
      reason: 'Linkup had an internal error. Retry.',
      price: 0,
    });
  });

  it('that Linkup has forgotten says so', async () => {
    const world = await open();
    const argument = { sheetId: world.sheet.id, draft: RESEARCH, startedAt: world.clock.now(), kept: '' };
    expect(codeOf(world, 'tryAgain', { ...argument, task: '00000000-0000-4000-8000-000000000000' })).toBe(
      'try-gone',
    );
  });
});

describe('a try is refused', () => {
  it.each([
    ['by a lost connection', { effect: 'before', network: 'dns' }, 'not-tried'],
    ['by an error of Linkup’s', { effect: 'before', code: 'INTERNAL_SERVER_ERROR' }, 'not-tried'],
    ['by an answer that cannot be read', { effect: 'before', status: 200, body: '<html>' }, 'not-tried'],
    ['by too many requests', { effect: 'before', code: 'TOO_MANY_REQUESTS' }, 'try-too-fast'],
    ['by a key that is not good any more', { effect: 'before', code: 'UNAUTHORIZED' }, 'bad-key'],
    ['for want of credits', { effect: 'before', code: 'INSUFFICIENT_FUNDS_CREDITS' }, 'no-credits'],
  ] as const)('%s', async (_, fault, code) => {
    const world = await open();
    world.linkup.failNext(fault);
    const reply = replyTo(world, 'tryOne', { sheetId: world.sheet.id, draft: DRAFT });
    expect(reply).toMatchObject({ ok: false, code });
    expect(reply.ok ? '' : reply.sentence).not.toContain('run goes on');
    expect(world.linkup.requests.filter(({ path }) => path === '/v1/search')).toHaveLength(1);
  });

  it.each([
    ['for a question without a column', { template: 'What is new?' }, 'no-placeholder'],
    ['for a column that is not there', { template: '{{City}}' }, 'unknown-column'],
    ['for fields that have no name', { fields: [{ name: ' ', kind: 'text' }] }, 'bad-field'],
  ] as const)('%s', async (_, changes, code) => {
    const world = await open();
    expect(codeOf(world, 'tryOne', { sheetId: world.sheet.id, draft: { ...DRAFT, ...changes } })).toBe(code);
    expect(world.linkup.bill.entries).toEqual([]);
  });

  it('for a selected row in which something is missing, and says what', async () => {
    const world = await World.open([
      ['Country', 'Note'],
      ['Peru', ''],
      ['', 'who?'],
    ]);
    world.host.spreadsheet.select(world.sheet, rectOf(3, 1, 3, 1));
    expect(replyTo(world, 'tryOne', { sheetId: world.sheet.id, draft: DRAFT })).toEqual({
      ok: false,
      code: 'row-not-asked',
      sentence:
        'The selected row cannot be asked: “Country” is empty. Fill it in or select another row; nothing was asked.',
    });
  });

  it.each([
    ['in an empty table', [['Country']], 'empty-table'],
    [
      'where every row lacks what is asked about',
      [
        ['Country', 'Note'],
        ['', 'who?'],
      ],
      'nothing-to-try',
    ],
  ] as const)('%s', async (_, table, code) => {
    const world = await World.open(table);
    expect(codeOf(world, 'tryOne', { sheetId: world.sheet.id, draft: DRAFT })).toBe(code);
  });

  it('without a key', async () => {
    const world = await open();
    ask(world, 'disconnect', null);
    expect(codeOf(world, 'tryOne', { sheetId: world.sheet.id, draft: DRAFT })).toBe('no-key');
  });
});

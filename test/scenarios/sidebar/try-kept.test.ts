/** Tries that were paid for: kept with their person alone, and found again another day. */
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../src/sidebar/protocol';
import { traces } from '../../world/reading';
import { ask, BOB, codeOf, saved } from '../../world/sidebar';
import { DEEP, QUICK, RESEARCH, reopened, storedTries, TRY_TABLE, triesOf, tryOne } from '../../world/tries';
import { World, type WorldOptions } from '../../world/world';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const OWNER = 'owner@example.com';

const open = (options: WorldOptions = {}): Promise<World> => World.open(TRY_TABLE, options);

describe('a deep or research try', () => {
  it.each([
    ['a deep search', DEEP, '/v1/tasks', 0.055],
    ['research', RESEARCH, '/v1/research', 0.25],
  ] as const)('of %s is a task that is found again another day, and billed once', async (_, draft, path, price) => {
    const world = await open({ linkup: { retentionMs: 7 * DAY } });
    const before = traces(world);
    expect(tryOne(world, draft)).toMatchObject({ row: 2, outcome: 'pending', price: 0 });
    expect(world.linkup.requests.filter(({ method }) => method === 'POST').map((each) => each.path)).toEqual([
      path,
    ]);
    world.clock.sleep(2 * DAY);
    const [found] = triesOf(world);
    expect(found).toMatchObject({
      draft: { id: '', template: draft.template },
      tried: { outcome: 'pending' },
    });
    const done = reopened(world);
    expect(done).toMatchObject({ row: 2, outcome: 'done', price, question: 'What is the capital of Peru?' });
    expect(done.values[0]?.text).toContain('Lima');
    expect(world.linkup.bill.entries).toHaveLength(1);
    expect(traces(world)).toEqual(before);
  });

  it('that was looked at once is there at once, though Linkup has forgotten it', async () => {
    const world = await open({ linkup: { retentionMs: 60 * MINUTE } });
    tryOne(world, RESEARCH);
    world.clock.sleep(10 * MINUTE);
    const done = reopened(world);
    world.clock.sleep(3 * DAY);
    const requests = world.linkup.requests.length;
    expect(triesOf(world)[0]?.tried).toEqual(done);
    expect(reopened(world)).toEqual(done);
    expect(world.linkup.requests).toHaveLength(requests);
  });

  it('that nobody looked at in time says so', async () => {
    const world = await open({ linkup: { retentionMs: 60 * MINUTE } });
    tryOne(world, RESEARCH);
    world.clock.sleep(DAY);
    expect(() => reopened(world)).toThrow('Linkup no longer keeps the answer of this try.');
  });

  it('tells where its row is by now', async () => {
    const world = await open();
    tryOne(world, DEEP);
    world.sheet.insertRows(2, 3);
    world.clock.sleep(5 * MINUTE);
    expect(reopened(world).row).toBe(5);
    world.sheet.type(5, 1, 'Niger');
    expect(reopened(world)).toMatchObject({ row: 0, outcome: 'done' });
  });

  it('is read as it was asked, whatever its draft says by now', async () => {
    const world = await open();
    const { kept, task } = tryOne(world, DEEP);
    world.clock.sleep(5 * MINUTE);
    const draft: Draft = { ...QUICK, template: 'Who governs {{Nobody}}?', shape: 'results' };
    const look = { sheetId: world.sheet.id, draft, task, startedAt: 0, kept };
    expect(ask(world, 'tryAgain', look).values[0]?.text).toContain('Lima');
  });
});

describe('a try that was answered while we waited', () => {
  it('is kept too, where it was paid for and fits', async () => {
    const world = await open();
    const done = tryOne(world, QUICK);
    expect(done.kept).not.toBe('');
    world.clock.sleep(DAY);
    expect(triesOf(world)[0]?.tried).toEqual(done);
  });

  it('is not kept where nothing was found, or where it is as long as a page', async () => {
    const world = await World.open([['Website'], ['https://en.wikipedia.org/wiki/Peru']], {
      linkup: { pageChars: 20_000 },
    });
    const page = {
      type: 'fetch',
      template: '{{Website}}',
      shape: 'page',
      options: { mode: 'standard' },
    } as const;
    const pro = [{ type: 'fetch', mode: 'pro', renderJs: true }] as const;
    const long = tryOne(world, { ...QUICK, ...page, sources: false, steps: pro });
    expect(long).toMatchObject({ outcome: 'done', kept: '', deeper: '' });
    world.sheet.fromRows([['Country'], ['Atlantis']]);
    expect(tryOne(world, QUICK)).toMatchObject({ outcome: 'not found', kept: '', deeper: '' });
    const steps = [
      { type: 'search', depth: 'deep' },
      { type: 'research', mode: 'auto', reasoningDepth: 'S' },
    ] as const;
    expect(tryOne(world, { ...QUICK, steps }).deeper).toBe(
      'A run asks such a row deeper, by deep search, then research S: up to $0.305 more.',
    );
    expect(storedTries(world)).toEqual([]);
  });
});

describe('what is kept', () => {
  it('is the person’s alone, and never in the document', async () => {
    const world = await open();
    const { task } = tryOne(world, DEEP);
    expect([...world.host.properties.document.values()].join()).not.toContain(task);
    expect(triesOf(world)).toHaveLength(1);
    expect(triesOf(world, BOB)).toEqual([]);
  });

  it('is one try of each enrichment: another takes its place once it was asked', async () => {
    const world = await open();
    const id = saved(world, DEEP);
    tryOne(world, DEEP);
    tryOne(world, { ...DEEP, id });
    const third = tryOne(world, { ...DEEP, id });
    expect(triesOf(world).map(({ draft }) => draft.id)).toEqual([id, '']);
    world.linkup.failNext({ effect: 'before', code: 'INSUFFICIENT_FUNDS_CREDITS' });
    expect(codeOf(world, 'tryOne', { sheetId: world.sheet.id, draft: { ...DEEP, id } })).toBe('no-credits');
    expect(triesOf(world).map(({ tried }) => tried.kept)).toContain(third.kept);
    expect(storedTries(world)).toHaveLength(2);
  });

  it('of a new enrichment is found under the id that it is saved with', async () => {
    const world = await open();
    tryOne(world, DEEP);
    const id = saved(world, DEEP);
    expect(triesOf(world).map(({ draft }) => draft.id)).toEqual([id]);
  });

  it('is of its sheet, and goes with its enrichment', async () => {
    const world = await open();
    const id = saved(world, DEEP);
    tryOne(world, { ...DEEP, id });
    ask(world, 'remove', { id, columns: 'delete' });
    expect(triesOf(world)).toEqual([]);
    tryOne(world, DEEP);
    const [first] = world.host.spreadsheet.sheets;
    world.host.spreadsheet.select(world.host.spreadsheet.addSheet('Other'));
    expect(triesOf(world)).toEqual([]);
    if (first) world.host.spreadsheet.select(first);
    expect(triesOf(world)).toHaveLength(1);
  });

  it('goes when it is closed, and does not come back with a look that was under way', async () => {
    const world = await open();
    const { kept, task } = tryOne(world, DEEP);
    world.clock.sleep(5 * MINUTE);
    ask(world, 'dropTry', { kept });
    const look = { sheetId: world.sheet.id, draft: DEEP, task, startedAt: world.clock.now(), kept };
    expect(ask(world, 'tryAgain', look).outcome).toBe('done');
    expect(storedTries(world)).toEqual([]);
  });

  it('is five tries a document at most, none older than two weeks', async () => {
    const world = await open();
    for (let i = 1; i <= 7; i++) {
      const id = saved(world, { ...QUICK, name: `Facts ${i}` });
      tryOne(world, { ...QUICK, id, name: `Facts ${i}` });
      world.clock.sleep(MINUTE);
    }
    expect(triesOf(world).map(({ draft }) => draft.name)).toEqual([7, 6, 5, 4, 3].map((i) => `Facts ${i}`));
    world.clock.sleep(15 * DAY);
    expect(triesOf(world)).toEqual([]);
    tryOne(world, QUICK);
    expect(storedTries(world)).toHaveLength(1);
  });

  it.each([
    ['no JSON', '{'],
    ['something else', '{"id":"x"}'],
    ['another try', undefined],
    ['a question that makes no sense', '"template":""'],
    ['an answer of no kind', '"kind":"formula"'],
  ])('may be %s by now, and then is none', async (_, forged) => {
    const world = await open();
    tryOne(world, QUICK);
    const [[key = '', json = ''] = []] = storedTries(world);
    const store = world.host.properties.user(OWNER);
    if (forged === undefined) store.set(`${key}x`, json);
    else if (forged.startsWith('"template')) store.set(key, json.replace(/"template":"[^"]*"/, forged));
    else if (forged.startsWith('"kind'))
      store.set(key, json.replace('"kind":"text","text"', `${forged},"text"`));
    else store.set(key, forged);
    expect(triesOf(world)).toHaveLength(forged === undefined ? 1 : 0);
    const kept = key.split('.').at(-1) ?? '';
    const id = saved(world, QUICK);
    expect(codeOf(world, 'writeTried', { id, kept: forged === undefined ? `${kept}x` : kept })).toBe(
      'try-not-kept',
    );
  });
});

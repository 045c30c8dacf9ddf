/** Lists: one question whose rows become a sheet of their own, as one block, at a price that was agreed; and more of it, without repeating. */
import { describe, expect, it } from 'vitest';
import { ExecutionKilled } from '../../doubles/google';
import { rectOf } from '../../doubles/google/model/geometry';
import { TEST_KEY } from '../../doubles/linkup';
import { killBefore } from '../../world/kills';
import { LIST, LIST_PRICE, listed, makeList, moreOf, rowsOn } from '../../world/lists';
import { leftovers, openWithLinkup, receipts, traces } from '../../world/reading';
import { ask, BOB, codeOf } from '../../world/sidebar';
import { THOROUGH } from '../../world/thorough';
import type { World } from '../../world/world';

const NAME = 'The ten largest countries of Africa with capital and area';

type Knobs = Parameters<typeof openWithLinkup>[1];

const opened = async (linkup: Knobs = {}) => openWithLinkup([['Country'], ['Peru']], linkup, TEST_KEY);

const namesOf = (world: World): string[] => world.host.spreadsheet.sheets.map(({ name }) => name);

describe('a list', () => {
  it('becomes a sheet of its own, with typed columns, for one question’s price, and nothing before that', async () => {
    const { world, linkup } = await opened();
    const before = traces(world);
    const asked = makeList(world);
    expect(asked).toMatchObject({ pending: true, sheet: '', last: null, price: LIST_PRICE });
    // The trigger brings its rows where nobody looks, and is all that there is of it so far.
    expect(traces(world)).toEqual({ ...before, triggers: 1 });
    const done = listed(world, asked.kept);
    expect(done).toMatchObject({ sheet: NAME, pending: false });
    expect(done.last).toMatchObject({ outcome: 'written', rows: 10, doubles: 0, billed: LIST_PRICE });
    const [headings, first, ...rest] = rowsOn(world, NAME) ?? [];
    expect(headings).toEqual(['Country', 'Capital', 'Area']);
    expect(first).toEqual(['Algeria', 'Algiers', '2381741']);
    expect(rest).toHaveLength(9);
    expect(linkup.bill.entries).toHaveLength(1);
    expect(receipts(world)).toMatchObject([{ Enrichment: NAME, Rows: '10', 'Estimate (USD)': '0.006' }]);
    expect(leftovers(world)).toEqual([]);
  });

  it('is found again by its person alone, and is no more once it is closed; its rows stay', async () => {
    const { world } = await opened();
    const { kept } = makeList(world);
    expect(ask(world, 'start', null).lists).toMatchObject([{ kept, pending: true }]);
    expect(ask(world, 'start', null, BOB).lists).toEqual([]);
    listed(world, kept);
    ask(world, 'dropList', { kept });
    expect(ask(world, 'start', null).lists).toEqual([]);
    expect(rowsOn(world, NAME)).toHaveLength(11);
    expect(codeOf(world, 'moreOfList', { kept, total: 1 })).toBe('list-closed');
  });

  it('can be gone to and enriched like any other table', async () => {
    const { world } = await opened();
    const { kept } = makeList(world);
    listed(world, kept);
    expect(ask(world, 'openList', { kept })).toMatchObject({
      sheet: NAME,
      active: null,
      rows: 10,
      headings: ['Country', 'Capital', 'Area'],
    });
  });

  it.each([
    ['a placeholder in it', { template: 'The largest cities of {{Country}}' }, 'list-placeholder'],
    ['nothing in it', { template: ' ' }, 'empty-template'],
    ['no fields', { fields: [] }, 'no-fields'],
    ['two fields of one name', { fields: [...LIST.fields, { name: 'capital', kind: 'text' }] }, 'bad-field'],
    ['ten thousand characters', { template: 'x'.repeat(10_000) }, 'bad-option'],
  ] as const)('with %s is refused, and costs nothing', async (_, changes, code) => {
    const { world, linkup } = await opened();
    const draft = { ...LIST, ...changes };
    expect(codeOf(world, 'makeList', { draft, total: LIST_PRICE })).toBe(code);
    expect(linkup.tasks).toEqual([]);
  });

  it('is not asked at a higher price than was seen, without a key, above one’s own limit, or where nothing may be edited', async () => {
    const { world, linkup } = await opened();
    const asked = { draft: LIST, total: LIST_PRICE };
    expect(codeOf(world, 'makeList', { ...asked, total: 0.005 })).toBe('list-price');
    expect(codeOf(world, 'makeList', asked, BOB)).toBe('no-key');
    ask(world, 'setOwnLimit', { limit: 0.01 });
    makeList(world);
    expect(codeOf(world, 'makeList', asked)).toBe('own-limit');
    expect(linkup.tasks).toHaveLength(1);
  });

  it('is not asked by somebody who may edit no sheet', async () => {
    const { world, linkup } = await opened({
      keys: { [TEST_KEY]: { organization: 'acme' }, bobs: { organization: 'bobs' } },
    });
    ask(world, 'connect', { key: 'bobs' }, BOB);
    world.sheet.protect(rectOf(1, 1, 9, 9), { editors: [] });
    expect(codeOf(world, 'makeList', { draft: LIST, total: LIST_PRICE }, BOB)).toBe('list-no-sheet');
    expect(linkup.tasks).toEqual([]);
  });
});

describe('a list that comes back', () => {
  it.each([
    ['empty', { outcome: 'nothing', rows: 0, billed: LIST_PRICE }],
    ['nameless', { outcome: 'nothing', rows: 0, keyless: 10 }],
  ] as const)('%s makes no sheet, and says what it cost', async (listForm, last) => {
    const { world } = await opened({ knobs: { listForm } });
    const done = listed(world, makeList(world).kept);
    expect(done).toMatchObject({ sheet: '', last });
    expect(namesOf(world)).toEqual(['Sheet1', 'Linkup runs']);
  });

  it('with nothing found costs nothing', async () => {
    const { world, linkup } = await opened();
    const { kept } = makeList(world, { template: 'The ten tallest trees' });
    expect(listed(world, kept).last).toMatchObject({ outcome: 'nothing', billed: 0 });
    expect(linkup.bill.entries).toEqual([]);
  });

  it.each([
    ['doubles', { rows: 10, doubles: 10 }, ['Algeria', 'Algiers', '2381741']],
    ['entities', { rows: 10 }, ['Algeria &amp; Co', 'Algiers', '2381741']],
    ['wrong kinds', { rows: 10 }, ['Algeria', '{"said":"Algiers"}', '{"said":2381741}']],
  ] as const)('as %s is written as far as it makes sense, and says what was left out', async (listForm, last, first) => {
    const { world } = await opened({ knobs: { listForm } });
    expect(listed(world, makeList(world).kept).last).toMatchObject({ outcome: 'written', ...last });
    const rows = rowsOn(world, NAME) ?? [];
    expect(rows[1]).toEqual(first);
    expect(rows.filter(([key]) => key !== '')).toHaveLength(last.rows + 1);
  });

  it('in words only is no list, and says so', async () => {
    const { world } = await opened({ knobs: { outputForm: () => 'text' } });
    const { last } = listed(world, makeList(world).kept);
    expect(last).toMatchObject({ outcome: 'failed', billed: LIST_PRICE });
    expect(last?.reason).toContain('is no list');
    expect(namesOf(world)).toEqual(['Sheet1', 'Linkup runs']);
  });
});

describe('more of a list', () => {
  it('brings others, also where somebody has sorted, added and renamed, and stops when nothing new comes', async () => {
    const { world, linkup } = await opened();
    const { kept } = makeList(world);
    listed(world, kept);
    const sheet = world.host.spreadsheet.sheets[1];
    sheet?.insertColumns(1, 1);
    sheet?.type(2, 1, 'mine');
    sheet?.type(12, 2, 'CHAD ');
    expect(moreOf(world, kept).last).toMatchObject({ outcome: 'written', rows: 10, doubles: 0 });
    const rows = rowsOn(world, NAME) ?? [];
    expect(rows).toHaveLength(22);
    expect(new Set(rows.map(([, country]) => country)).size).toBe(22);
    linkup.knobs.listRepeats = true;
    expect(moreOf(world, kept).last).toMatchObject({ outcome: 'no new', rows: 0, doubles: 10 });
    expect(rowsOn(world, NAME)).toEqual(rows);
    expect(codeOf(world, 'moreOfList', { kept, total: 1 })).toBe('list-complete');
    expect(linkup.bill.entries).toHaveLength(3);
  });

  it('is not asked where its key column is gone, and goes on a new sheet where the old one is deleted meanwhile', async () => {
    const { world, linkup } = await opened();
    const { kept } = makeList(world);
    listed(world, kept);
    const sheet = world.host.spreadsheet.sheets[1];
    sheet?.type(1, 1, 'Land');
    expect(codeOf(world, 'moreOfList', { kept, total: 1 })).toBe('list-column-gone');
    sheet?.type(1, 1, 'Country');
    ask(world, 'moreOfList', { kept, total: LIST_PRICE });
    if (sheet) world.host.spreadsheet.deleteSheet(sheet);
    expect(listed(world, kept)).toMatchObject({ sheet: NAME, last: { rows: 10 } });
    expect(linkup.bill.entries).toHaveLength(2);
  });

  it('is asked once however often it is pressed', async () => {
    const { world, linkup } = await opened();
    const { kept } = makeList(world);
    ask(world, 'moreOfList', { kept, total: LIST_PRICE });
    expect(linkup.tasks).toHaveLength(1);
  });
});

describe('a list that is killed', () => {
  /** What lasts: a kill before anything else is one before the next of these. */
  const LASTS = /^(fetch|setPropert|deleteProperty|insertSheet|setFrozenRows|setValues|appendRow|flush)/;

  /** Plays a small list with a kill before the n-th call that lasts; false where there is no such call. */
  async function killedAt(moment: number): Promise<boolean> {
    const { world, linkup } = await opened();
    const { survive, isDone } = killBefore(world, LASTS, moment);
    survive(() => makeList(world));
    const [found] = ask(world, 'start', null).lists;
    if (!found) expect(linkup.tasks).toEqual([]);
    if (!found) return isDone();
    const isPending = (): boolean => ask(world, 'start', null).lists[0]?.pending ?? false;
    for (let look = 0; look < 30 && isPending(); look++) {
      world.clock.sleep(10_000);
      survive(() => ask(world, 'lookAtList', { kept: found.kept }));
    }
    const told = ask(world, 'start', null).lists[0];
    const about = `killed at ${moment}`;
    expect(linkup.tasks.length, about).toBeLessThanOrEqual(1);
    if (linkup.tasks.length === 0) {
      expect(namesOf(world), about).toEqual(['Sheet1']);
      return isDone();
    }
    expect(told?.last, about).toMatchObject({ outcome: 'written', rows: 10 });
    expect(namesOf(world), about).toEqual(['Sheet1', NAME, 'Linkup runs']);
    expect(rowsOn(world, NAME), about).toHaveLength(11);
    expect(receipts(world), about).toHaveLength(1);
    return isDone();
  }

  it('at any call, whatever of it Google still does, is asked once, and finished at the next look', async () => {
    let moment = 1;
    while (await killedAt(moment)) moment += THOROUGH ? 1 : 3;
    expect(moment).toBeGreaterThan(20);
  });

  it('and whose answer is forgotten by then leaves no sheet behind, and says so', async () => {
    const { world } = await opened({ knobs: { retentionMs: 3_600_000 } });
    const { kept } = makeList(world);
    world.clock.sleep(60_000);
    world.host.onServiceCall = ({ method }) => {
      if (method === 'setFrozenRows') throw new ExecutionKilled(undefined, 'lost');
    };
    expect(() => ask(world, 'lookAtList', { kept })).toThrow();
    world.host.onServiceCall = undefined;
    expect(namesOf(world)).toEqual(['Sheet1', NAME]);
    world.clock.sleep(2 * 24 * 3_600_000);
    expect(ask(world, 'lookAtList', { kept }).last).toMatchObject({ outcome: 'failed', rows: 0 });
    expect(namesOf(world)).toEqual(['Sheet1', 'Linkup runs']);
  });

  it('by Google, which lets nothing be written, keeps its rows for the next look', async () => {
    const { world, linkup } = await opened();
    const { kept } = makeList(world);
    world.clock.sleep(60_000);
    world.host.onServiceCall = ({ method }) => {
      if (method === 'insertSheet') throw new Error('Exception: no');
    };
    expect(codeOf(world, 'lookAtList', { kept })).toBe('list-unwritten');
    world.host.onServiceCall = undefined;
    expect(ask(world, 'lookAtList', { kept }).last).toMatchObject({ rows: 10 });
    expect(linkup.bill.entries).toHaveLength(1);
  });
});

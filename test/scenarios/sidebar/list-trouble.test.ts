/** What a list meets: a workbook or a list that is full, a sheet that people work on or keep to themselves, and a day on which nobody looks. */
import { describe, expect, it } from 'vitest';
import { listLine } from '../../../src/sidebar/client/model/list-words';
import { rectOf } from '../../doubles/google/model/geometry';
import type { Sheet } from '../../doubles/google/model/sheet';
import { TEST_KEY } from '../../doubles/linkup';
import { countryTable } from '../../world/countries';
import { ANSWER_DRAFT } from '../../world/drafts';
import { LIST, LIST_PRICE, listed, makeList, moreOf, rowsOn } from '../../world/lists';
import { openWithLinkup } from '../../world/reading';
import { ask, BOB, codeOf, enrich, follow, toFill } from '../../world/sidebar';
import { World, type WorldOptions } from '../../world/world';

const NAME = 'The ten largest countries of Africa with capital and area';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const opened = (options: WorldOptions = {}) => World.open(countryTable(1), options);

const price = { total: LIST_PRICE };

function sheetOf({ host }: World): Sheet {
  const sheet = host.spreadsheet.sheets.find(({ name }) => name === NAME);
  if (!sheet) throw new Error('the list has no sheet');
  return sheet;
}

/** A sheet takes nearly all the cells that Google allows: rows that nobody reads need not be there. */
function fill({ host }: World): void {
  const archive = host.spreadsheet.addSheet('Archive');
  const maxRows = 10_000_000 / archive.maxColumns - 2_000;
  Object.defineProperty(archive, 'maxRows', { value: maxRows });
}

describe('a list in a full workbook', () => {
  it('is not asked; nor is more of one whose sheet cannot grow', async () => {
    const world = await opened();
    const { kept } = makeList(world);
    listed(world, kept);
    sheetOf(world).deleteRows(12, sheetOf(world).maxRows - 11);
    fill(world);
    expect(codeOf(world, 'makeList', { draft: LIST, ...price })).toBe('list-no-room');
    expect(codeOf(world, 'moreOfList', { kept, ...price })).toBe('list-no-room');
    expect(world.linkup.tasks).toHaveLength(1);
  });

  it('keeps its rows where it became full meanwhile, and writes them once there is room', async () => {
    const world = await opened({ google: { limits: { workbookCells: 27_000 } } });
    const { kept } = makeList(world);
    world.clock.sleep(60_000);
    expect(codeOf(world, 'lookAtList', { kept })).toBe('list-unwritten');
    const first = world.host.spreadsheet.sheets[0];
    first?.deleteColumns(2, first.maxColumns - 1);
    expect(listed(world, kept).last).toMatchObject({ rows: 10 });
    expect(world.linkup.bill.entries).toHaveLength(1);
  });
});

describe('a list of 10,000 rows', () => {
  it('is written as far as a list may go; then it is full, and no more is asked', async () => {
    const world = await opened({ linkup: { listForm: 'many' } });
    const { kept } = makeList(world);
    expect(listed(world, kept).last).toMatchObject({ rows: 1_000, beyond: 9_000 });
    expect(rowsOn(world, NAME)).toHaveLength(1_001);
    expect(codeOf(world, 'moreOfList', { kept, ...price })).toBe('list-full');
    expect(world.linkup.tasks).toHaveLength(1);
    // Somebody takes a row away while more is on its way, and another row comes back: one is new, and there is room for one.
    sheetOf(world).deleteRows(2, 1);
    world.linkup.knobs.listForm = 'as asked';
    ask(world, 'moreOfList', { kept, ...price });
    sheetOf(world).insertRows(1_001, 1);
    sheetOf(world).type(1_001, 1, 'Mine');
    const full = listed(world, kept);
    expect(full.last).toMatchObject({ outcome: 'full', rows: 0, beyond: 10 });
    expect(listLine(full)).toContain('as long as one may be: 10 new rows left out');
  });
});

describe('the sheet of a list', () => {
  it('that its person may not edit is not asked for, and rows that are paid for wait until they may', async () => {
    const world = await opened();
    ask(world, 'connect', { key: TEST_KEY }, BOB);
    const { kept } = makeList(world, {}, BOB);
    const look = () => ask(world, 'lookAtList', { kept }, BOB);
    world.clock.sleep(30_000);
    expect(look().last).toMatchObject({ rows: 10 });
    const sheet = sheetOf(world);
    sheet.protect(rectOf(1, 1, 999, 3), { editors: [] });
    expect(codeOf(world, 'moreOfList', { kept, ...price }, BOB)).toBe('protected');
    sheet.protections = [];
    ask(world, 'moreOfList', { kept, ...price }, BOB);
    sheet.protect(rectOf(1, 1, 999, 3), { editors: [] });
    world.clock.sleep(30_000);
    expect(codeOf(world, 'lookAtList', { kept }, BOB)).toBe('list-unwritten');
    expect(rowsOn(world, NAME)).toHaveLength(11);
    sheet.protections = [];
    expect(look().last).toMatchObject({ rows: 10 });
    expect(world.linkup.bill.entries).toHaveLength(2);
  });

  it('may be renamed, sorted, typed into and moved while more of it is on its way', async () => {
    const world = await opened();
    const { kept } = makeList(world);
    listed(world, kept);
    ask(world, 'moreOfList', { kept, ...price });
    const sheet = sheetOf(world);
    sheet.rename('Africa');
    sheet.sortRange(2, 1, 11, 3, 3, true);
    sheet.insertColumns(1, 1);
    sheet.type(12, 2, 'Atlantis');
    sheet.type(13, 2, ' namibia');
    expect(listed(world, kept)).toMatchObject({ sheet: 'Africa', last: { rows: 9, doubles: 1 } });
    const keys = (rowsOn(world, 'Africa') ?? []).map((row) => row[1] ?? '');
    expect(keys.slice(11, 13)).toEqual(['Atlantis', ' namibia']);
    expect(new Set(keys).size).toBe(1 + 10 + 2 + 9);
  });

  it('that was deleted is said before more is asked', async () => {
    const world = await opened();
    const { kept } = makeList(world);
    listed(world, kept);
    world.host.spreadsheet.deleteSheet(sheetOf(world));
    expect(codeOf(world, 'moreOfList', { kept, ...price })).toBe('list-sheet-gone');
    expect(codeOf(world, 'openList', { kept })).toBe('list-sheet-gone');
    expect(world.linkup.tasks).toHaveLength(1);
  });

  it('is a table like any other: each of its rows can be enriched', async () => {
    const world = await opened();
    const { kept } = makeList(world);
    listed(world, kept);
    const { sheetId } = ask(world, 'openList', { kept });
    const draft = { ...ANSWER_DRAFT, template: 'What is the population of {{Country}}?', name: 'People' };
    const { id } = ask(world, 'save', { sheetId, draft, revision: '', force: false });
    enrich(world, id);
    expect(follow(world, id).at(-1)).toMatchObject({ state: 'ended', receipt: { answered: 10 } });
    moreOf(world, kept);
    expect(ask(world, 'offer', toFill(world, id))).toMatchObject({ questions: 10 });
  });
});

describe('a list whose person closed the sidebar', () => {
  it('comes all the same, before Linkup forgets it, and leaves no trigger behind', async () => {
    const world = await opened({ linkup: { retentionMs: 2 * HOUR } });
    makeList(world);
    world.host.runClock(world.clock.now() + 3 * HOUR);
    expect(rowsOn(world, NAME)).toHaveLength(11);
    expect(ask(world, 'start', null).lists).toMatchObject([{ pending: false, last: { rows: 10 } }]);
    expect(world.linkup.bill.entries).toHaveLength(1);
    expect(world.host.triggers).toEqual([]);
  });

  it('is found again another day where there was no place for a trigger', async () => {
    const world = await opened();
    for (let n = 0; n < 20; n++) world.host.addTrigger('onOpen');
    makeList(world);
    world.clock.sleep(20 * HOUR);
    const [found] = ask(world, 'start', null).lists;
    expect(found).toMatchObject({ pending: true });
    expect(ask(world, 'lookAtList', { kept: found?.kept ?? '' }).last).toMatchObject({ rows: 10 });
    expect(world.linkup.bill.entries).toHaveLength(1);
  });

  it('and whose task never ends is looked for by the trigger for three days', async () => {
    const world = await opened({ linkup: { stuck: () => true } });
    makeList(world);
    world.host.runClock(world.clock.now() + HOUR);
    expect(world.host.triggers).toHaveLength(1);
    world.clock.sleep(3 * DAY);
    world.host.runClock(world.clock.now() + HOUR);
    expect(world.host.triggers).toEqual([]);
    expect(ask(world, 'start', null).lists).toMatchObject([{ pending: true }]);
  });

  it('and whose answer Linkup has forgotten says that it was paid for', async () => {
    const world = await opened({ linkup: { retentionMs: DAY } });
    const { kept } = makeList(world);
    world.clock.sleep(3 * DAY);
    const { last } = ask(world, 'lookAtList', { kept });
    expect(last).toMatchObject({ outcome: 'failed', billed: LIST_PRICE });
    expect(world.linkup.bill.total()).toBe(LIST_PRICE);
  });

  it('is not given up for a key of another organisation, which cannot see it', async () => {
    const keys = { [TEST_KEY]: { organization: 'acme' }, other: { organization: 'other' } };
    const { world, linkup } = await openWithLinkup(countryTable(1), { keys });
    const { kept } = makeList(world);
    ask(world, 'connect', { key: 'other' });
    world.clock.sleep(60_000);
    expect(codeOf(world, 'lookAtList', { kept })).toBe('list-other-key');
    ask(world, 'connect', { key: TEST_KEY });
    expect(listed(world, kept).last).toMatchObject({ rows: 10 });
    expect(linkup.bill.entries).toHaveLength(1);
  });

  it('is never pushed out by those that were made after it while it is under way', async () => {
    const world = await opened();
    const { kept } = makeList(world);
    for (let n = 0; n < 5; n++) {
      world.clock.sleep(1_000);
      codeOf(world, 'makeList', { draft: { ...LIST, template: `The ${n + 1} largest countries` }, ...price });
    }
    expect(listed(world, kept).last).toMatchObject({ rows: 10 });
    const all = ask(world, 'start', null).lists;
    expect(all).toHaveLength(world.linkup.tasks.length);
  });
});

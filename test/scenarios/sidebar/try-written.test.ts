/** Writing what a try brought: into the row that asks it, as if a run had answered it, never over what a person typed, for nothing. */
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../src/sidebar/protocol';
import { ExecutionKilled } from '../../doubles/google';
import { rectOf } from '../../doubles/google/model/geometry';
import { TEST_KEY } from '../../doubles/linkup';
import { CAPITAL_DRAFT } from '../../world/drafts';
import { leftovers, receipts, traces } from '../../world/reading';
import { SAYS, statusOf } from '../../world/says';
import { ask, BOB, codeOf, enrich, follow, saved, toFill, withFacts } from '../../world/sidebar';
import type { World } from '../../world/world';

const MINUTE = 60_000;

const TABLE = [
  ['Country', 'Note'],
  ['Peru', 'a'],
  ['Chad', 'b'],
  ['Mali', 'c'],
];

const DEEP: Draft = { ...CAPITAL_DRAFT, options: { depth: 'deep' } };
const OTHER = { ...CAPITAL_DRAFT, name: 'Other', fields: [{ name: 'currency', kind: 'text' }] } as const;
const STATUS = statusOf('Facts');

/** The heading of a hidden column. */
const hidden = (part: string): string => `Facts ${part} (Linkup, do not edit)`;

interface Tried {
  readonly world: World;
  readonly id: string;
  readonly kept: string;
}

/** The first row of the table was tried by what is saved, and has its answer. */
async function tried(
  draft: Draft = CAPITAL_DRAFT,
  table: readonly (readonly string[])[] = TABLE,
): Promise<Tried> {
  const { world, id } = await withFacts(table, {}, draft);
  const { kept } = ask(world, 'tryOne', { sheetId: world.sheet.id, draft: { ...draft, id } });
  world.clock.sleep(5 * MINUTE);
  return { world, id, kept };
}

const write = ({ world, id, kept }: Tried): number => ask(world, 'writeTried', { id, kept }).row;

/** The code with which writing is refused; fails if anything in the document has changed then. */
function refused({ world, id, kept }: Tried, user?: string): string {
  const before = traces(world);
  const code = codeOf(world, 'writeTried', { id, kept }, user);
  expect(traces(world)).toEqual(before);
  return code;
}

/** Where a heading is, from 1. */
const columnOf = (world: World, heading: string): number =>
  (world.sheet.displayRows()[0] ?? []).indexOf(heading) + 1;

/** Enriches whatever has no answer yet, to the end; how many questions were asked for it. */
function enriched(world: World, id: string): number {
  const before = world.linkup.bill.entries.length;
  enrich(world, id);
  follow(world, id);
  return world.linkup.bill.entries.length - before;
}

describe('what a try brought', () => {
  it.each([
    ['a quick search', CAPITAL_DRAFT],
    ['a deep search', DEEP],
  ])('by %s is written as a run would have, for nothing, and no run asks it again', async (_, draft) => {
    const all = await tried(draft);
    const { world, id } = all;
    const billed = world.linkup.bill.entries.length;
    expect(write(all)).toBe(2);
    expect(world.column('capital')).toEqual(['Lima', '', '']);
    expect(world.column(STATUS)).toEqual([SAYS.done, '', '']);
    expect(world.column(hidden('state'))[0]).toMatch(/^done \| .* \| a:\w+( t:\w+)? \| 1$/);
    const [task] = world.linkup.tasks;
    expect(world.column(hidden('task'))[0]).toBe(task?.id ?? '');
    expect(world.linkup.bill.entries).toHaveLength(billed);
    expect(leftovers(world)).toEqual([]);
    expect(receipts(world)).toEqual([]);
    expect(ask(world, 'offer', toFill(world, id))).toMatchObject({ rows: 2, copies: 0 });
    expect(enriched(world, id)).toBe(2);
    expect(world.column('capital')).toEqual(['Lima', "N'Djamena", 'Bamako']);
  });

  it('is written once: then it is on the sheet, and not kept any more', async () => {
    const all = await tried();
    write(all);
    expect(ask(all.world, 'start', null).tries).toEqual([]);
    expect(refused(all)).toBe('try-not-kept');
  });

  it('is written after its new enrichment was saved', async () => {
    const { world, id } = await withFacts(TABLE, {}, OTHER);
    const { kept } = ask(world, 'tryOne', { sheetId: world.sheet.id, draft: DEEP });
    world.clock.sleep(5 * MINUTE);
    expect(codeOf(world, 'writeTried', { id, kept })).toBe('try-row-gone');
    write({ world, id: saved(world, DEEP), kept });
    expect(world.column('capital')[0]).toBe('Lima');
  });

  it('comes with its sources where they were given a column since', async () => {
    const answer: Draft = { ...CAPITAL_DRAFT, shape: 'answer', fields: [] };
    const all = await tried(answer);
    const { world, id } = all;
    ask(world, 'save', {
      sheetId: world.sheet.id,
      draft: { ...answer, id, sources: true },
      revision: '',
      force: true,
    });
    write(all);
    expect(world.column('Facts')[0]).toContain('Lima');
    const titles = world.column('Facts sources')[0]?.split('\n') ?? [];
    const at = world.sheet.displayRows()[0]?.indexOf('Facts sources') ?? -1;
    expect(world.sheet.peek(2, at + 1)?.links).toHaveLength(titles.length);
    expect(world.column(STATUS)[0]).toBe(SAYS.done);
  });

  it('goes where its row is by now, and moves along with it like any answer', async () => {
    const all = await tried();
    const { world, id } = all;
    world.sheet.insertRows(2, 2);
    world.sheet.sortRange(4, 1, 6, world.sheet.lastColumn, 1);
    const row = write(all);
    expect(world.sheet.displayRows()[row - 1]?.slice(0, 1)).toEqual(['Peru']);
    world.sheet.sortRange(2, 1, 6, columnOf(world, STATUS), 1);
    enriched(world, id);
    const capitals = world.column('Country').map((country, i) => [country, world.column('capital')[i]]);
    expect(capitals).toContainEqual(['Peru', 'Lima']);
    expect(capitals).toContainEqual(['Chad', "N'Djamena"]);
    expect(world.linkup.bill.entries).toHaveLength(3);
  });

  it('takes no other answer away where a sort has left the hidden columns behind', async () => {
    const { world, id } = await withFacts(TABLE.slice(0, 3), {}, CAPITAL_DRAFT);
    enriched(world, id);
    world.sheet.type(4, 1, 'Bolivia');
    world.host.spreadsheet.select(world.sheet, rectOf(4, 1, 4, 1));
    const { kept } = ask(world, 'tryOne', { sheetId: world.sheet.id, draft: { ...CAPITAL_DRAFT, id } });
    world.sheet.sortRange(2, 1, 4, columnOf(world, STATUS), 1);
    expect(write({ world, id, kept })).toBe(2);
    expect(world.column('Country')).toEqual(['Bolivia', 'Chad', 'Peru']);
    expect(world.column('capital')[1]).toBe("N'Djamena");
    expect(world.column('capital')[2]).toBe('Lima');
    // What stands there is still known as the machine's: it is replaced when the row asks something else.
    world.sheet.type(4, 1, 'Niger');
    expect(enriched(world, id)).toBe(1);
    expect(world.column('capital')[2]).toBe('Niamey');
  });

  it('fills the row that was tried; another that asks the same is filled by the next run, for nothing', async () => {
    const all = await tried(CAPITAL_DRAFT, [...TABLE, ['Peru', 'd']]);
    const { world, id } = all;
    expect(write(all)).toBe(2);
    expect(world.column('capital')).toEqual(['Lima', '', '', '']);
    expect(ask(world, 'offer', toFill(world, id))).toMatchObject({ copies: 1, questions: 2 });
    enriched(world, id);
    expect(world.column('capital')[3]).toBe('Lima');
  });

  it('replaces what the machine wrote for another question', async () => {
    const { world, id } = await withFacts(TABLE, {}, CAPITAL_DRAFT);
    enriched(world, id);
    world.sheet.type(2, 1, 'Niger');
    world.host.spreadsheet.select(world.sheet, rectOf(2, 1, 2, 1));
    const { kept } = ask(world, 'tryOne', { sheetId: world.sheet.id, draft: { ...CAPITAL_DRAFT, id } });
    write({ world, id, kept });
    expect(world.column('capital')).toEqual(['Niamey', "N'Djamena", 'Bamako']);
    expect(world.column(STATUS)[0]).toBe(SAYS.done);
  });

  it('makes its row outdated when the row is edited afterwards', async () => {
    const all = await tried();
    write(all);
    all.world.sheet.type(2, 1, 'Niger');
    expect(enriched(all.world, all.id)).toBe(3);
    expect(all.world.column('capital')[0]).toBe('Niamey');
  });

  it('is left alone by the Undo of a run before it, and of one after it', async () => {
    const { world, id } = await withFacts(TABLE, {}, CAPITAL_DRAFT);
    enriched(world, id);
    const { kept } = ask(world, 'tryOne', { sheetId: world.sheet.id, draft: { ...CAPITAL_DRAFT, id } });
    write({ world, id, kept });
    const undo = (): unknown => ask(world, 'undo', { id, run: ask(world, 'progress', { id })?.run ?? '' });
    expect(undo()).toEqual({ cleared: 2, kept: 0, later: 1, earlier: 0 });
    expect(world.column('capital')).toEqual(['Lima', '', '']);
    enriched(world, id);
    expect(undo()).toEqual({ cleared: 2, kept: 0, later: 0, earlier: 0 });
    expect(world.column('capital')).toEqual(['Lima', '', '']);
    expect(receipts(world)).toHaveLength(2);
  });

  it('is there whole after a kill in the middle of writing, when it is written again', async () => {
    const all = await tried(DEEP);
    const { world } = all;
    world.sheet.moveColumn(columnOf(world, 'capital'), world.sheet.maxColumns);
    world.host.onServiceCall = ({ method }) => {
      if (method === 'flush') throw new ExecutionKilled(undefined, 'partly');
    };
    expect(() => write(all)).toThrow(ExecutionKilled);
    world.host.onServiceCall = undefined;
    expect(leftovers(world)).not.toEqual([]);
    write(all);
    expect(world.column('capital')[0]).toBe('Lima');
    expect(enriched(world, all.id)).toBe(2);
    expect(leftovers(world)).toEqual([]);
  });
});

describe('it is not written, and a sentence says what to do,', () => {
  it('where the row was edited or deleted', async () => {
    const all = await tried();
    all.world.sheet.type(2, 1, 'Niger');
    expect(refused(all)).toBe('try-row-gone');
    all.world.sheet.deleteRows(2, 1);
    expect(refused(all)).toBe('try-row-gone');
    all.world.sheet.type(4, 1, 'Peru');
    expect(write(all)).toBe(4);
  });

  it('where what is saved asks something else', async () => {
    const all = await tried();
    const { world, id } = all;
    const draft: Draft = {
      ...CAPITAL_DRAFT,
      id,
      fields: [{ name: 'capital', kind: 'text', description: 'in Latin' }],
    };
    ask(world, 'save', { sheetId: world.sheet.id, draft, revision: '', force: true });
    expect(refused(all)).toBe('try-row-gone');
  });

  it('over what a person typed', async () => {
    const all = await tried();
    all.world.sheet.type(2, columnOf(all.world, 'capital'), 'my own');
    expect(refused(all)).toBe('try-typed');
    all.world.sheet.type(2, columnOf(all.world, 'capital'), '');
    expect(write(all)).toBe(2);
  });

  it('over an answer that a person corrected', async () => {
    const { world, id } = await withFacts(TABLE, {}, CAPITAL_DRAFT);
    enriched(world, id);
    const { kept } = ask(world, 'tryOne', { sheetId: world.sheet.id, draft: { ...CAPITAL_DRAFT, id } });
    world.sheet.type(2, columnOf(world, 'capital'), 'Lima (old town)');
    expect(refused({ world, id, kept })).toBe('try-typed');
  });

  it('while a run is live, whoever started it', async () => {
    const all = await tried();
    const { world, id } = all;
    ask(world, 'connect', { key: TEST_KEY }, BOB);
    enrich(world, id, {}, BOB);
    expect(codeOf(world, 'writeTried', { id, kept: all.kept })).toBe('already-running');
    world.untilDone();
    expect(write(all)).toBe(2);
    expect(world.column('capital')).toEqual(['Lima', "N'Djamena", 'Bamako']);
  });

  it('where the columns are protected', async () => {
    const { world, id } = await withFacts(TABLE, {}, CAPITAL_DRAFT);
    ask(world, 'connect', { key: TEST_KEY }, BOB);
    const { kept } = ask(world, 'tryOne', { sheetId: world.sheet.id, draft: { ...CAPITAL_DRAFT, id } }, BOB);
    world.sheet.protect(rectOf(1, 3, 4, 7), { editors: [] });
    expect(refused({ world, id, kept }, BOB)).toBe('protected');
  });

  it('by another person, who has not paid for it', async () => {
    const all = await tried();
    expect(refused(all, BOB)).toBe('try-not-kept');
  });

  it('before there is an answer, or where there is none', async () => {
    const { world, id } = await withFacts([['Country'], ['Atlantis']], {}, DEEP);
    const { kept } = ask(world, 'tryOne', { sheetId: world.sheet.id, draft: { ...DEEP, id } });
    expect(refused({ world, id, kept })).toBe('try-unanswered');
    world.clock.sleep(5 * MINUTE);
    expect(refused({ world, id, kept })).toBe('try-unanswered');
  });

  it('where Linkup has forgotten an answer that nobody looked at', async () => {
    const all = await tried(DEEP);
    all.world.linkup.knobs.retentionMs = 0;
    all.world.clock.sleep(24 * 60 * MINUTE);
    expect(refused(all)).toBe('try-gone');
  });

  it('with a text that comes from the page', async () => {
    const all = await tried();
    const { world, id, kept } = all;
    world.sidebar('writeTried', { id, kept, values: [{ heading: 'capital', text: 'Atlantis' }] });
    expect(world.column('capital')[0]).toBe('Lima');
  });
});

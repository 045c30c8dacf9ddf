/** Removing an enrichment: its columns become the person's own or go, and everything else stays as it was. */
import { describe, expect, it } from 'vitest';
import { LAYOUT } from '../../../src/enrichment/definition';
import { receipts } from '../../world/reading';
import { ask, BOB, codeOf, enrich, follow, saved, withFacts } from '../../world/sidebar';
import type { World } from '../../world/world';

const TABLE = [
  ['Country', 'Note'],
  ['Peru', 'a'],
  ['Chad', 'b'],
];

/** Two enrichments that have been run, one after the other on one sheet. */
async function two(): Promise<{ world: World; id: string; other: string }> {
  const { world, id } = await withFacts(TABLE);
  const other = saved(world, { name: 'Money', fields: [{ name: 'money', kind: 'text' }] });
  for (const each of [id, other]) {
    enrich(world, each);
    follow(world, each);
  }
  return { world, id, other };
}

const headings = (world: World): string[] => world.sheet.displayRows()[0] ?? [];
const ofMoney = [
  'money',
  'Money status',
  ...['state', 'task', 'question'].map((part) => `Money ${part} (Linkup, do not edit)`),
];

describe('removing an enrichment', () => {
  it('with its answers kept leaves them as plain columns', async () => {
    const { world, id, other } = await two();
    const answers = world.column('capital');
    ask(world, 'remove', { id, columns: 'keep' });
    expect(headings(world)).toEqual([
      'Country',
      'Note',
      'capital',
      'area',
      'currency',
      'landlocked',
      ...ofMoney,
    ]);
    expect(world.column('capital')).toEqual(answers);
    const { enrichments, headings: offered } = ask(world, 'start', null);
    expect(enrichments.map((e) => e.id)).toEqual([other]);
    expect(offered).toContain('capital');
  });

  it('with all its columns leaves the table and other enrichments as they were', async () => {
    const { world, id, other } = await two();
    const money = world.column('money');
    ask(world, 'remove', { id, columns: 'delete' });
    expect(headings(world)).toEqual(['Country', 'Note', ...ofMoney]);
    expect(
      world.sheet
        .displayRows()
        .map((row) => row.slice(0, 2))
        .slice(0, 3),
    ).toEqual(TABLE);
    expect(world.column('money')).toEqual(money);
    world.sheet.type(4, 1, 'Mali');
    enrich(world, other);
    expect(follow(world, other).at(-1)?.counts.done).toBe(1);
  });

  it.each(['keep', 'delete'] as const)('(%s) leaves nothing of it in the document', async (columns) => {
    const { world, id } = await two();
    ask(world, 'remove', { id, columns });
    expect([...world.host.properties.document.keys()].filter((key) => key.includes(id))).toEqual([]);
    const marks = [...world.host.spreadsheet.allMetadata()].map(({ metadata }) => String(metadata.value));
    expect(marks.filter((mark) => mark.startsWith(`${id}/`))).toEqual([]);
    expect(world.sheet.conditionalRules.every(({ ranges }) => ranges.length > 0)).toBe(true);
  });

  it('finds its columns where they have been moved to', async () => {
    const { world, id } = await two();
    world.sheet.insertColumns(3, 1);
    world.sheet.type(1, 3, 'My own');
    ask(world, 'remove', { id, columns: 'delete' });
    expect(headings(world)).toEqual(['Country', 'Note', 'My own', ...ofMoney]);
  });

  it('takes no column that somebody inserts while it is at it', async () => {
    const { world, id } = await two();
    let inserted = false;
    world.host.onServiceCall = ({ method }) => {
      if (inserted || method !== 'createDeveloperMetadataFinder') return;
      inserted = true;
      world.sheet.insertColumns(1, 1);
      world.sheet.type(1, 1, 'My own');
    };
    ask(world, 'remove', { id, columns: 'delete' });
    expect(headings(world)).toEqual(['My own', 'Country', 'Note', ...ofMoney]);
  });

  it('goes on where an earlier attempt was cut short', async () => {
    const { world, id } = await two();
    let deleted = 0;
    world.host.onServiceCall = ({ method }) => {
      if (method === 'deleteColumn' && ++deleted === 3) throw new Error('Service Spreadsheets failed');
    };
    expect(codeOf(world, 'remove', { id, columns: 'delete' })).toBe('cannot-write');
    world.host.onServiceCall = undefined;
    ask(world, 'remove', { id, columns: 'delete' });
    expect(headings(world)).toEqual(['Country', 'Note', ...ofMoney]);
  });

  it('whose sheet was deleted just forgets it', async () => {
    const { world, id } = await withFacts(TABLE);
    const sheet = world.sheet;
    world.host.spreadsheet.addSheet('Other');
    world.host.spreadsheet.deleteSheet(sheet);
    ask(world, 'remove', { id, columns: 'delete' });
    expect([...world.host.properties.document.keys()]).toEqual(['linkup.layout']);
  });

  it('is refused while it runs, and changes nothing', async () => {
    const { world, id } = await withFacts(TABLE, {}, { options: { depth: 'deep' } });
    enrich(world, id);
    const before = headings(world);
    expect(codeOf(world, 'remove', { id, columns: 'delete' })).toBe('already-running');
    expect(headings(world)).toEqual(before);
    follow(world, id);
    expect(world.column('capital')).toEqual(['Lima', "N'Djamena"]);
  });

  it('is refused where a column is protected, and changes nothing', async () => {
    const { world, id } = await two();
    world.sheet.protect(undefined, { editors: [] });
    const before = world.sheet.displayRows();
    expect(codeOf(world, 'remove', { id, columns: 'delete' }, BOB)).toBe('protected');
    expect(world.sheet.displayRows()).toEqual(before);
    expect(ask(world, 'start', null).enrichments).toHaveLength(2);
  });

  it('is refused for one that is gone already', async () => {
    const { world, id } = await two();
    ask(world, 'remove', { id, columns: 'keep' });
    expect(codeOf(world, 'remove', { id, columns: 'keep' })).toBe('unknown-enrichment');
  });
});

describe('removing an enrichment that cannot be read', () => {
  /** Somebody spoils what is saved. */
  function spoil(world: World, id: string, json: string): void {
    world.host.properties.document.set(`linkup.enrichment.${id}`, json);
  }

  const leftOut = (world: World) => ask(world, 'start', null).unreadable;

  it.each([
    ['no JSON', '{"name":"It', 'An enrichment is left out. This enrichment’s settings cannot be read'],
    ['senseless', '{"name":"It"}', '“It” is left out. This enrichment’s settings cannot be read'],
  ])('(%s) leaves its answers and nothing else, and others as they were', async (_, json, said) => {
    const { world, id, other } = await two();
    const answers = world.column('capital');
    spoil(world, id, json);
    expect(leftOut(world)).toEqual([{ id, sentence: expect.stringContaining(said), canDelete: true }]);
    ask(world, 'remove', { id, columns: 'keep' });
    expect(leftOut(world)).toEqual([]);
    expect(headings(world).filter((heading) => heading.startsWith('Facts'))).toEqual([]);
    expect(headings(world)).toEqual(expect.arrayContaining(ofMoney));
    expect(world.column('capital')).toEqual(answers);
    expect([...world.host.properties.document.keys()].filter((key) => key.includes(id))).toEqual([]);
    expect(ask(world, 'start', null).enrichments.map((e) => e.id)).toEqual([other]);
  });

  it('ends its run, with a receipt: it could neither go on nor be stopped here', async () => {
    const { world, id } = await withFacts(TABLE, {}, { options: { depth: 'deep' } });
    enrich(world, id);
    spoil(world, id, '{}');
    ask(world, 'remove', { id, columns: 'keep' });
    expect(
      [...world.host.properties.document.keys()].filter((key) => /\.(run|enrichment)\./.test(key)),
    ).toEqual([]);
    expect(receipts(world)).toHaveLength(1);
    world.untilDone();
    expect(world.host.triggers).toEqual([]);
  });

  it.each([
    '__proto__',
    'constructor',
    'a/b',
    '',
  ])('is done for whatever it is kept under: “%s”', async (id) => {
    const { world } = await two();
    const before = world.sheet.displayRows();
    spoil(world, id, '{}');
    expect(leftOut(world).map((each) => each.id)).toEqual([id]);
    ask(world, 'remove', { id, columns: 'keep' });
    expect(leftOut(world)).toEqual([]);
    expect(world.sheet.displayRows()).toEqual(before);
  });

  it('is refused where a later version of the add-on saved it', async () => {
    const { world, id } = await two();
    spoil(world, id, JSON.stringify({ name: 'Of tomorrow', layout: LAYOUT + 1 }));
    const before = world.sheet.displayRows();
    expect(leftOut(world)).toEqual([
      { id, sentence: expect.stringContaining('a newer version'), canDelete: false },
    ]);
    expect(codeOf(world, 'remove', { id, columns: 'keep' })).toBe('newer-version');
    expect(world.sheet.displayRows()).toEqual(before);
    expect(leftOut(world)).toHaveLength(1);
  });
});

/** Copied files and duplicated tabs: what is answered there stays answered, and the enrichment goes on instead of being paid for again. */
import { describe, expect, it } from 'vitest';
import type { Sheet } from '../../doubles/google/model/sheet';
import { copyOf } from '../../world/copied';
import { draftNow, HALF_FILLED, halfFilled, theirHeadings } from '../../world/half-filled';
import { ask, begin, codeOf, enrich, follow, toFill, withFacts } from '../../world/sidebar';
import type { World } from '../../world/world';

/** Goes on with the one enrichment that came to the active sheet; its id there. */
function goOn(world: World): string {
  const { copies, sheetId } = ask(world, 'start', null);
  expect(copies).toHaveLength(1);
  return ask(world, 'adopt', { sheetId, id: copies[0]?.id ?? '' }).id;
}

/** What the heading of State has for a note. */
function noteOn(sheet: Sheet, enrichment = 'Facts'): string {
  const at = sheet.displayRows()[0]?.indexOf(`${enrichment} state (Linkup, do not edit)`) ?? -1;
  return sheet.peek(1, at + 1)?.note ?? '';
}

describe('a copied file', () => {
  it.each([
    false,
    true,
  ])('goes on with what is answered, and asks what is new (metadata copied: %s)', async (kept) => {
    const { world, id } = await withFacts(4);
    enrich(world, id);
    follow(world, id);
    const copy = await copyOf(world, { google: { fileCopyKeepsMetadata: kept } });
    copy.sheet.type(6, 1, 'Peru');
    const { copies, enrichments, headings } = ask(copy, 'start', null);
    expect(enrichments).toEqual([]);
    expect(headings.filter((heading) => heading.includes('do not edit'))).toEqual([]);
    expect(copies).toMatchObject([{ name: 'Facts', answered: 4, open: 0 }]);
    const adopted = goOn(copy);
    expect(ask(copy, 'start', null)).toMatchObject({
      copies: [],
      enrichments: [{ id: adopted, missing: [] }],
    });
    expect(ask(copy, 'offer', toFill(copy, adopted))).toMatchObject({ rows: 1, questions: 1 });
    enrich(copy, adopted);
    follow(copy, adopted);
    expect(copy.column('Facts status')).toEqual(['Done', 'Done', 'Done', 'Done', 'Done']);
    expect(copy.column('capital')[4]).toBe('Lima');
    expect(world.linkup.bill.total()).toBeCloseTo(5 * 0.006);
  });
});

describe('a copied file in which columns of the person’s own are filled', () => {
  it.each([
    false,
    true,
  ])('goes on with what is filled, and what is typed stays typed (metadata copied: %s)', async (kept) => {
    const { world, id } = await halfFilled();
    enrich(world, id);
    follow(world, id);
    world.sheet.type(2, 2, 'Cuzco');
    const copy = await copyOf(world, { google: { fileCopyKeepsMetadata: kept } });
    const before = copy.sheet.displayRows().map((row) => row.slice(0, 4));
    const adopted = goOn(copy);
    expect(draftNow(copy, adopted).fields.map(({ fills }) => fills?.heading)).toEqual(['Capital', 'Money']);
    expect(theirHeadings(copy)).toEqual(HALF_FILLED[0]);
    expect(ask(copy, 'offer', toFill(copy, adopted))).toMatchObject({ rows: 0, questions: 0, copies: 0 });
    copy.sheet.type(6, 1, 'Peru');
    copy.sheet.type(7, 1, 'Angola');
    copy.sheet.type(7, 3, 'Kwanza!');
    enrich(copy, adopted);
    follow(copy, adopted);
    expect(copy.sheet.displayRows().map((row) => row.slice(0, 4))).toEqual([
      ...before,
      ['Peru', 'Lima', 'Peruvian sol', ''],
      ['Angola', 'Luanda', 'Kwanza!', ''],
    ]);
    // Three in the original; of Peru nobody holds all of an answer any more.
    expect(world.linkup.bill.entries).toHaveLength(5);
    ask(copy, 'remove', { id: adopted, columns: 'delete' });
    expect(copy.column('Capital').slice(0, 4)).toEqual(before.slice(1).map((row) => row[1]));
    expect(world.column('Money')).toEqual(before.slice(1).map((row) => row[2]));
  });
});

describe('a duplicated tab', () => {
  it.each([true, false])('is gone on with beside the original (metadata copied: %s)', async (kept) => {
    const { world, id } = await withFacts(3, { google: { duplicateCopiesMetadata: kept } });
    enrich(world, id);
    follow(world, id);
    const { spreadsheet } = world.host;
    const original = world.sheet;
    const before = original.displayRows();
    spreadsheet.select(spreadsheet.duplicateSheet(original));
    const adopted = goOn(world);
    expect(adopted).not.toBe(id);
    world.sheet.type(2, 1, 'Peru');
    world.sheet.sortRange(2, 1, 4, world.sheet.lastColumn, 1);
    enrich(world, adopted);
    follow(world, adopted);
    expect(new Set(world.column('Facts status'))).toEqual(new Set(['Done']));
    expect(world.column('capital')).toContain('Lima');
    expect(original.displayRows()).toEqual(before);
    expect(world.linkup.bill.total()).toBeCloseTo(4 * 0.006);
    expect(codeOf(world, 'adopt', { sheetId: world.sheet.id, id })).toBe('copy-gone');
  });

  it('made in the middle of a run lets go of what the original asks: each sheet gets its own answers, once', async () => {
    const { world } = await withFacts(6);
    begin(world);
    const { spreadsheet } = world.host;
    const original = world.sheet;
    const copy = spreadsheet.duplicateSheet(original);
    spreadsheet.select(copy);
    const open = ask(world, 'start', null).copies[0]?.open ?? 0;
    expect(open).toBe(6);
    const adopted = goOn(world);
    expect(new Set(world.column('Facts status'))).toEqual(
      new Set([expect.stringContaining('Not asked here')]),
    );
    expect(ask(world, 'offer', toFill(world, adopted))).toMatchObject({ rows: 6, questions: 6 });
    world.untilDone();
    spreadsheet.select(copy);
    expect(new Set(world.column('capital'))).toEqual(new Set(['']));
    spreadsheet.select(original);
    expect(new Set(world.column('Facts status'))).toEqual(new Set(['Done']));
    expect(world.linkup.bill.total()).toBeCloseTo(6 * 0.006);
  });

  it('whose columns were renamed is recognised by what its ledger says of the cells', async () => {
    const { world, id } = await withFacts(3, { google: { duplicateCopiesMetadata: false } });
    enrich(world, id);
    follow(world, id);
    const { spreadsheet } = world.host;
    const copy = spreadsheet.duplicateSheet(world.sheet);
    spreadsheet.select(copy);
    copy.type(1, 2, 'Hauptstadt');
    const adopted = goOn(world);
    const [found] = ask(world, 'start', null).enrichments;
    expect(found).toMatchObject({ missing: [], outputs: ['Hauptstadt', 'area', 'currency', 'landlocked'] });
    expect(ask(world, 'offer', toFill(world, adopted))).toMatchObject({ rows: 0, questions: 0 });
  });
});

describe('the note that a definition travels in', () => {
  it('keeps what a person wrote there, and what is no definition is nobody’s', async () => {
    const { world, id } = await withFacts(2);
    const at = (world.sheet.displayRows()[0]?.indexOf('Facts state (Linkup, do not edit)') ?? -1) + 1;
    const cell = world.sheet.cell(1, at);
    cell.note = `Ann: please leave this alone\n\n${cell.note}\n\nBob: yes`;
    const [draft] = ask(world, 'start', null).enrichments;
    if (!draft) throw new Error('nothing is saved');
    const { revision } = draft;
    ask(world, 'save', {
      sheetId: world.sheet.id,
      draft: { ...draft, name: 'Data' },
      revision,
      force: false,
    });
    const note = noteOn(world.sheet, 'Data');
    expect(note).toMatch(/^Ann: please leave this alone\n\n.*\n\{.*"name":"Data".*\}\n\nBob: yes$/s);
    expect(note).toContain(id);
    expect(note).not.toContain('"name":"Facts"');
    const { spreadsheet } = world.host;
    for (const words of [
      '',
      '{}',
      note.replace('"linkup":1', '"linkup":9'),
      note.replace('"search"', '"theft"'),
    ]) {
      const copy = spreadsheet.duplicateSheet(world.sheet);
      copy.cell(1, at).note = words;
      spreadsheet.select(copy);
      expect(ask(world, 'start', null).copies).toEqual([]);
      spreadsheet.deleteSheet(copy);
      const [first] = spreadsheet.sheets;
      if (first) spreadsheet.select(first);
    }
  });
});

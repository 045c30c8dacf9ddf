/** Every run of a sheet: listed from its receipts, wherever people have put their columns, and from its rows; and who got no answer, and why. */
import { describe, expect, it } from 'vitest';
import { receipts } from '../../world/reading';
import { RECEIPTS } from '../../world/says';
import { ask, codeOf, enrich, follow, saved, withFacts } from '../../world/sidebar';
import type { World } from '../../world/world';

const TABLE = [['Country'], ['Peru'], ['Atlantis'], ['Mali'], ['Chad'], ['Lemuria']];

/** Enriches what has no answer yet; the id of the run. */
function run(world: World, id: string): string {
  enrich(world, id);
  return follow(world, id).at(-1)?.run ?? '';
}

/** Two runs of one enrichment: five rows, two of which Linkup knows nothing of; then one row more. */
async function twice() {
  const { world, id } = await withFacts(TABLE);
  const first = run(world, id);
  world.sheet.type(7, 1, 'Niger');
  return { world, id, first, second: run(world, id) };
}

const list = (world: World) => ask(world, 'pastRuns', { sheetId: world.sheet.id });

describe('the runs of a sheet', () => {
  it('are listed, the newest first, with what their receipts say and how many rows are left of each', async () => {
    const { world, id, first, second } = await twice();
    expect(list(world)).toEqual({
      runs: [
        expect.objectContaining({ id, run: second, rows: 1, answered: 1, cost: 0.006, note: '', left: 1 }),
        expect.objectContaining({
          id,
          run: first,
          name: 'Facts',
          rows: 5,
          answered: 3,
          cost: 0.018,
          left: 5,
        }),
      ],
      more: 0,
    });
    const other = world.host.spreadsheet.addSheet('Other');
    expect(ask(world, 'pastRuns', { sheetId: other.id })).toEqual({ runs: [], more: 0 });
    expect(codeOf(world, 'pastRuns', { sheetId: 12345 })).toBe('sheet-gone');
  });

  it('are told from the rows where their receipts are gone, and a run that goes on is none of them', async () => {
    const { world, id, first, second } = await twice();
    const sheet = world.host.spreadsheet.sheet(RECEIPTS);
    world.host.spreadsheet.deleteSheet(sheet);
    expect(list(world).runs.map(({ run, rows, answered, left }) => [run, rows, answered, left])).toEqual([
      [second, 1, 1, 1],
      [first, 5, null, 5],
    ]);
    const deep = saved(world, {
      name: 'Deep',
      options: { depth: 'deep' },
      fields: [{ name: 'money', kind: 'text' }],
    });
    enrich(world, deep);
    expect(list(world).runs.map((each) => each.id)).toEqual([id, id]);
  });

  it('are found by the headings of their receipts, where people have moved them or an earlier edition made fewer', async () => {
    const { world, id, first } = await twice();
    const sheet = world.host.spreadsheet.sheet(RECEIPTS);
    sheet.deleteColumns(19, 2);
    sheet.moveColumn(18, 1);
    sheet.insertColumns(3);
    sheet.type(1, 3, 'Mine');
    sheet.insertRows(1);
    sheet.type(1, 1, 'What it cost');
    world.sheet.type(8, 1, 'Togo');
    const third = run(world, id);
    const [, headings = [], ...lines] = sheet.displayRows();
    expect([headings[0], headings.slice(-2)]).toEqual(['Run', ['Perhaps asked', 'Enrichment ID']]);
    const at = (heading: string) => headings.indexOf(heading);
    expect(lines.map((line) => ['Run', 'Rows', 'Mine', 'Enrichment ID'].map((h) => line[at(h)]))).toEqual([
      [first, '5', '', ''],
      [expect.any(String), '1', '', ''],
      [third, '1', '', id],
    ]);
    expect(list(world).runs.map(({ rows, cost }) => [rows, cost])).toEqual([
      [1, 0.006],
      [1, 0.006],
      [5, 0.018],
    ]);
    expect(receipts(world).length).toBe(4);
  });
});

describe('what is left of a run', () => {
  it('is what Undo would take and keep, and the rows without an answer by reason, which can be selected where they are now', async () => {
    const { world, id, first } = await twice();
    world.sheet.insertRows(2);
    const { undoable, unanswered } = ask(world, 'runLeft', { id, run: first });
    expect(undoable).toEqual({ cleared: 5, kept: 0, later: 0, earlier: 0 });
    expect(unanswered).toMatchObject([{ total: 2, rows: [{ at: 4 }, { at: 7, label: 'Lemuria' }] }]);
    world.sheet.sortRange(2, 1, 8, world.sheet.lastColumn, 1);
    const argument = { id, run: first, reason: unanswered[0]?.reason ?? '' };
    expect(ask(world, 'selectUnanswered', argument)).toEqual({ rows: 2 });
    const { selection, activeSheet } = world.host.spreadsheet;
    const selected = selection.map(({ row, rows }) => [row, rows, activeSheet.display(row, 1)]);
    expect(selected).toEqual([
      [2, 1, 'Atlantis'],
      [4, 1, 'Lemuria'],
    ]);
    expect(codeOf(world, 'selectUnanswered', { ...argument, reason: 'none' })).toBe('row-gone');
  });
});

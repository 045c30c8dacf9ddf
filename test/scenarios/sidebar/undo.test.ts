/** Undo: what a run wrote goes, what anybody changed since stays, and nothing else is touched. */
import { describe, expect, it } from 'vitest';
import { rectOf } from '../../doubles/google/model/geometry';
import { wrongAnswers } from '../../world/facts-oracle';
import { halfFilled } from '../../world/half-filled';
import { leftovers } from '../../world/reading';
import { ask, codeOf, enrich, follow, saved, withFacts } from '../../world/sidebar';
import type { World } from '../../world/world';

const TABLE = [
  ['Country', 'Note'],
  ['Peru', 'a'],
  ['Chad', 'b'],
  ['Mali', 'c'],
  ['Atlantis', 'd'],
];

/** Peru, Chad and Mali answered, Atlantis not found; and the run that did it. */
async function answered(): Promise<{ world: World; id: string; run: string }> {
  const { world, id } = await withFacts(TABLE);
  enrich(world, id);
  return { world, id, run: follow(world, id).at(-1)?.run ?? '' };
}

/** Where a heading is, from 1. */
function columnOf(world: World, heading: string): number {
  return (world.sheet.displayRows()[0] ?? []).indexOf(heading) + 1;
}

/** Everything below the headings but the person's own two columns. */
const ours = (world: World): string[] =>
  world.sheet
    .displayRows()
    .slice(1)
    .flatMap((row) => row.slice(2));

describe('undo', () => {
  it('clears answers, Status and ledger of the run, and says how many rows', async () => {
    const { world, id, run } = await answered();
    expect(ask(world, 'undo', { id, run })).toEqual({ cleared: 4, kept: 0, later: 0, earlier: 0 });
    expect(new Set(ours(world))).toEqual(new Set(['']));
    expect(
      world.sheet
        .displayRows()
        .slice(0, 5)
        .map((row) => row.slice(0, 2)),
    ).toEqual(TABLE);
    expect(ask(world, 'progress', { id })).toMatchObject({
      state: 'ended',
      canUndo: false,
      counts: { rows: 0 },
    });
    expect(leftovers(world)).toEqual([]);
  });

  it('keeps a row in which somebody typed since', async () => {
    const { world, id, run } = await answered();
    world.sheet.type(3, columnOf(world, 'capital'), 'my own capital');
    expect(ask(world, 'undo', { id, run })).toEqual({ cleared: 3, kept: 1, later: 0, earlier: 0 });
    expect(world.column('capital')).toEqual(['', 'my own capital', '', '']);
    expect(world.column('area')[1]).not.toBe('');
  });

  it('finds the rows wherever they are by now', async () => {
    const { world, id, run } = await answered();
    world.sheet.sortRange(2, 1, 5, world.sheet.lastColumn, 1);
    world.sheet.insertRows(2, 2);
    expect(ask(world, 'undo', { id, run }).cleared).toBe(4);
    expect(new Set(ours(world))).toEqual(new Set(['']));
  });

  it('leaves the answers of the run before alone', async () => {
    const { world, id } = await answered();
    world.sheet.type(6, 1, 'Niger');
    enrich(world, id);
    const run = follow(world, id).at(-1)?.run ?? '';
    expect(ask(world, 'undo', { id, run })).toEqual({ cleared: 1, kept: 0, later: 0, earlier: 0 });
    expect(world.column('capital').slice(0, 3)).toEqual(['Lima', "N'Djamena", 'Bamako']);
    expect(world.column('capital')[4]).toBe('');
  });

  it('takes an older run too, but what a later one wrote or somebody changed, and counts these', async () => {
    const { world, id, run } = await answered();
    world.host.spreadsheet.select(world.sheet, rectOf(2, 1, 2, 1));
    enrich(world, id, { scope: 'selected', overwrite: true });
    follow(world, id);
    world.sheet.type(3, columnOf(world, 'capital'), 'my own capital');
    const again = { cleared: 0, kept: 1, later: 1, earlier: 0 };
    expect(ask(world, 'undo', { id, run })).toEqual({ ...again, cleared: 2 });
    expect(world.column('capital')).toEqual(['Lima', 'my own capital', '', '']);
    expect(ask(world, 'undo', { id, run })).toEqual(again);
    expect(ask(world, 'progress', { id })).toMatchObject({ canUndo: true, counts: { rows: 1, done: 1 } });
    enrich(world, id);
    follow(world, id);
    expect(world.column('capital').slice(0, 3)).toEqual(['Lima', 'my own capital', 'Bamako']);
  });

  it('leaves the answer of an earlier run that stands where a later one failed', async () => {
    const { world, id, run } = await answered();
    world.linkup.knobs.failWhen = () => 'CONFLICT';
    enrich(world, id, { overwrite: true });
    const later = follow(world, id).at(-1)?.run ?? '';
    expect(ask(world, 'progress', { id })).toMatchObject({ canUndo: true, counts: { failed: 4 } });
    expect(ask(world, 'undo', { id, run: later })).toEqual({ cleared: 1, kept: 0, later: 0, earlier: 3 });
    expect(ask(world, 'undo', { id, run })).toEqual({ cleared: 0, kept: 0, later: 3, earlier: 0 });
    expect(world.column('capital')).toEqual(['Lima', "N'Djamena", 'Bamako', '']);
  });

  it('leaves another enrichment alone', async () => {
    const { world, id, run } = await answered();
    const other = saved(world, { name: 'Money', fields: [{ name: 'money', kind: 'text' }] });
    enrich(world, other);
    follow(world, other);
    const before = world.column('money');
    ask(world, 'undo', { id, run });
    expect(world.column('money')).toEqual(before);
    expect(ask(world, 'progress', { id: other })?.canUndo).toBe(true);
  });

  it('makes the rows ready to be asked again', async () => {
    const { world, id, run } = await answered();
    ask(world, 'undo', { id, run });
    enrich(world, id);
    follow(world, id);
    expect(wrongAnswers(world).filter((wrong) => !wrong.includes('Atlantis'))).toEqual([]);
  });

  it('twice clears nothing more', async () => {
    const { world, id, run } = await answered();
    ask(world, 'undo', { id, run });
    expect(ask(world, 'undo', { id, run })).toEqual({ cleared: 0, kept: 0, later: 0, earlier: 0 });
  });

  it('destroys nothing when the table is sorted while it writes', async () => {
    for (let at = 1; at <= 12; at++) {
      const { world, id, run } = await answered();
      world.sheet.type(4, columnOf(world, 'capital'), 'typed by hand');
      let writes = 0;
      world.host.onServiceCall = ({ method }) => {
        if (method !== 'flush' && method !== 'setValues' && method !== 'getValues') return;
        writes += 1;
        if (writes !== at) return;
        world.sheet.sortRange(2, 1, 5, world.sheet.lastColumn, 1);
      };
      const { cleared, kept } = ask(world, 'undo', { id, run });
      const typed = world.sheet.displayRows().find(([country]) => country === 'Mali');
      expect([at, cleared, kept, typed?.[columnOf(world, 'capital') - 1]]).toEqual([
        at,
        3,
        1,
        'typed by hand',
      ]);
      expect(world.column('capital').filter((capital) => capital !== '')).toEqual(['typed by hand']);
    }
  });
});

describe('undo is refused', () => {
  it('while a run goes on, and changes nothing', async () => {
    const { world, id } = await withFacts(TABLE, {}, { options: { depth: 'deep' } });
    const { run } = enrich(world, id);
    expect(codeOf(world, 'undo', { id, run })).toBe('already-running');
  });

  it('for a run of which nothing is on the sheet any more, once there is another one', async () => {
    const { world, id, run } = await answered();
    ask(world, 'undo', { id, run });
    enrich(world, id);
    follow(world, id);
    const before = ours(world);
    expect(codeOf(world, 'undo', { id, run })).toBe('nothing-to-undo');
    expect(ours(world)).toEqual(before);
  });

  it('for an enrichment that was never run', async () => {
    const { world, id } = await withFacts(TABLE);
    expect(codeOf(world, 'undo', { id, run: 'r1' })).toBe('nothing-to-undo');
  });

  it('where the answers are protected', async () => {
    const { world, id, run } = await answered();
    world.sheet.protect(rectOf(1, 3, 1000, 3), { editors: [] });
    ask(world, 'connect', { key: 'test-key' }, 'bob@example.com');
    expect(codeOf(world, 'undo', { id, run }, 'bob@example.com')).toBe('protected');
  });
});

describe('undo in columns of the person’s own', () => {
  it('counts a row in which somebody changed one cell by what it says beforehand, and says that this one stays', async () => {
    const { world, id } = await halfFilled();
    enrich(world, id);
    follow(world, id);
    world.sheet.type(2, 2, 'Not Lima');
    const { run } = ask(world, 'progress', { id }) ?? { run: '' };
    const said = { cleared: 3, partly: 1, kept: 0, later: 0, earlier: 0 };
    expect(ask(world, 'runLeft', { id, run }).undoable).toEqual(said);
    expect(ask(world, 'undo', { id, run })).toEqual(said);
    expect(world.column('Capital')).toEqual(['Not Lima', 'My capital', 'Bamako!', '']);
    expect(world.column('Money')).toEqual(['', '', 'CFA', 'Yen!']);
    expect(ask(world, 'runLeft', { id, run }).undoable.kept).toBe(0);
  });
});

/** What people do to the table in the very second of a press: before its start reserves, before its Undo empties, before its Remove deletes. */
import { describe, expect, it } from 'vitest';
import { CAPITAL_DRAFT } from '../../world/drafts';
import { replyTo } from '../../world/reading';
import { ask, enrich, follow, toFill, withFacts } from '../../world/sidebar';
import type { World } from '../../world/world';

const TABLE = [
  ['Country', 'Note'],
  ['Peru', 'a'],
  ['Chad', 'b'],
  ['Mali', 'c'],
  ['Japan', 'd'],
];

const MOVES: Readonly<Record<string, (world: World) => void>> = {
  'rows are moved': ({ sheet }) => sheet.moveRows(2, 1, 5),
  'a column is inserted': ({ sheet }) => sheet.insertColumns(1, 1),
};

/** Another sheet is left, for a document has one at least. */
function deleteSheet({ sheet, host }: World): void {
  host.spreadsheet.select(host.spreadsheet.addSheet('Another'));
  host.spreadsheet.deleteSheet(sheet);
}

/** Presses, and does it right before a method of a sheet is called for the first time. */
function during<Result>(
  world: World,
  press: () => Result,
  method: string,
  act: (world: World) => void,
): Result {
  let acted = false;
  world.host.onServiceCall = (call) => {
    if (acted || call.method !== method) return;
    acted = true;
    act(world);
  };
  const result = press();
  world.host.onServiceCall = undefined;
  expect(acted).toBe(true);
  return result;
}

/** The rows that hold anything of the person's, whatever stands between them, with their capitals. */
function rows(world: World): string[] {
  const of = (heading: string): string[] => world.column(heading);
  const [countries, notes] = [of('Country'), of('Note')];
  const capitals = world.sheet.displayRows()[0]?.includes('capital') ? of('capital') : [];
  return countries.flatMap((name, i) => (name ? [`${name} ${notes[i]} ${capitals[i] ?? '–'}`] : [])).sort();
}

const ANSWERED = ["Chad b N'Djamena", 'Japan d Tokyo', 'Mali c Bamako', 'Peru a Lima'];
const TYPED = ['Chad b typed', 'Japan d ', 'Mali c ', 'Peru a '];
const BARE = ['Chad b –', 'Japan d –', 'Mali c –', 'Peru a –'];

async function answered(): Promise<{ world: World; id: string; run: string }> {
  const { world, id } = await withFacts(TABLE, {}, CAPITAL_DRAFT);
  enrich(world, id);
  follow(world, id);
  world.sheet.type(3, 3, 'typed');
  return { world, id, run: ask(world, 'progress', { id })?.run ?? '' };
}

describe.each(Object.entries(MOVES))('when %s in the same second', (_, act) => {
  it('a start asks each row once, and its answers find them', async () => {
    const { world, id } = await withFacts(TABLE, {}, CAPITAL_DRAFT);
    const choice = { ...toFill(world, id), total: 1, cap: 1 };
    during(world, () => ask(world, 'enrich', choice), 'setValues', act);
    world.untilDone();
    expect(rows(world)).toEqual(ANSWERED);
    expect(world.linkup.bill.entries).toHaveLength(4);
  });

  it('an Undo empties what the run wrote, and nothing else', async () => {
    const { world, id, run } = await answered();
    const undone = during(world, () => ask(world, 'undo', { id, run }), 'setValues', act);
    expect(undone).toMatchObject({ cleared: 3, kept: 1 });
    expect(rows(world)).toEqual(TYPED);
  });

  it('a Remove takes our columns, and none of theirs', async () => {
    const { world, id } = await answered();
    const remove = () => ask(world, 'remove', { id, columns: 'delete' });
    during(world, remove, 'createDeveloperMetadataFinder', act);
    expect(rows(world)).toEqual(BARE);
    expect(world.sheet.displayRows()[0]?.filter(Boolean)).toEqual(TABLE[0]);
  });
});

describe('when the sheet is deleted in the same second', () => {
  it('a start asks nothing, says so, and leaves no trigger', async () => {
    const { world, id } = await withFacts(TABLE, {}, CAPITAL_DRAFT);
    const choice = { ...toFill(world, id), total: 1, cap: 1 };
    const reply = during(world, () => replyTo(world, 'enrich', choice), 'setValues', deleteSheet);
    expect(reply).toMatchObject({ ok: false, code: 'not-reserved' });
    world.untilDone();
    expect(world.host.triggers).toEqual([]);
    expect(world.linkup.tasks).toEqual([]);
  });

  it('an Undo is refused in words, and a Remove is done', async () => {
    const { world, id, run } = await answered();
    const reply = during(world, () => replyTo(world, 'undo', { id, run }), 'setValues', deleteSheet);
    expect(reply).toMatchObject({ ok: false, code: expect.stringMatching(/^cannot-/) });
    ask(world, 'remove', { id, columns: 'delete' });
    expect(world.host.spreadsheet.sheets.map(({ name }) => name)).toContain('Another');
  });
});

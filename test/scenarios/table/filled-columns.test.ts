/** Columns of the person's own, half filled by hand: only their blanks are asked for and written, and nothing of them ever goes. */
import { describe, expect, it } from 'vitest';
import { draftOf, formOf } from '../../../src/sidebar/client/model/form';
import { ServiceError } from '../../doubles/google';
import { rectOf } from '../../doubles/google/model/geometry';
import { marks } from '../../world/columns';
import { countryTable, truth } from '../../world/countries';
import { draftNow, FILLS, HALF_FILLED, halfFilled, theirHeadings } from '../../world/half-filled';
import { ask, begin, codeOf, enrich, follow, saved, toFill } from '../../world/sidebar';
import { oneIn } from '../../world/thorough';
import { World } from '../../world/world';

const found = (country: string, field: string): string => truth(country)[field] ?? '';

/** What the two columns hold once they were filled. */
const CAPITALS = [found('Peru', 'capital'), 'My capital', 'Bamako!', found('Japan', 'capital')];
const MONEY = [found('Peru', 'currency'), found('Chad', 'currency'), 'CFA', 'Yen!'];

async function filled(): Promise<{ world: World; id: string }> {
  const { world, id } = await halfFilled();
  enrich(world, id);
  follow(world, id);
  return { world, id };
}

describe('filling columns that are there', () => {
  it('makes no column but Status and the hidden ones, and marks theirs', async () => {
    const { world, id } = await halfFilled();
    expect(theirHeadings(world)).toEqual(HALF_FILLED[0]);
    expect(marks(world)).toEqual(
      ['@a', '@b', 'status', 'state', 'task', 'question'].map((part) => `${id}/${part}`),
    );
    expect(world.sheet.displayRows().map((row) => row.slice(0, 4))).toEqual(HALF_FILLED);
  });

  it('asks rows with a blank, leaves out those without, and writes the blanks alone', async () => {
    const { world, id } = await halfFilled();
    const offer = ask(world, 'offer', toFill(world, id));
    expect(offer).toMatchObject({ rows: 3, questions: 3, replaced: 0, stakes: [] });
    expect(offer.skipped).toEqual([{ reason: 'filled by hand', rows: 1 }]);
    enrich(world, id);
    follow(world, id);
    expect(world.column('Capital')).toEqual(CAPITALS);
    expect(world.column('Money')).toEqual(MONEY);
    expect(world.column('Note')).toEqual(['a', 'b', 'c', 'd']);
    expect(world.column('Facts status')).toEqual([
      'Done',
      'Done · your own value kept',
      '',
      'Done · your own value kept',
    ]);
    expect(ask(world, 'offer', toFill(world, id)).rows).toBe(0);
  });

  it('replaces what was typed only where that was chosen, and says that it is not kept', async () => {
    const { world, id } = await halfFilled();
    const choice = toFill(world, id, { scope: 'all', overwrite: true });
    const offer = ask(world, 'offer', choice);
    expect(offer).toMatchObject({ rows: 4, replaced: 3 });
    expect(offer.stakes.join()).toContain('It is not kept');
    enrich(world, id, choice);
    follow(world, id);
    expect(world.column('Capital')[1]).toBe(found('Chad', 'capital'));
    expect(world.column('Money')[2]).toBe(found('Mali', 'currency'));
  });

  it('keeps what was typed into a row that only shares the question of one that is overwritten', async () => {
    const twice = [...HALF_FILLED, ['Chad', 'Other capital', '', 'e']];
    const { world, id } = await halfFilled({}, {}, twice);
    world.host.spreadsheet.select(world.sheet, rectOf(3, 1, 3, 1));
    enrich(world, id, { scope: 'selected', overwrite: true });
    follow(world, id);
    expect(world.column('Capital')).toEqual(['', found('Chad', 'capital'), 'Bamako!', '', 'Other capital']);
  });

  it('asks again where one of its answers was emptied, and keeps what is typed over an answer', async () => {
    const { world, id } = await filled();
    world.sheet.type(2, 2, 'Cuzco');
    world.sheet.type(5, 2, '');
    expect(ask(world, 'offer', toFill(world, id)).rows).toBe(1);
    enrich(world, id);
    follow(world, id);
    expect(world.column('Capital')).toEqual(['Cuzco', ...CAPITALS.slice(1)]);
  });

  it('never writes over a formula, even one that gives nothing', async () => {
    const { world, id } = await halfFilled();
    world.sheet.type(2, 2, '=""');
    world.sheet.type(5, 2, '=""');
    const offer = ask(world, 'offer', toFill(world, id));
    expect(offer.rows).toBe(2);
    expect(offer.skipped).toEqual([{ reason: 'filled by hand', rows: 2 }]);
    enrich(world, id);
    follow(world, id);
    expect([2, 5].map((row) => world.sheet.peek(row, 2)?.formula)).toEqual(['=""', '=""']);
    expect(world.column('Money')).toEqual(MONEY);
    expect(ask(world, 'offer', toFill(world, id)).rows).toBe(0);
  });

  it('goes on after its columns were moved and renamed', async () => {
    const { world, id } = await halfFilled();
    world.sheet.moveColumn(2, 5);
    world.sheet.type(1, 4, 'City');
    expect(draftNow(world, id).fields[0]).toMatchObject({ fills: { heading: 'City' } });
    // As the page edits it.
    const draft = draftOf(formOf(draftNow(world, id)));
    ask(world, 'save', { sheetId: world.sheet.id, draft, revision: '', force: true });
    enrich(world, id);
    follow(world, id);
    expect(world.column('City')).toEqual(CAPITALS);
    expect(theirHeadings(world)).toEqual(['Country', 'Money', 'Note', 'City']);
  });

  it('fills with one answer as well as with fields', async () => {
    const changes = { shape: 'answer', fields: [], fills: { heading: 'Note' } } as const;
    const { world, id } = await halfFilled({}, changes, [
      ['Country', 'Note'],
      ['Peru', ''],
      ['Chad', 'mine'],
    ]);
    enrich(world, id);
    follow(world, id);
    expect(world.column('Note')).toEqual([expect.stringContaining('Peru'), 'mine']);
  });
});

const MANY = [
  ['Country', 'Capital', 'Money', 'Note'],
  ...countryTable(24)
    .slice(1)
    .map(([name = ''], i) => [name, i % 3 === 0 ? `C ${name}` : '', i % 4 === 0 ? `M ${name}` : '', `${i}`]),
];

/** What its rows hold in the end, by country: what was typed, and the truth in every blank. */
const EXPECTED = new Map(
  MANY.slice(1).map(([name = '', capital, money]) => [
    name,
    [capital || found(name, 'capital'), money || found(name, 'currency')],
  ]),
);

const ACTIONS: Record<string, (sheet: World['sheet']) => void> = {
  'sorts the whole table': (sheet) => sheet.sortRange(2, 1, 25, 8, 1, false),
  'sorts all but what is ours alone': (sheet) => sheet.sortRange(2, 1, 25, 4, 1, false),
  'inserts rows at the top': (sheet) => sheet.insertRows(2, 3),
  'deletes rows in the middle': (sheet) => sheet.deleteRows(10, 3),
  'moves a block of rows': (sheet) => sheet.moveRows(5, 4, 15),
  'moves a column that is filled': (sheet) => sheet.moveColumn(2, 5),
  'inserts a column at the left': (sheet) => sheet.insertColumns(1, 1),
};

const MOMENTS = Object.keys(ACTIONS).flatMap((action) =>
  ['getValues', 'setValues'].map((method) => [action, method] as const),
);

it.each(
  oneIn(3, MOMENTS),
)('a person who %s in mid-run, before %s, finds answers and typed cells with their rows', async (action, method) => {
  const { world } = await halfFilled({ linkup: { queueLimit: 16 } }, {}, MANY);
  begin(world);
  let seen = 0;
  world.host.onServiceCall = (call) => {
    if (world.host.executions.at(-1)?.by !== 'clock' || call.method !== method) return;
    seen += 1;
    if (seen === 3) ACTIONS[action]?.(world.sheet);
  };
  world.untilDone();
  expect(seen).toBeGreaterThan(2);
  const [countries, capitals, money] = ['Country', 'Capital', 'Money'].map((each) => world.column(each));
  const rows = (countries ?? []).map((name, i) => [name, [capitals?.[i], money?.[i]]]);
  const there = rows.filter(([name]) => name !== '');
  expect(there).toEqual(there.map(([name]) => [name, EXPECTED.get(String(name))]));
});

describe('undoing and removing', () => {
  it('empties what the run filled and nobody changed since', async () => {
    const { world, id } = await filled();
    world.sheet.type(3, 3, 'Franc!');
    const { run } = ask(world, 'progress', { id }) ?? { run: '' };
    expect(ask(world, 'undo', { id, run })).toEqual({ cleared: 2, kept: 1, later: 0, earlier: 0 });
    expect(world.column('Capital')).toEqual(['', 'My capital', 'Bamako!', '']);
    expect(world.column('Money')).toEqual(['', 'Franc!', 'CFA', 'Yen!']);
  });

  it.each(['keep', 'delete'] as const)('takes only our marks off their columns: %s', async (columns) => {
    const { world, id } = await filled();
    world.sheet.column(2).width = 222;
    ask(world, 'remove', { id, columns });
    expect(world.sheet.displayRows()[0]?.filter(Boolean)).toEqual(HALF_FILLED[0]);
    expect(world.column('Capital')).toEqual(CAPITALS);
    expect(world.column('Money')).toEqual(MONEY);
    expect(world.sheet.column(2).width).toBe(222);
    expect(marks(world)).toEqual([]);
  });

  it('deletes no column of theirs when Google refuses the Save that marks it', async () => {
    const world = await World.open(HALF_FILLED);
    world.host.onServiceCall = ({ method }) => {
      if (method === 'hideColumns') throw new ServiceError('Service Spreadsheets timed out.');
    };
    expect(codeOf(world, 'save', { sheetId: world.sheet.id, draft: FILLS, revision: '', force: false })).toBe(
      'not-saved',
    );
    expect(world.sheet.displayRows().map((row) => row.slice(0, 4))).toEqual(HALF_FILLED);
    expect(marks(world)).toEqual([]);
  });

  it('lets go of a column when another one is filled instead, and asks for the new one', async () => {
    const { world, id } = await filled();
    const [capital, currency] = draftNow(world, id).fields;
    if (!capital || !currency) throw new Error('two fields');
    const fields = [{ ...capital, fills: { heading: 'Note' } }, currency];
    ask(world, 'save', {
      sheetId: world.sheet.id,
      draft: { ...FILLS, id, fields },
      revision: '',
      force: true,
    });
    expect(marks(world)).toEqual(
      ['@b', '@c', 'status', 'state', 'task', 'question'].map((part) => `${id}/${part}`),
    );
    expect(world.column('Capital')).toEqual(CAPITALS);
  });
});

describe('what cannot be filled is refused in words', () => {
  const save = (world: World, draft = FILLS): string =>
    codeOf(world, 'save', { sheetId: world.sheet.id, draft, revision: '', force: false });
  const into = (heading: string, at?: number) => ({
    ...FILLS,
    fields: [{ name: 'capital', kind: 'text', fills: { heading, ...(at ? { at } : {}) } } as const],
  });

  it('at Save: a column that is not there, that is asked, that is filled already, or twice', async () => {
    const world = await World.open(HALF_FILLED);
    expect(save(world, into('Town'))).toBe('no-column-to-fill');
    expect(save(world, into('Country'))).toBe('asked-and-filled');
    expect(save(world, { ...into('Capital'), template: '{{Country}}, {{capital:exact}}' })).toBe(
      'asked-and-filled',
    );
    expect(
      save(world, {
        ...FILLS,
        fields: FILLS.fields.map((field) => ({ ...field, fills: { heading: 'Capital' } })),
      }),
    ).toBe('filled-twice');
    saved(world, FILLS);
    expect(save(world, { ...into('Capital'), name: 'Other' })).toBe('filled-twice');
    expect(marks(world)).toHaveLength(6);
  });

  it('at Save: one of several that are called alike, unless it was pointed at', async () => {
    const world = await World.open([
      ['Country', 'Note', 'Note'],
      ['Peru', 'x', ''],
    ]);
    expect(save(world, into('Note'))).toBe('ambiguous-fill');
    expect(save(world, into('Note', 3))).toBe('');
    expect(marks(world)).toContainEqual(expect.stringContaining('/@a'));
    expect(world.sheet.column(3).metadata).toHaveLength(1);
  });

  it('at Save, and at the offer: a column that an array formula fills, from above or from its left', async () => {
    const world = await World.open(HALF_FILLED);
    const id = saved(world, into('Money'));
    world.sheet.spill(2, 2, '=QUERY(Other!A:B)', [
      ['Lima', 'Sol'],
      ['Bamako', 'CFA'],
    ]);
    expect(codeOf(world, 'offer', toFill(world, id))).toBe('array-filled');
    world.sheet.clear(2, 2, 3, 3);
    expect(codeOf(world, 'offer', toFill(world, id))).toBe('');
    world.sheet.type(1, 3, '={"Money";UNIQUE(A2:A)}');
    world.sheet.setComputed(1, 3, 'Money');
    expect(codeOf(world, 'offer', toFill(world, id))).toBe('array-filled');
    world.sheet.type(1, 3, 'Money');
    world.sheet.spill(2, 2, '=QUERY(Other!A:B)', [['Lima', 'Sol']]);
    ask(world, 'remove', { id, columns: 'keep' });
    for (const heading of ['Capital', 'Money']) expect(save(world, into(heading))).toBe('array-filled');
  });

  it('alike at Save and at the offer: one that stands above headings in row 3', async () => {
    const world = await World.open([[''], [''], ...HALF_FILLED]);
    world.sheet.frozenRows = 3;
    const id = saved(world, { ...into('Money'), name: 'Other' });
    const judged = () => [codeOf(world, 'offer', toFill(world, id)), save(world, into('Capital'))];
    world.sheet.spill(2, 2, '=QUERY(Other!A:B)', [['Facts', 'on file']]);
    expect(judged()).toEqual(['array-filled', 'array-filled']);
    world.sheet.clear(2, 2, 2, 3);
    for (const column of [2, 3]) world.sheet.type(1, column, '=SUM(FILTER(A4:A, A4:A > 0))');
    expect(judged()).toEqual(['', '']);
  });

  it('at the offer: a column that was deleted since', async () => {
    const { world, id } = await halfFilled();
    world.sheet.deleteColumns(3, 1);
    expect(codeOf(world, 'offer', toFill(world, id))).toBe('filled-column-gone');
    expect(save(world, { ...FILLS, id })).not.toBe('');
  });
});

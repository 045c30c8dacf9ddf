/** Opening the sidebar: everything about the sheet at once, and nothing that makes a person wait. */
import { describe, expect, it } from 'vitest';
import { replyTo, traces } from '../../world/reading';
import { ask, BOB, codeOf, enrich, follow, saved, withFacts } from '../../world/sidebar';
import { World } from '../../world/world';

describe('the start', () => {
  it('asks Linkup nothing and changes nothing, with a key and without', async () => {
    const { world, id } = await withFacts(3);
    enrich(world, id);
    const before = traces(world);
    const requests = world.linkup.requests.length;
    for (const user of [undefined, BOB]) {
      const { key } = ask(world, 'start', null, user);
      expect(key).toBe(user ? '' : '-key');
    }
    expect(world.linkup.requests).toHaveLength(requests);
    expect(traces(world)).toEqual(before);
  });

  it('reads only the top of a table that was never run, and tells how many rows there are at most', async () => {
    const { world } = await withFacts([['Country'], ...Array.from({ length: 310 }, (_, i) => [`Land ${i}`])]);
    const read: unknown[] = [];
    world.host.onServiceCall = ({ method }) => {
      if (method === 'getDataRange') read.push(method);
    };
    expect(ask(world, 'start', null).rows).toBe(310);
    expect(read).toEqual([]);
  });

  it('reads the sheet that a page has on view, though another one is active, as long as it is there', async () => {
    const { world } = await withFacts([['Country'], ['Peru']]);
    const first = world.sheet;
    const { id: sheetId } = first;
    const { spreadsheet } = world.host;
    first.type(1, 1, 'Land');
    const other = spreadsheet.addSheet('Others');
    spreadsheet.select(other);
    const others = ask(world, 'start', null);
    expect([others.sheet, others.enrichments]).toEqual(['Others', []]);
    expect(others.active).toBeNull();
    const onView = ask(world, 'start', { sheetId });
    const active = { sheetId: others.sheetId, name: 'Others' };
    // Asked each time that a hand comes back to the page: it may cost next to nothing.
    const calls: string[] = [];
    world.host.onServiceCall = ({ method }) => void calls.push(method);
    expect(ask(world, 'active', null)).toEqual({ ...active, stamp: others.stamp });
    expect(calls.slice(-4)).toEqual(['getActiveSheet', 'getSheetId', 'getName', 'getProperties']);
    expect(calls).toHaveLength(7);
    world.host.onServiceCall = undefined;
    expect(onView).toMatchObject({ sheetId, enrichments: [{ name: 'Facts' }], active });
    expect(onView.headings[0]).toBe('Land');
    expect(ask(world, 'start', { sheetId: 999 }).sheetId).toBe(others.sheetId);
    spreadsheet.select(first);
    expect(ask(world, 'start', { sheetId }).active).toBeNull();
  });

  it('offers the columns of the person and of other enrichments, with what the first row shows', async () => {
    const world = await World.open([
      ['Country', '', 'Code', 'Code'],
      ['', '', '', ''],
      ['Peru', 'x', '51', '52'],
    ]);
    saved(world);
    expect(ask(world, 'start', null)).toMatchObject({
      headings: ['Country', 'Code', 'Code', 'capital', 'area', 'currency', 'landlocked'],
      sample: { Country: 'Peru', Code: '51', capital: '' },
      rows: 1,
      enrichments: [{ name: 'Facts', outputs: ['capital', 'area', 'currency', 'landlocked'] }],
    });
  });

  it('tells which columns wait to be filled, by what their cells take, how they look and what they are called', async () => {
    const world = await World.open([
      ['Country', 'Capital', 'Area', 'Since', 'Visited', 'Size', '', 'Note'],
      ['Peru', '', '', '', '', '', '', 'x'],
      ['Chad', 'mine', '', '', '', '', '', 'y'],
      ['Mali', '', '', '', '', '', '', ''],
    ]);
    world.sheet.cell(2, 4).format = 'yyyy-mm-dd';
    const rule = { rejects: true, allows: () => true } as const;
    world.sheet.validate(2, 5, 4, 5, { ...rule, kind: 'CHECKBOX' });
    const values = [['small', 'large'], true];
    world.sheet.validate(2, 6, 4, 6, { ...rule, kind: 'VALUE_IN_LIST', values });
    const methods: string[] = [];
    world.host.onServiceCall = ({ method }) => methods.push(method);
    expect(ask(world, 'start', null).empty).toEqual([
      { heading: 'Capital', at: 2, kind: 'text', choices: [] },
      { heading: 'Area', at: 3, kind: 'number', choices: [] },
      { heading: 'Since', at: 4, kind: 'date', choices: [] },
      { heading: 'Visited', at: 5, kind: 'yes/no', choices: [] },
      { heading: 'Size', at: 6, kind: 'choice', choices: ['small', 'large'] },
    ]);
    expect(
      methods.filter((method) => /^get(DisplayValues|Values|NumberFormats|DataValidations)$/.test(method)),
    ).toEqual(['getDisplayValues', 'getNumberFormats', 'getDataValidations']);
    const fields = [{ name: 'Capital', kind: 'text', fills: { heading: 'Capital', at: 2 } } as const];
    saved(world, { fields });
    expect(ask(world, 'start', null).empty.map(({ heading }) => heading)).not.toContain('Capital');
  });

  it('calls outputs as they are called now, and leaves out those that are gone', async () => {
    const { world } = await withFacts([['Country'], ['Peru']]);
    world.sheet.type(1, 2, 'Capital city');
    world.sheet.deleteColumns(3, 1);
    expect(ask(world, 'start', null).enrichments[0]?.outputs).toEqual([
      'Capital city',
      'currency',
      'landlocked',
    ]);
  });

  it('of an empty sheet is empty', async () => {
    const world = await World.open([]);
    expect(ask(world, 'start', null)).toMatchObject({
      headings: [],
      sample: {},
      rows: 0,
      enrichments: [],
      progress: [],
    });
  });

  it('tells of a run whose columns are gone without failing', async () => {
    const { world, id } = await withFacts(3);
    enrich(world, id);
    follow(world, id);
    world.sheet.deleteColumns(2, world.sheet.lastColumn - 1);
    expect(ask(world, 'start', null).progress).toMatchObject([
      { id, state: 'ended', canUndo: false, counts: { rows: 0 } },
    ]);
  });
});

describe('the balance', () => {
  it('is what Linkup says', async () => {
    const { world } = await withFacts(1, { balance: 12.5 });
    expect(ask(world, 'balance', null)).toMatchObject({ balance: 12.5, month: { counted: 0, limit: 0 } });
  });

  it('without a key asks for one, and out of reach speaks of no run', async () => {
    const { world } = await withFacts(1);
    expect(codeOf(world, 'balance', null, BOB)).toBe('no-key');
    world.linkup.failNext({ effect: 'before', network: 'dns' });
    expect(replyTo(world, 'balance', null)).toEqual({
      ok: false,
      code: 'no-balance',
      sentence:
        'Linkup could not be reached, so your balance is not known. Your key is kept; try again in a minute.',
    });
  });
});

describe('a call', () => {
  it.each(['later', 'toString', '__proto__', ''])('called %j is that of another version', async (name) => {
    const { world } = await withFacts(1);
    expect(replyTo(world, name, null)).toMatchObject({ ok: false, code: 'outdated-page' });
  });

  it.each([
    ['connect', { key: 5 }],
    ['save', { sheetId: 0, draft: {}, revision: '', force: false }],
    ['save', { sheetId: 0, revision: '', force: false }],
    ['keepDraft', { draft: null, sheetId: 0 }],
    ['remove', { id: 'e1', columns: 'burn' }],
    ['offer', { id: 'e1', revision: '', scope: 'everything', overwrite: false }],
    ['enrich', { id: 'e1', revision: '', scope: 'fill', overwrite: false, total: '1', cap: 1 }],
    ['enrich', { id: 'e1', revision: '', scope: 'fill', overwrite: false, total: 1 }],
    ['progress', null],
    ['undo', { id: 'e1' }],
    ['show', { id: 'e1', at: 'two', print: '' }],
    ['tryOne', []],
    ['tryAgain', { sheetId: 0, draft: {}, task: 1 }],
  ])('%s with an argument that is none is refused, and changes nothing', async (name, argument) => {
    const { world } = await withFacts(1);
    const before = traces(world);
    expect(replyTo(world, name, argument)).toMatchObject({ ok: false, code: 'malformed' });
    expect(traces(world)).toEqual(before);
  });

  it.each([
    'offer',
    'enrich',
    'progress',
    'resume',
    'stop',
    'undo',
    'remove',
    'show',
  ] as const)('%s of an enrichment that is gone says so', async (name) => {
    const { world } = await withFacts(1);
    const argument = {
      id: 'gone',
      revision: '',
      scope: 'fill',
      overwrite: false,
      total: 1,
      cap: 1,
      run: 'r',
      columns: 'keep',
      at: 2,
      print: 'p',
    };
    expect(replyTo(world, name, argument)).toMatchObject({ ok: false, code: 'unknown-enrichment' });
  });
});

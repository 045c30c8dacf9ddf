/** Documents that the first edition left behind, opened with what is built now: they go on, each question is billed once, nothing is wrong. */

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { built } from '../../world/built';
import { type KeptDocument, openAgain } from '../../world/document';
import { machineTalk, receipts } from '../../world/reading';
import { MENU, SAYS, statusOf } from '../../world/says';
import { ask, enrich, toFill } from '../../world/sidebar';
import type { World } from '../../world/world';

const CAPITALS = ['Lima', "N'Djamena", 'Bamako', 'Tokyo', 'Nairobi', 'Santiago', 'Kathmandu', 'Havana'];

/** A document of the first edition, with the add-on as it is built now. */
async function left(name: string, balance?: number): Promise<{ world: World; id: string }> {
  const kept = JSON.parse(readFileSync(`test/fixtures/first-edition/${name}.json`, 'utf8')) as KeptDocument;
  const world = await openAgain(balance === undefined ? kept : { ...kept, balance }, { edition: built() });
  world.host.open();
  return { world, id: ask(world, 'start', null).enrichments[0]?.id ?? '' };
}

/** What somebody does so that a document goes on, from the sidebar and its trigger alone, or from the menu. */
interface Deeds {
  readonly trigger: (world: World, id: string) => void;
  readonly menu: (world: World, id: string) => void;
}

const LEFT_ALONE: Deeds = { trigger: () => {}, menu: (world) => world.press(MENU.check) };

/** All that was chosen is answered: another row is typed in, and enriched. */
const ANOTHER_ROW: Deeds = {
  trigger: (world, id) => {
    world.sheet.type(10, 1, 'Ghana');
    enrich(world, id);
  },
  menu: (world) => {
    world.sheet.type(10, 1, 'Ghana');
    world.press(MENU.all, 'YES');
  },
};

/** What each document needs in order to go on, and how many questions were billed in the end, each once. */
const DOCUMENTS: Readonly<Record<string, Deeds & { readonly billed: number; readonly balance?: number }>> = {
  idle: { ...ANOTHER_ROW, billed: 9 },
  intent: { ...LEFT_ALONE, billed: 8 },
  asking: { ...LEFT_ALONE, billed: 8 },
  paused: {
    ...LEFT_ALONE,
    trigger: (world, id) => void ask(world, 'resume', { id }),
    billed: 8,
    balance: 10,
  },
  // Its cap pays for four.
  capped: { ...LEFT_ALONE, billed: 4 },
  duplicated: { ...ANOTHER_ROW, billed: 9 },
};

describe.each(Object.keys(DOCUMENTS))('A26 a document of the first edition (%s)', (name) => {
  it.each([
    'trigger',
    'menu',
  ] as const)('goes on by the %s and finishes, each question billed once', async (way) => {
    const about = DOCUMENTS[name];
    if (!about) throw new Error(`there is no ${name}`);
    const { world, id } = await left(name, about.balance);
    about[way](world, id);
    world.untilDone();
    const questions = world.linkup.tasks.map(({ question }) => question);
    expect(new Set(questions).size).toBe(questions.length);
    expect(questions).toHaveLength(about.billed);
    expect(ask(world, 'progress', { id })).toMatchObject({ state: 'ended' });
    expectOwnAnswers(world, about.billed);
    expect(machineTalk(world)).toEqual([]);
    expect(world.host.properties.document.get('linkup.layout')).toBe('2');
  });
});

/** So many rows are done, and each shows its own answer, or what was typed over it. */
function expectOwnAnswers(world: World, rows: number): void {
  const done = world.column(statusOf('Facts')).filter((status) => status === SAYS.done);
  expect(done).toHaveLength(rows);
  const right = [...CAPITALS, 'Accra'];
  const wrong = world.column('capital').filter((text, i) => !['', 'Corrected', right[i]].includes(text));
  expect(wrong).toEqual([]);
  expect(world.column('capital').filter((text) => text !== '')).toHaveLength(rows);
}

describe('A26 a document of the first edition', () => {
  it('that is idle shows its last run, and asks nothing twice', async () => {
    const { world, id } = await left('idle');
    expect(ask(world, 'progress', { id })).toMatchObject({ state: 'ended', receipt: { asked: 8 } });
    expect(ask(world, 'offer', toFill(world, id))).toMatchObject({ rows: 0, copies: 0 });
  });

  it('keeps its answers, and what was corrected, when a field is added: rows can be filled, marks are slots', async () => {
    const { world, id } = await left('idle');
    const [saved] = ask(world, 'start', null).enrichments;
    if (!saved) throw new Error('nothing is saved');
    const { revision, outputs, ...draft } = saved;
    const fields = [...draft.fields, { name: 'area', kind: 'number' } as const];
    ask(world, 'save', { sheetId: world.sheet.id, draft: { ...draft, fields }, revision, force: false });
    expect(world.sheet.displayRows()[0]?.slice(0, 5)).toEqual([
      'Country',
      'capital',
      'currency',
      'area',
      statusOf('Facts'),
    ]);
    const marks = [...world.host.spreadsheet.allMetadata()].map(({ metadata }) => metadata.value);
    expect(marks.filter((value) => value?.includes('field:'))).toEqual([]);
    expect(world.host.properties.document.get('linkup.layout')).toBe('2');
    // The corrected row is its person's; of the first edition's rows nothing is known cell by cell once one of them changed.
    expect(ask(world, 'offer', toFill(world, id))).toMatchObject({ rows: 7 });
    enrich(world, id);
    world.untilDone();
    expect(world.column('capital')).toEqual(CAPITALS.map((name, i) => (i === 1 ? 'Corrected' : name)));
    expect(world.column('area').filter((text) => text !== '')).toHaveLength(7);
  });

  it('can have its last run undone: all but what was corrected', async () => {
    const { world, id } = await left('idle');
    const run = ask(world, 'progress', { id })?.run ?? '';
    expect(ask(world, 'undo', { id, run })).toEqual({ cleared: 7, kept: 1, later: 0, earlier: 0 });
  });

  it('with a duplicated tab goes on on the first, and leaves the second alone', async () => {
    const { world, id } = await left('duplicated');
    const copy = world.host.spreadsheet.sheets.find(({ name }) => name.startsWith('Copy of'));
    const before = copy?.displayRows();
    expect(ask(world, 'offer', toFill(world, id))).toMatchObject({ rows: 0 });
    world.sheet.type(10, 1, 'Ghana');
    enrich(world, id);
    world.untilDone();
    expect(world.column('capital').at(-1)).toBe('Accra');
    expect(copy?.displayRows()).toEqual(before);
    expect(receipts(world).map((receipt) => receipt['Perhaps asked'])).toEqual(['', '0']);
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(receipts(world).map((receipt) => receipt.Version)).toEqual(['', version]);
  });

  it('carries its definition to a duplicated tab from its next run on', async () => {
    const { world, id } = await left('idle');
    const { spreadsheet } = world.host;
    const first = world.sheet;
    const copies = (): unknown[] => {
      const copy = spreadsheet.duplicateSheet(first);
      const found = ask(world, 'start', { sheetId: copy.id }).copies;
      spreadsheet.deleteSheet(copy);
      return [...found];
    };
    expect(copies()).toEqual([]);
    ANOTHER_ROW.trigger(world, id);
    world.untilDone();
    expect(copies()).toMatchObject([{ id, answered: 9, open: 0 }]);
  });
});

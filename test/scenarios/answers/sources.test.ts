/** Where an answer was found: titled links in one cell and what the pages say in its note, which stay with their row and go with its answer. */
import { describe, expect, it } from 'vitest';
import { type Knowledge, type Topic, withTopics, worldKnowledge } from '../../doubles/linkup';
import { draftNow } from '../../world/half-filled';
import { ask, enrich, follow, saved, toFill } from '../../world/sidebar';
import { World } from '../../world/world';

const DRAFT = { name: 'It', shape: 'answer', template: 'About {{Company}}', sources: true } as const;

function company(name: string): Topic {
  const site = `https://${name.toLowerCase()}.example`;
  return {
    name,
    facts: [{ key: 'about', value: name, sentence: `${name} makes things.` }],
    sources: [
      { name: `${name} &amp; Sons`, url: `${site}/`, content: `${name} &#39;makes&#39; things.` },
      { name: '=1+1', url: `${site}/press`, content: '' },
    ],
    images: [],
  };
}

const NAMES = ['Acme', 'Bolt', 'Core', 'Dyne'];
const knowledge: Knowledge = withTopics(worldKnowledge(), [...NAMES, 'Etna'].map(company));

/** A table of companies, “It sources” in column 3, and the enrichment. */
async function companies(names = NAMES): Promise<{ world: World; id: string }> {
  const world = await World.open([['Company'], ...names.map((name) => [name])], { knowledge });
  return { world, id: saved(world, DRAFT) };
}

const SOURCES = 3;

async function enriched(names = NAMES): Promise<{ world: World; id: string }> {
  const { world, id } = await companies(names);
  enrich(world, id);
  follow(world, id);
  return { world, id };
}

/** What a cell shows, what it leads to, and what its note says. */
function seen({ sheet }: World, row: number, column = SOURCES) {
  const { value = '', links = [], note = '' } = sheet.peek(row, column) ?? {};
  return { text: value, links: links.map(({ url }) => url), note };
}

function sourcesOf(name: string) {
  const site = `https://${name.toLowerCase()}.example`;
  return {
    text: `${name} & Sons\n=1+1`,
    links: [`${site}/`, `${site}/press`],
    note: `${name} & Sons\n${name} 'makes' things.`,
  };
}

const NOTHING = { text: '', links: [], note: '' };

/** The sources beside each company, wherever it stands now. */
function expectOwnSources(world: World): void {
  const names = world.column('Company');
  expect(names.map((_, i) => seen(world, i + 2))).toEqual(names.map(sourcesOf));
}

describe('sources', () => {
  it('are titled links in one cell, with what the pages say in its note, for two writes and a look at the notes more', async () => {
    const { world, id } = await companies();
    const calls = world.host.calls.byMethod;
    enrich(world, id);
    follow(world, id);
    expectOwnSources(world);
    expect(world.sheet.peek(2, SOURCES)?.style.wrapStrategy).toBe('CLIP');
    expect(new Set(world.column('It status'))).toEqual(new Set(['Done']));
    const windows = calls.get('Range.setNotes') ?? 0;
    expect(windows).toBeGreaterThan(0);
    expect(calls.get('Range.setRichTextValues')).toBe(windows);
    expect(calls.get('Range.getNotes')).toBe(windows);
    expect(ask(world, 'offer', toFill(world, id)).rows).toBe(0);
    world.host.spreadsheet.select(world.sheet, { row: 2, column: 1, rows: 1, columns: 1 });
    expect(ask(world, 'aboutRow', { id }).sources.map(({ url }) => url)).toEqual(sourcesOf('Acme').links);
  });

  it('leave a note alone that is a person’s, before and after', async () => {
    const { world, id } = await companies();
    world.sheet.cell(3, SOURCES).note = 'Ask Bob.';
    enrich(world, id);
    const { run } = ask(world, 'progress', { id }) ?? { run: '' };
    follow(world, id);
    expect(seen(world, 3)).toEqual({ ...sourcesOf('Bolt'), note: 'Ask Bob.' });
    world.sheet.cell(4, SOURCES).note += ' I called them.';
    ask(world, 'undo', { id, run });
    expect([2, 3, 4, 5].map((row) => seen(world, row))).toEqual([
      NOTHING,
      { ...NOTHING, note: 'Ask Bob.' },
      { ...NOTHING, note: `${sourcesOf('Core').note} I called them.` },
      NOTHING,
    ]);
  });

  it('come with an answer that is copied, and are replaced with one that is asked again', async () => {
    const { world, id } = await enriched(['Acme', 'Bolt']);
    world.sheet.type(4, 1, 'Acme');
    enrich(world, id);
    follow(world, id);
    expectOwnSources(world);
    world.sheet.type(3, 1, 'Core');
    enrich(world, id, { scope: 'all', overwrite: true });
    follow(world, id);
    expectOwnSources(world);
  });

  it.each([
    ['the whole table', 7],
    ['all but what is ours', 1],
    ['all but the hidden columns', 4],
  ])('are with their rows after a sort of %s', async (_, width) => {
    const { world, id } = await enriched();
    world.sheet.sortRange(2, 1, 5, width, 1, false);
    // Whoever looks puts right what has come apart.
    world.sheet.type(6, 1, 'Etna');
    enrich(world, id);
    follow(world, id);
    expect(world.column('Company').slice(0, 2)).toEqual(['Dyne', 'Core']);
    expectOwnSources(world);
  });
});

describe('a source for each field', () => {
  const FIELDS = [
    { name: 'Capital', kind: 'text' },
    { name: 'Area', kind: 'number' },
    { name: 'Population', kind: 'number' },
  ] as const;
  const EACH = { ...DRAFT, shape: 'fields', template: 'About {{Country}}', fieldSources: true } as const;

  it.each([
    'search',
    'research',
  ] as const)('is asked for in the schema of a %s, and stands beside the field', async (type) => {
    const world = await World.open([['Country'], ['Peru']]);
    const options = type === 'search' ? { depth: 'standard' } : { mode: 'answer', reasoningDepth: 'S' };
    const draft = { ...EACH, fields: FIELDS, type, options, sources: false };
    const id = saved(world, draft);
    enrich(world, id);
    if (type === 'research') world.untilDone();
    else follow(world, id);
    const sent = JSON.stringify(world.linkup.tasks[0]?.sent);
    expect(sent).toContain('on which “Area” was found');
    const [headings = [], peru = []] = world.sheet.displayRows();
    expect(headings.slice(1, 7)).toEqual([
      ...['Capital', 'Capital source', 'Area', 'Area source', 'Population', 'Population source'],
    ]);
    const page = 'https://en.wikipedia.org/wiki/Peru';
    // What Linkup does not find has no source.
    expect(peru.slice(1, 8)).toEqual([
      'Lima',
      page,
      '1285216',
      page,
      '',
      '',
      'Done · nothing for Population',
    ]);
    const [, area, ...others] = ask(world, 'start', null).enrichments[0]?.fields ?? [];
    if (!area) throw new Error('a field');
    const renamed = [FIELDS[0], { ...area, name: 'Size in km²' }, ...others];
    ask(world, 'save', {
      sheetId: world.sheet.id,
      draft: { ...draftNow(world, id), fields: renamed },
      revision: '',
      force: true,
    });
    expect(world.sheet.displayRows()[0]?.slice(3, 5)).toEqual(['Size in km²', 'Size in km² source']);
  });
});

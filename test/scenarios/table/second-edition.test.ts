/** A document as this edition leaves it, with everything in it: whatever comes later reads it whole, goes on with it, and asks nothing twice. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LAYOUT } from '../../../src/enrichment/definition';
import type { KeptDocument } from '../../world/document';
import { keptEverything, leftEverything } from '../../world/everything';
import { shows } from '../../world/formula';
import { LIST, rowsOn } from '../../world/lists';
import { machineTalk, receipts } from '../../world/reading';
import { pass } from '../../world/schedules';
import { ask, BOB, follow, saved } from '../../world/sidebar';
import type { World } from '../../world/world';

/** Kept for moments, or by the first edition alone. */
const PASSING = ['far', 'resting', 'stop', 'turn', 'want'];

/** A column by its heading in the second row, from the third row on. */
function column({ sheet }: World, heading: string): string[] {
  const [, headings = [], ...rows] = sheet.displayRows();
  return rows.map((row) => row[headings.indexOf(heading)] ?? '');
}

/** What Linkup was asked, word for word. */
const asked = (world: World): string[] => world.linkup.tasks.map(({ sent }) => JSON.stringify(sent));

describe('a document of this edition', () => {
  it('has something of every kind in it that the add-on keeps', () => {
    const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.endsWith('.ts'),
    );
    const named = sources.flatMap((path) =>
      [...readFileSync(`src/${path}`, 'utf8').matchAll(/'linkup\.([a-z-]+)[.']/g)].map(
        ([, kind]) => kind ?? '',
      ),
    );
    const kept = JSON.parse(keptEverything()) as KeptDocument;
    const kinds = [...Object.keys(kept.document), ...Object.keys(kept.user)].map((key) => key.split('.')[1]);
    const missing = [...new Set(named)].filter((kind) => !kinds.includes(kind)).sort();
    expect(missing).toEqual(PASSING);
  });

  it('is kept in the layout that is written now: one that came later would have a folder of its own', () => {
    const { document } = JSON.parse(keptEverything()) as KeptDocument;
    expect(document['linkup.layout']).toBe(String(LAYOUT));
  });

  it('is shown whole: enrichments, runs, what was tried, listed, written and never ended', async () => {
    const world = await leftEverything();
    const start = ask(world, 'start', null);
    expect(start.enrichments.map(({ name, outputs }) => [name, outputs])).toEqual([
      ['Facts', ['capital', 'Facts sources']],
      ['Money', ['currency']],
      ['Size', ['Area']],
    ]);
    expect(start.enrichments[0]?.refreshing).toMatchObject({ mine: true, off: '', cap: 1 });
    expect(start.progress.map(({ state, by }) => [state, by])).toEqual([
      ['working', ''],
      ['working', BOB],
      ['working', ''],
    ]);
    expect(start).toMatchObject({
      ...{ named: true, unreadable: [], copies: [] },
      drafts: [{ name: 'Half a thought' }],
      tries: [{ tried: { outcome: 'pending' } }],
      lists: [{ pending: true }],
    });
    expect(world.sheet.filter?.rect).toMatchObject({ row: 2, rows: 6 });
    expect(ask(world, 'ownLimit', null)).toMatchObject({ limit: 50 });
    expect(ask(world, 'formula', null)).toMatchObject({ cap: 1, asked: 0.006 });
    expect(ask(world, 'pastRuns', { sheetId: world.sheet.id }).runs).toMatchObject([
      { name: 'Facts', answered: 4 },
    ]);
    const copy = world.host.spreadsheet.sheets.find(({ name }) => name.startsWith('Copy of'));
    expect(ask(world, 'start', { sheetId: copy?.id ?? 0 }).copies).toMatchObject([
      { name: 'Facts', answered: 4 },
    ]);
  });

  it('goes on to its end, whoever’s runs they are, and nothing is asked twice', async () => {
    const world = await leftEverything();
    expect(shows(world, 'What is the capital of Peru?')).toBe('The capital of Peru is Lima.');
    pass(world, 1);
    expect(column(world, 'Size status').slice(0, 4)).toEqual(['Done', '', 'Done', 'Done']);
    expect(column(world, 'Area')).toEqual(['1285216', '1,284,000', '1240192', '377930', '']);
    expect(
      column(world, 'currency')
        .slice(0, 4)
        .every((text) => text !== ''),
    ).toBe(true);
    expect(column(world, 'capital')).toEqual(['Lima', 'Corrected', 'Bamako', 'Tokyo', '']);
    expect(new Set(asked(world)).size).toBe(14);
    expect(asked(world)).toHaveLength(14);
    // What the refresh would ask in the morning: the row that no run came to ask.
    const [facts] = ask(world, 'start', null).enrichments;
    ask(world, 'refreshNow', { id: facts?.id ?? '' });
    follow(world, facts?.id ?? '');
    expect(column(world, 'capital').at(-1)).toBe('Nairobi');
    expect(new Set(asked(world)).size).toBe(15);
    expect(asked(world)).toHaveLength(15);
    const { template: list } = LIST;
    expect(receipts(world).map(({ Enrichment }) => Enrichment)).toEqual([
      'Facts',
      list,
      'Size',
      'Money',
      'Facts',
    ]);
    // The Save that was cut short is done by the next one.
    const fields = [{ name: 'landlocked', kind: 'yes/no' }] as const;
    saved(world, { name: 'Coast', template: 'Is {{Country}} landlocked?', fields });
    const [, headings = []] = world.sheet.displayRows();
    expect(headings.slice(19, 21)).toEqual(['landlocked', 'Coast status']);
    expect(headings.filter((heading) => heading === 'landlocked')).toHaveLength(1);
    expect(rowsOn(world, list)).toHaveLength(11);
    expect(machineTalk(world)).toEqual([]);
  });
});

/** Removing everything where Google or people make it hard, and what comes after: pages that were open before, and executions that were at work. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { built } from '../../world/built';
import { type KeptDocument, openAgain } from '../../world/document';
import { CAPITAL_DRAFT } from '../../world/drafts';
import { everyCall, namesOf } from '../../world/every-call';
import { leftEverything } from '../../world/everything';
import { replyTo } from '../../world/reading';
import { RECEIPTS } from '../../world/says';
import { ask, enrich, follow, withFacts } from '../../world/sidebar';
import type { World } from '../../world/world';

function removeAll(world: World): void {
  const { runs } = ask(world, 'removal', null);
  ask(world, 'removeAll', { runs });
}

describe('removing everything', () => {
  it('leaves a page that was open before nothing to bring back', async () => {
    const world = await leftEverything();
    const calls = everyCall(world);
    removeAll(world);
    const cells = () => JSON.stringify(world.host.spreadsheet.sheets.map((sheet) => sheet.displayRows()));
    const [before, asked] = [cells(), world.linkup.tasks.length];
    // To paste a key again is to begin anew.
    const pressed = namesOf(calls).filter((name) => name !== 'connect');
    for (const name of pressed) replyTo(world, name, calls[name]);
    expect([...world.host.properties.document]).toEqual([]);
    expect(cells()).toBe(before);
    expect(world.linkup.tasks).toHaveLength(asked);
  });

  it.each([
    'keep',
    'delete',
    'all',
  ] as const)('takes the last columns beside frozen ones, where Google lets nobody delete them: %s', async (columns) => {
    const { world, id } = await withFacts([['Country'], ['Peru']], {}, CAPITAL_DRAFT);
    enrich(world, id);
    follow(world, id);
    const { sheet } = world;
    sheet.deleteColumns(7, sheet.maxColumns - 6);
    sheet.frozenColumns = columns === 'delete' ? 1 : 2;
    if (columns === 'all') removeAll(world);
    else ask(world, 'remove', { id, columns });
    const left =
      columns === 'delete'
        ? [['Country'], ['Peru']]
        : [
            ['Country', 'capital'],
            ['Peru', 'Lima'],
          ];
    expect(sheet.displayRows()).toEqual(left);
    expect(sheet.maxColumns).toBe(sheet.frozenColumns + 1);
  });

  it.each([
    'asking',
    'capped',
    'duplicated',
    'idle',
    'intent',
    'paused',
  ])('takes what the first edition left in a document, and leaves its answers: %s', async (name) => {
    const kept: KeptDocument = JSON.parse(readFileSync(`test/fixtures/first-edition/${name}.json`, 'utf8'));
    const world = await openAgain(kept, { edition: built() });
    const { spreadsheet, properties, triggers } = world.host;
    const theirs = () =>
      spreadsheet.sheets
        .filter((sheet) => sheet.name !== RECEIPTS)
        .map((sheet) => sheet.displayRows().map((row) => row.slice(0, 3)));
    const before = theirs();
    const { runs, goes } = ask(world, 'removal', null);
    expect(goes.join(' ')).not.toContain('owner@example.com');
    ask(world, 'removeAll', { runs });
    expect(theirs()).toEqual(before);
    expect(spreadsheet.sheets[0]?.displayRows()[0]).toEqual(['Country', 'capital', 'currency']);
    expect([...properties.document, ...properties.user('owner@example.com'), ...triggers]).toEqual([]);
    expect([...spreadsheet.allMetadata()]).toEqual([]);
  });

  it('leaves an answer that the first edition kept under a name with a slash in it', async () => {
    const { world, id } = await withFacts([['Country'], ['Peru']], {}, CAPITAL_DRAFT);
    enrich(world, id);
    follow(world, id);
    const [mark] = world.sheet.column(2).metadata;
    if (mark) mark.value = `${id}/field:hq/state`;
    removeAll(world);
    expect(world.sheet.displayRows()).toEqual([
      ['Country', 'capital'],
      ['Peru', 'Lima'],
    ]);
  });
});

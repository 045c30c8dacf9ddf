/** Asking selected rows again from the menu: one, or a few, and nothing that was typed by hand. */
import { describe, expect, it } from 'vitest';
import { rectOf } from '../../doubles/google/model/geometry';
import { type Topic, withTopics, worldKnowledge } from '../../doubles/linkup';
import { FACTS } from '../../world/countries';
import { wrongAnswers } from '../../world/facts-oracle';
import { lastDialog, traces } from '../../world/reading';
import { isAnswered, MENU } from '../../world/says';
import { ROWS, statuses, thirtyRows } from '../../world/thirty-rows';
import { World } from '../../world/world';

/** What is known of a country from some day on. */
const NEW_CAPITAL = {
  facts: [{ key: 'capital', value: 'New Town', sentence: 'The capital is New Town' }],
  sources: [{ name: 'News', url: 'https://news.example/', content: 'The capital is New Town' }],
  images: [],
};

describe(MENU.again, () => {
  const selecting = async (...rows: readonly (readonly [number, number])[]): Promise<World> => {
    const world = await thirtyRows();
    const blocks = rows.map(([first, last]) => rectOf(first, 1, last, 3));
    world.host.spreadsheet.select(world.sheet, ...blocks);
    return world;
  };

  it.each([
    ['one block', [[3, 5]], [1, 2, 3]],
    [
      'several blocks that overlap',
      [
        [2, 3],
        [3, 4],
        [9, 9],
      ],
      [0, 1, 2, 7],
    ],
    ['a block that begins with the headings', [[1, 2]], [0]],
    ['a block that reaches below the table', [[30, 500]], [28, 29]],
  ] as const)('asks only %s', async (_, blocks, expected) => {
    const world = await selecting(...blocks);
    world.press(MENU.again, 'YES');
    world.untilDone(1);
    const done = statuses(world).flatMap((status, i) => (isAnswered(status) ? [i] : []));
    expect(done).toEqual(expected);
    expect(wrongAnswers(world)).toEqual([]);
    expect(world.linkup.bill.entries).toHaveLength(expected.length);
    expect(statuses(world).filter((status) => status === '')).toHaveLength(ROWS - expected.length);
  });

  it.each([
    ['the headings', [1, 1]],
    ['empty rows below the table', [100, 120]],
  ] as const)('with only %s selected says what to select', async (_, block) => {
    const world = await selecting(block);
    const before = traces(world);
    world.press(MENU.again, 'OK');
    expect(lastDialog(world)).toBe(
      'No table rows are selected. Select one or more rows below the column names and try again.',
    );
    expect(traces(world)).toEqual(before);
  });

  it('replaces what the machine wrote, for a price that is agreed to, and never what was typed by hand', async () => {
    const news: Topic[] = [];
    const world = await thirtyRows({ knowledge: withTopics(worldKnowledge(), news) });
    world.press(MENU.all, 'YES');
    world.untilDone(1);
    world.sheet.type(3, 2, 'my own');
    for (const name of world.column('Country').slice(0, 2)) news.push({ ...NEW_CAPITAL, name });
    world.host.spreadsheet.select(world.sheet, rectOf(2, 1, 3, 3));
    world.press(MENU.again, 'YES');
    expect(world.host.ui.dialogs.at(-1)).toMatchObject({
      title: 'Facts: ask 1 row for up to $0.006?',
      message: expect.stringMatching(
        /1 row left out: filled by hand\.\nWhat is now in 1 row is replaced\. It is not kept/,
      ),
    });
    world.untilDone(1);
    expect(world.linkup.bill.entries).toHaveLength(ROWS + 1);
    expect(world.column('capital').slice(0, 2)).toEqual(['New Town', 'my own']);
    expect(statuses(world).filter((status) => !isAnswered(status))).toEqual([]);
  });

  it('writes a shared answer to the selected rows; others that ask the same get it for nothing', async () => {
    const world = await World.open([['Country'], ['Peru'], ['Chad'], ['Peru']]);
    world.save(FACTS);
    world.host.spreadsheet.select(world.sheet, rectOf(2, 1, 2, 1));
    world.press(MENU.again, 'YES');
    world.untilDone(1);
    expect(world.column('capital').slice(0, 2)).toEqual(['Lima', '']);
    expect(world.linkup.bill.entries).toHaveLength(1);
    world.press(MENU.all, 'YES');
    world.untilDone(1);
    expect(world.column('capital')).toEqual(['Lima', "N'Djamena", 'Lima']);
    expect(world.linkup.bill.entries).toHaveLength(2);
  });
});

/** Tables and cells that cannot be asked about as they are: told in the question before the run, and nothing billed for them. */

import { describe, expect, it } from 'vitest';
import { lastDialog, machineTalk, traces } from '../../world/reading';
import { MENU, SAYS, statusOf } from '../../world/says';
import { World } from '../../world/world';

const CAPITAL = {
  name: 'It',
  template: 'What is the capital of {{Country}}?',
  fields: [{ name: 'capital', kind: 'text' as const }],
};

const PERU = ['Peru', '2026-11-22', '12.50%', '$1,234.50', 'true'];
const CHAD = ['Chad', '1/2/2026', '0.1', '1,000', 'FALSE'];

/** An enrichment on a table that a person has worked on. */
async function prepared(
  table: readonly (readonly string[])[],
  work: (world: World) => void = () => {},
  draft: Parameters<World['save']>[0] = CAPITAL,
): Promise<World> {
  const world = await World.open(table);
  world.save(draft);
  work(world);
  return world;
}

function asked({ linkup }: World): string[] {
  return linkup.tasks.map(({ question }) => question);
}

function run(world: World): void {
  world.press(MENU.all, 'YES');
  world.untilDone(1);
  expect(machineTalk(world)).toEqual([]);
}

describe('a table without rows', () => {
  it.each([
    ['only has headings', [['Country']], () => {}],
    ['has lost its rows', [['Country'], ['Peru']], ({ sheet }: World) => sheet.deleteRows(2, 1)],
    ['has empty rows only', [['Country'], ['Peru']], ({ sheet }: World) => sheet.clear(2, 1, 2, 1)],
  ])('that %s is told where rows belong', async (_, table, work) => {
    const world = await prepared(table, work);
    const before = traces(world);
    world.press(MENU.all, 'OK');
    expect(lastDialog(world)).toBe(
      'There are no rows to ask about. Put one row below the column names for each thing to look up.',
    );
    expect(traces(world)).toEqual(before);
    expect(asked(world)).toEqual([]);
  });

  it('that lost its headings since it was set up is told what is missing', async () => {
    const world = await prepared([['Country'], ['Peru']], ({ sheet }) => sheet.type(1, 1, 'Land'));
    const before = traces(world);
    world.press(MENU.all, 'OK');
    expect(lastDialog(world)).toBe(
      'There is no column “Country” in this table. Change the question, or name a column so.',
    );
    expect(traces(world)).toEqual(before);
  });

  it('on a sheet without an enrichment is told to set one up', async () => {
    const world = await World.open([['Country'], ['Peru']]);
    world.press(MENU.all, 'OK');
    expect(lastDialog(world)).toBe('This sheet has no enrichment yet. Choose “Set up…” first.');
  });
});

describe('a cell in a question', () => {
  /** Types a formula into the second of three rows and says what it computes to. */
  const computes = (value: string | number) => (world: World) => {
    world.sheet.type(3, 1, '=LOOKUP("x")');
    world.sheet.setComputed(3, 1, value);
  };

  it.each([
    ['#N/A', '“Country” shows an error'],
    ['#REF!', '“Country” shows an error'],
    ['#ERROR!', '“Country” shows an error'],
    ['Loading...', '“Country” is still loading'],
    ['', '“Country” is empty'],
  ])('that shows "%s" leaves its row out, with the reason', async (shown, reason) => {
    const world = await prepared(
      [
        ['Country', 'Note'],
        ['Peru', ''],
        ['', 'kept'],
        ['Chad', ''],
      ],
      computes(shown),
    );
    run(world);
    expect(lastDialog(world)).toContain(`1 row left out: ${reason}.`);
    expect(world.column('capital')).toEqual(['Lima', '', "N'Djamena"]);
    expect(world.column(statusOf('It'))[1]).toBe('');
    expect(asked(world)).toHaveLength(2);
    expect(world.sheet.peek(3, 1)?.formula).toBe('=LOOKUP("x")');
  });

  it('computed by a formula is asked as it is displayed, and the formula stays', async () => {
    const world = await prepared([['Country'], ['Peru'], ['x']], computes('Chad'));
    run(world);
    expect(world.column('capital')).toEqual(['Lima', "N'Djamena"]);
    expect(world.sheet.peek(3, 1)?.formula).toBe('=LOOKUP("x")');
  });

  it('with an error in every row asks nothing and says why', async () => {
    const world = await prepared(
      [
        ['Country', 'Note'],
        ['', 'a'],
        ['', 'b'],
      ],
      ({ sheet }) => {
        for (const row of [2, 3]) {
          sheet.type(row, 1, '=NA()');
          sheet.setComputed(row, 1, '#N/A');
        }
      },
    );
    const before = traces(world);
    world.press(MENU.all, 'OK');
    expect(lastDialog(world)).toContain('2 rows left out: “Country” shows an error.');
    expect(traces(world)).toEqual(before);
  });

  it('that holds a date or a number is asked as it is displayed', async () => {
    const world = await prepared(
      [['Country', 'On', 'Share', 'Pay', 'Yes']],
      ({ sheet }) => {
        for (const [i, text] of PERU.entries()) sheet.type(2, i + 1, text);
        for (const [i, text] of CHAD.entries()) sheet.type(3, i + 1, text);
      },
      { ...CAPITAL, template: '{{Country}} on {{On}}: {{Share}} {{Pay}} {{Yes}}: capital?' },
    );
    run(world);
    const shown = [2, 3].map((row) => [1, 2, 3, 4, 5].map((column) => world.sheet.display(row, column)));
    expect(asked(world)).toEqual(
      shown.map(([country, on, share, pay, yes]) => `${country} on ${on}: ${share} ${pay} ${yes}: capital?`),
    );
    expect(shown[0]).toEqual(['Peru', '2026-11-22', '12.50%', '$1,234.50', 'TRUE']);
    expect(world.column('capital')).toEqual(['Lima', "N'Djamena"]);
  });

  it('of 50,000 characters is left out, with the reason', async () => {
    const world = await prepared([['Country'], ['Peru'], ['Chad '.repeat(10_000)]]);
    run(world);
    expect(lastDialog(world)).toContain(
      '1 row left out: “Country” makes the question longer than 10,000 characters.',
    );
    expect(asked(world)).toHaveLength(1);
  });

  it('that no question uses may hold 50,000 characters and stays as it is', async () => {
    const long = '🦊'.repeat(25_000);
    const world = await prepared([
      ['Country', 'Note'],
      ['Peru', long],
    ]);
    run(world);
    expect(world.column('capital')).toEqual(['Lima']);
    expect(world.column('Note')).toEqual([long]);
  });

  it('with emoji, right-to-left text, accents, quotes and braces reaches Linkup as it is', async () => {
    const texts = [
      '🇵🇪 Peru 👩‍🚀',
      'مصر Egypt',
      'ישראל Israel',
      'Côte d’Ivoire "x" \\ {{y}}',
      'Chad\nand more',
    ];
    const world = await prepared([['Country'], ...texts.map((text) => [text])]);
    run(world);
    expect(asked(world)).toEqual(texts.map((text) => `What is the capital of ${text}?`));
    expect(new Set(world.column(statusOf('It')))).toEqual(new Set([SAYS.done]));
  });

  it('that is no web address is left out of a fetch, with the reason', async () => {
    const table = [['Page'], ['countries.example/per'], ['not a page'], ['mailto:a@b.example'], ['=1']];
    const fetch = {
      type: 'fetch',
      shape: 'page',
      template: '{{Page}}',
      options: { mode: 'standard' },
    } as const;
    const world = await prepared(table, undefined, { name: 'It', ...fetch });
    run(world);
    expect(lastDialog(world)).toContain(
      '3 rows left out: “Page” is no web address, and no link leads to one.',
    );
    expect(asked(world)).toEqual(['https://countries.example/per']);
  });
});

describe('merged cells', () => {
  it('in a question are asked in their first row only', async () => {
    const world = await prepared(
      [
        ['Country', 'Note'],
        ['Peru', 'a'],
        ['Peru', 'b'],
        ['Chad', 'c'],
      ],
      ({ sheet }) => sheet.merge(2, 1, 3, 1),
    );
    run(world);
    expect(lastDialog(world)).toContain('1 row left out: “Country” is empty.');
    expect(world.column('capital')).toEqual(['Lima', '', "N'Djamena"]);
  });

  it.each([
    ['outputs', 2, 2, 3, 2],
    ['the Status', 3, 3, 4, 3],
    ['outputs and Status', 2, 2, 2, 3],
    ['the hidden ledger', 2, 4, 3, 4],
  ])('in %s are refused before anything is asked', async (_, r1, c1, r2, c2) => {
    const world = await prepared([['Country'], ['Peru'], ['Chad'], ['Mali']], ({ sheet }) =>
      sheet.merge(r1, c1, r2, c2),
    );
    const before = traces(world);
    world.press(MENU.all, 'OK');
    expect(lastDialog(world)).toMatch(
      /^Cells in [A-Z]+\d+:[A-Z]+\d+ are merged, so answers cannot be written there\. Unmerge them and try again; nothing was asked or changed\.$/,
    );
    expect(traces(world)).toEqual(before);
    expect(asked(world)).toEqual([]);
  });
});

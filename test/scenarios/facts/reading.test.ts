/** The sheet as people have it: what a cell displays, holds or does not say yet costs nobody a row or a cent. */
import { describe, expect, it } from 'vitest';
import type { Sheet } from '../../doubles/google/model/sheet';
import { fact } from '../../world/fact';
import { receipts } from '../../world/reading';
import { World, type WorldOptions } from '../../world/world';

const COUNTRIES = [
  'Chad',
  'Mali',
  'Peru',
  'Niger',
  'Kenya',
  'Gabon',
  'Ghana',
  'Nepal',
  'Qatar',
  'Japan',
  'Cuba',
  'Fiji',
];
const CAPITALS = [
  "N'Djamena",
  'Bamako',
  'Lima',
  'Niamey',
  'Nairobi',
  'Libreville',
  'Accra',
  'Kathmandu',
  'Doha',
  'Tokyo',
  'Havana',
  'Suva',
];

/** A table of twelve countries with a column of notes, and whatever a person has done to it. */
async function opened(options: WorldOptions, hands: (sheet: Sheet) => void = () => {}): Promise<World> {
  const rows = COUNTRIES.map((country, i) => [country, i === 3 ? 'n/a' : String(i), 'x']);
  const world = await World.open([['Country', 'Revenue', 'Note'], ...rows], options);
  hands(world.sheet);
  return world;
}

/** Presses, and says OK to whatever else is said. */
function pressEnrich(world: World): void {
  world.press('Enrich all rows', 'YES', 'OK');
}

/** Lets so many minutes pass, with whatever triggers are due. */
function pass(world: World, minutes: number): void {
  world.host.runClock(world.clock.now() + minutes * 60_000);
}

/** What the cells below a heading hold, however they are formatted. */
function held({ sheet }: World, heading: string): unknown[] {
  const at =
    Array.from({ length: sheet.lastColumn }, (_, i) => sheet.peek(1, i + 1)?.value).indexOf(heading) + 1;
  return Array.from({ length: sheet.lastRow - 1 }, (_, i) =>
    at > 0 ? sheet.peek(i + 2, at)?.value : 'no column',
  );
}

/** What the person gets and pays: every answer once. */
function expectAllAnswered(world: World): void {
  expect(held(world, 'capital')).toEqual(CAPITALS);
  expect(held(world, 'Facts status')).toEqual(COUNTRIES.map(() => 'Done'));
  expect(world.linkup.tasks).toHaveLength(COUNTRIES.length);
  expect(receipts(world).map((receipt) => [receipt['Questions asked'], receipt['Rows done']])).toEqual([
    ['12', '12'],
  ]);
  expect(world.host.triggers).toEqual([]);
}

const format = (column: number, name: string) => (sheet: Sheet) => {
  for (let row = 2; row <= 13; row++) sheet.cell(row, column).format = name;
};

const ACCOUNTING = '_("$"* #,##0.00_);_("$"* \\(#,##0.00\\);_("$"* "-"??_);_(@_)';

const LOOKS: readonly (readonly [string, (sheet: Sheet) => void])[] = [
  ['“n/a” in an Accounting column', format(2, ACCOUNTING)],
  ['a format that appends to texts', format(3, '@" Inc."')],
  ['a format that hides', format(3, ';;;')],
  ['a picture in a cell that no question names', (sheet) => sheet.putPicture(5, 3)],
  [
    'Accounting over the whole sheet',
    (sheet) => {
      for (let column = 1; column <= 8; column++) {
        format(column, ACCOUNTING)(sheet);
        sheet.cell(1, column).format = ACCOUNTING;
      }
    },
  ],
];

describe('a sheet that displays otherwise than it holds', () => {
  for (const [name, hands] of LOOKS) {
    fact(`A6 ${name} is asked and answered as any other`, async (edition) => {
      const world = await opened({ edition }, hands);
      world.save({});
      pressEnrich(world);
      world.untilDone();
      expectAllAnswered(world);
    });

    fact(`A6 ${name}, made so in mid-run, costs no answer`, async (edition) => {
      const world = await opened({ edition, linkup: { queueLimit: 5 } });
      world.save({});
      pressEnrich(world);
      hands(world.sheet);
      world.untilDone();
      expectAllAnswered(world);
    });
  }

  it('asks with a text that a format hides', async () => {
    const world = await opened({}, format(1, ';;;'));
    world.save({});
    pressEnrich(world);
    world.untilDone();
    expectAllAnswered(world);
  });

  it('asks with what is displayed, where a format adds to the text', async () => {
    const world = await opened({}, format(1, '@" (country)"'));
    world.save({});
    pressEnrich(world);
    expect(world.linkup.tasks[0]?.sent).toMatchObject({ q: 'What is the capital of Chad (country)?' });
  });

  it('keeps a picture where it is, also one that stands where an answer would go', async () => {
    const world = await opened({});
    world.save({});
    world.sheet.putPicture(2, 4);
    world.sheet.putPicture(3, 3);
    pressEnrich(world);
    world.untilDone();
    expect(world.sheet.peek(2, 4)?.picture).toBeDefined();
    expect(world.sheet.peek(3, 3)?.picture).toBeDefined();
    expect(world.linkup.tasks).toHaveLength(11);
  });

  it('says of a picture in a column of the question that it is none to ask about', async () => {
    const world = await opened({}, (sheet) => sheet.putPicture(4, 1));
    world.save({});
    pressEnrich(world);
    expect(world.host.ui.dialogs.at(-1)?.message).toContain('“Country” holds a picture instead of a text');
    world.untilDone();
    expect(world.linkup.tasks).toHaveLength(11);
  });
});

/** Countries by formulas: each its own, or one for all; and what can be done to them. */
const HANDS = {
  'its own formula': {
    lay: (sheet: Sheet) =>
      COUNTRIES.forEach((country, i) => {
        sheet.type(i + 2, 1, `=Other!A${i + 2}`);
        sheet.setComputed(i + 2, 1, country);
      }),
    unsettle: (sheet: Sheet, state: string) =>
      COUNTRIES.forEach((_, i) => {
        sheet.setComputed(i + 2, 1, state);
      }),
    settle: (sheet: Sheet) =>
      COUNTRIES.forEach((country, i) => {
        sheet.setComputed(i + 2, 1, country);
      }),
  },
  'one array formula below the heading': {
    lay: (sheet: Sheet) => {
      sheet.clear(2, 1, 13, 1);
      sheet.spill(
        2,
        1,
        '=IMPORTRANGE("x", "A2:A13")',
        COUNTRIES.map((country) => [country]),
      );
    },
    unsettle: (sheet: Sheet, state: string) => sheet.unsettle(2, 1, state),
    settle: (sheet: Sheet) => sheet.settle(2, 1),
  },
  'one array formula in the heading itself': {
    lay: (sheet: Sheet) => {
      sheet.clear(1, 1, 13, 1);
      sheet.spill(
        1,
        1,
        '=IMPORTRANGE("x", "A1:A13")',
        ['Country', ...COUNTRIES].map((text) => [text]),
      );
    },
    unsettle: (sheet: Sheet, state: string) => sheet.unsettle(1, 1, state),
    settle: (sheet: Sheet) => sheet.settle(1, 1),
  },
  'the second column of an array formula': {
    lay: (sheet: Sheet) => {
      sheet.insertColumns(1, 1);
      sheet.clear(1, 1, 13, 2);
      const table = [['Region', 'Country'], ...COUNTRIES.map((country) => ['Earth', country])];
      sheet.spill(1, 1, '=IMPORTRANGE("x", "A1:B13")', table);
    },
    unsettle: (sheet: Sheet, state: string) => sheet.unsettle(1, 1, state),
    settle: (sheet: Sheet) => sheet.settle(1, 1),
  },
} as const;

describe('an input that is loading or in error', () => {
  for (const [kind, hands] of Object.entries(HANDS)) {
    for (const state of ['Loading...', '#REF!', '#N/A']) {
      fact(`A7 says nothing about the question: ${state}, ${kind}`, async (edition) => {
        const world = await opened({ edition }, hands.lay);
        world.save({});
        pressEnrich(world);
        hands.unsettle(world.sheet, state);
        pass(world, 3);
        hands.settle(world.sheet);
        world.untilDone();
        expectAllAnswered(world);
      });
    }
  }

  for (const [language, state] of [
    ['de', '#N/A'],
    ['de', 'Loading...'],
    ['fr', '#NAME?'],
    ['fr', 'Loading...'],
  ] as const) {
    fact(`A7 says nothing about the question in the language ${language}: ${state}`, async (edition) => {
      const hands = HANDS['its own formula'];
      const world = await opened({ edition, google: { language } }, hands.lay);
      world.save({});
      pressEnrich(world);
      hands.unsettle(world.sheet, state);
      pass(world, 3);
      hands.settle(world.sheet);
      world.untilDone();
      expectAllAnswered(world);
    });
  }

  it.each([
    '#BUSY!',
    '#FIELD!',
    '#BLOCKED!',
    '#CONNECT!',
    '#UNKNOWN!',
    '#SPILL!',
  ])('may be a newer error: %s', async (state) => {
    const hands = HANDS['its own formula'];
    const world = await opened({}, hands.lay);
    hands.unsettle(world.sheet, state);
    world.save({});
    world.press('Enrich all rows', 'OK');
    expect(world.host.ui.dialogs.at(-1)?.message).toContain('12 rows left out: “Country” shows an error.');
    expect(world.linkup.tasks).toEqual([]);
  });

  fact('A7 lets a row wait that was chosen and cannot be read, until it can', async (edition) => {
    const world = await opened({ edition, linkup: { queueLimit: 5 } }, HANDS['its own formula'].lay);
    world.save({});
    pressEnrich(world);
    world.sheet.setComputed(13, 1, 'Loading...');
    pass(world, 20);
    expect(world.column('Facts status')).toEqual([...COUNTRIES.slice(1).map(() => 'Done'), 'Waiting']);
    world.sheet.setComputed(13, 1, 'Fiji');
    world.untilDone();
    expectAllAnswered(world);
  });

  it('lets a row go, in words, that cannot be read for an hour; it is not billed', async () => {
    const world = await opened({ linkup: { queueLimit: 5 } }, HANDS['its own formula'].lay);
    world.save({});
    pressEnrich(world);
    world.sheet.setComputed(13, 1, '#REF!');
    const pressed = world.clock.now();
    world.untilDone(2);
    expect(world.clock.now() - pressed).toBeGreaterThan(59 * 60_000);
    expect(world.column('Facts status').at(-1)).toContain('Not asked, not billed: a formula in this row');
    expect(world.linkup.tasks).toHaveLength(11);
    expect(receipts(world).map((receipt) => receipt['Questions asked'])).toEqual(['11']);
  });

  it('keeps a run open whose answers were written without seeing the rows, an hour at most', async () => {
    const world = await opened({}, HANDS['its own formula'].lay);
    world.save({});
    pressEnrich(world);
    HANDS['its own formula'].unsettle(world.sheet, '#REF!');
    pass(world, 5);
    expect(world.column('capital')).toEqual(CAPITALS);
    expect(receipts(world)).toEqual([]);
    world.untilDone(2);
    expect(receipts(world)).toHaveLength(1);
  });

  it('is told from an edit once it can be read: what was written on the wrong row goes', async () => {
    const world = await opened({}, HANDS['its own formula'].lay);
    world.save({});
    pressEnrich(world);
    world.sheet.setComputed(2, 1, '#REF!');
    pass(world, 5);
    world.sheet.setComputed(2, 1, 'Spain');
    world.untilDone();
    expect(world.column('Facts status')[0]).toContain('Outdated');
    expect(world.column('capital').slice(1)).toEqual(CAPITALS.slice(1));
  });

  it('costs few triggers while a run waits for it', async () => {
    const world = await opened({}, HANDS['its own formula'].lay);
    world.save({});
    pressEnrich(world);
    HANDS['its own formula'].unsettle(world.sheet, 'Loading...');
    world.untilDone(2);
    expect(world.host.quota.of('owner@example.com').triggerMs).toBeLessThan(3 * 60_000);
  });
});

describe('a text that a person typed', () => {
  it.each([
    '#1',
    '#AI',
    'Loading...',
    'Wait…',
    '#TEAM!',
  ])('is theirs, whatever it looks like: %s', async (text) => {
    const world = await World.open([['Country'], [text], ['Chad']]);
    world.save({});
    pressEnrich(world);
    expect(world.linkup.tasks.map(({ sent }) => sent)).toMatchObject([
      { q: `What is the capital of ${text}?` },
      {},
    ]);
  });
});

describe('a question that changes by itself', () => {
  it.each([
    '=A2&NOW()',
    '=RAND()',
    '=RANDBETWEEN(1; 9)',
  ])('is left out of the offer, in words: %s', async (formula) => {
    const world = await opened({});
    world.sheet.type(2, 1, formula);
    world.sheet.setComputed(2, 1, 'Chad 46351.5');
    world.save({});
    pressEnrich(world);
    expect(world.host.ui.dialogs.at(-1)?.message).toContain('1 row left out: “Country” changes by itself');
    expect(world.linkup.tasks).toHaveLength(11);
  });

  fact('A7 by way of another cell is left out too: it reads otherwise a moment later', async (edition) => {
    const world = await opened({ edition });
    world.sheet.type(2, 1, '=Z1');
    let reads = 0;
    world.host.onServiceCall = ({ method }) => {
      reads += method === 'getDisplayValues' ? 1 : 0;
      world.sheet.setComputed(2, 1, `Chad ${reads}`);
    };
    world.save({});
    pressEnrich(world);
    expect(world.host.ui.dialogs[0]?.message).toContain('1 row left out: “Country” changes by itself');
    expect(world.linkup.tasks).toHaveLength(11);
  });
});

describe('a table as people have it', () => {
  it('is asked about with everything that stands in it', async () => {
    const world = await World.open([
      ['Country', 'Ticked', 'Share', 'Since', 'Long', ...Array.from({ length: 150 }, (_, i) => `c${i}`)],
      ['Chad', '', '', '', 'two\r\nlines'],
      ['', '', '', '', ''],
      ['Caf\u00e9', '', '', '', '😀'],
      ['Cafe\u0301', '', '', '', '=no formula'],
      ['Mali', '', '', '', 'x'],
    ]);
    const { sheet } = world;
    sheet.insertCheckboxes(2, 2, 6, 2);
    Object.assign(sheet.cell(2, 3), { value: 0.256, format: '0%' });
    Object.assign(sheet.cell(5, 3), { value: 1.75, format: '0' });
    Object.assign(sheet.cell(2, 4), { value: new Date(Date.UTC(2026, 0, 5)), format: 'd mmm yyyy' });
    sheet.merge(2, 8, 3, 9);
    world.save({ template: 'What is the capital of {{Country}}, {{Long}}?' });
    pressEnrich(world);
    world.untilDone();
    expect(world.column('Facts status')).toEqual(
      ['Done', '', 'Done · nothing found', 'Done · nothing found', 'Done'].map((text, i) =>
        i === 2 || i === 3 ? expect.any(String) : text,
      ),
    );
    expect(world.linkup.tasks).toHaveLength(4);
    expect(sheet.display(2, 3)).toBe('26%');
    expect(sheet.display(2, 4)).toBe('5 Jan 2026');
    expect(sheet.peek(2, 2)?.value).toBe(false);
  });

  it('asks with the number that is displayed, and notices when another is', async () => {
    const world = await World.open([['Country'], ['x'], ['y']]);
    Object.assign(world.sheet.cell(2, 1), { value: 2.6, format: '0' });
    Object.assign(world.sheet.cell(3, 1), { value: 0.5, format: '0%' });
    world.save({});
    pressEnrich(world);
    expect(world.linkup.tasks.map(({ sent }) => sent)).toMatchObject([
      { q: 'What is the capital of 3?' },
      { q: 'What is the capital of 50%?' },
    ]);
  });
});

describe('Google in another language', () => {
  for (const language of ['fr', 'de'] as const) {
    fact(`A20 rows deleted while they are looked at are no fault: ${language}`, async (edition) => {
      const world = await opened({ edition, google: { language }, linkup: { queueLimit: 5 } });
      world.sheet.deleteRows(14, world.sheet.maxRows - 13);
      world.save({});
      let deleted = false;
      world.host.onServiceCall = ({ method, args }) => {
        const [row, , rows] = method === 'getRange' ? args : [];
        const last = typeof row === 'number' && typeof rows === 'number' ? row + rows - 1 : 0;
        if (deleted || last !== 13 || world.linkup.tasks.length < 5) return;
        deleted = true;
        world.sheet.deleteRows(12, 2);
      };
      pressEnrich(world);
      world.untilDone();
      expect(deleted).toBe(true);
      expect(world.host.executions.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
      expect(world.host.logs.filter(({ level }) => level === 'error')).toEqual([]);
      expect(world.column('capital')).toEqual(CAPITALS.slice(0, 10));
      expect(world.column('Facts status')).toEqual(COUNTRIES.slice(0, 10).map(() => 'Done'));
    });
  }
});

/** A7: an input that is loading or in error says nothing about its question. */

import { describe, expect, it } from 'vitest';
import type { Sheet } from '../../doubles/google/model/sheet';
import { fact } from '../../world/fact';
import { receipts } from '../../world/reading';
import { MENU, SAYS, statusOf } from '../../world/says';
import { begin } from '../../world/sidebar';
import { CAPITALS as ANSWERS, COUNTRIES, expectAllAnswered, opened, pass } from '../../world/twelve-rows';
import type { World } from '../../world/world';

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

/** The inputs go away in mid-run and come back: every row gets its answer. */
function goesOn(
  world: World,
  hands: { unsettle(sheet: Sheet, state: string): void; settle(sheet: Sheet): void },
  state: string,
): void {
  world.save({});
  begin(world);
  hands.unsettle(world.sheet, state);
  pass(world, 3);
  hands.settle(world.sheet);
  world.untilDone();
  expectAllAnswered(world);
}

describe('an input that is loading or in error', () => {
  for (const [kind, hands] of Object.entries(HANDS)) {
    for (const state of kind === 'its own formula'
      ? ['Loading...', '#REF!', '#N/A']
      : ['Loading...', '#REF!']) {
      fact(`A7 says nothing about the question: ${state}, ${kind}`, async (edition) => {
        goesOn(await opened({ edition }, hands.lay), hands, state);
      });
    }
  }

  for (const [language, state] of [
    ['de', '#N/A'],
    ['fr', '#NAME?'],
    ['fr', 'Loading...'],
  ] as const) {
    fact(`A7 says nothing about the question in the language ${language}: ${state}`, async (edition) => {
      const hands = HANDS['its own formula'];
      goesOn(await opened({ edition, google: { language } }, hands.lay), hands, state);
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
    world.press(MENU.all, 'OK');
    expect(world.host.ui.dialogs.at(-1)?.message).toContain('12 rows left out: “Country” shows an error.');
    expect(world.linkup.tasks).toEqual([]);
  });

  it.each([
    ['de', '#REF!', 'error'],
    ['es', '#NAME?', 'error'],
    ['pt', '#N/A', 'error'],
    ['de', 'Loading...', 'loading'],
    ['ar', 'Loading...', 'loading'],
  ] as const)('may stand in one cell that a formula to the left has filled: %s, %s', async (language, state, reason) => {
    const world = await opened({ google: { language } }, (sheet) => {
      sheet.insertColumns(1, 1);
      sheet.clear(1, 1, 13, 2);
      const rows = COUNTRIES.map((country, i) => ['Earth', i === 0 ? state : country]);
      sheet.spill(1, 1, '=IMPORTRANGE("x", "A1:B13")', [['Region', 'Country'], ...rows]);
    });
    world.save({});
    world.press(MENU.all, 'NO');
    const said = world.host.ui.dialogs.at(-1)?.message;
    expect(said).toContain('11 rows to ask');
    expect(said).toMatch(reason === 'error' ? 'shows an error' : 'is still loading');
  });

  fact('A7 lets a row wait that was chosen and cannot be read, until it can', async (edition) => {
    const world = await opened({ edition, linkup: { queueLimit: 5 } }, HANDS['its own formula'].lay);
    world.save({});
    begin(world);
    world.sheet.setComputed(13, 1, 'Loading...');
    pass(world, 20);
    expect(world.column(statusOf('Facts'))).toEqual([
      ...COUNTRIES.slice(1).map(() => SAYS.done),
      SAYS.waiting,
    ]);
    world.sheet.setComputed(13, 1, 'Fiji');
    world.untilDone();
    expectAllAnswered(world);
  });

  it('lets a row go, in words, that cannot be read for an hour; it is not billed', async () => {
    const world = await opened({ linkup: { queueLimit: 5 } }, HANDS['its own formula'].lay);
    world.save({});
    begin(world);
    world.sheet.setComputed(13, 1, '#REF!');
    const pressed = world.clock.now();
    world.untilDone(2);
    expect(world.clock.now() - pressed).toBeGreaterThan(59 * 60_000);
    expect(world.column(statusOf('Facts')).at(-1)).toContain('Not asked, not billed: a formula in this row');
    expect(world.linkup.tasks).toHaveLength(11);
    expect(receipts(world).map((receipt) => receipt['Questions asked'])).toEqual(['11']);
  });

  it('keeps a run open whose answers were written without seeing the rows, an hour at most', async () => {
    const world = await opened({}, HANDS['its own formula'].lay);
    world.save({});
    begin(world);
    HANDS['its own formula'].unsettle(world.sheet, '#REF!');
    pass(world, 5);
    expect(world.column('capital')).toEqual(ANSWERS);
    expect(receipts(world)).toEqual([]);
    world.untilDone(2);
    expect(receipts(world)).toHaveLength(1);
  });

  it('is told from an edit once it can be read: what was written on the wrong row goes', async () => {
    const world = await opened({}, HANDS['its own formula'].lay);
    world.save({});
    begin(world);
    world.sheet.setComputed(2, 1, '#REF!');
    pass(world, 5);
    world.sheet.setComputed(2, 1, 'Spain');
    world.untilDone();
    expect(world.column(statusOf('Facts'))[0]).toContain('Outdated');
    expect(world.column('capital').slice(1)).toEqual(ANSWERS.slice(1));
  });

  it('costs few triggers while a run waits for it', async () => {
    const world = await opened({}, HANDS['its own formula'].lay);
    world.save({});
    begin(world);
    HANDS['its own formula'].unsettle(world.sheet, 'Loading...');
    world.untilDone(2);
    expect(world.host.quota.of('owner@example.com').triggerMs).toBeLessThan(3 * 60_000);
  });
});

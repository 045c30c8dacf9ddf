/** A6: a cell may display something else than it holds: formats, pictures, numbers, dates. */

import { describe, expect, it } from 'vitest';
import type { Sheet } from '../../doubles/google/model/sheet';
import { fact } from '../../world/fact';
import { SAYS, statusOf } from '../../world/says';
import { begin } from '../../world/sidebar';
import { expectAllAnswered, opened, pressEnrich } from '../../world/twelve-rows';
import { World } from '../../world/world';

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
      begin(world);
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
    expect(world.column(statusOf('Facts'))).toEqual(
      [SAYS.done, '', 'Done · nothing found', 'Done · nothing found', SAYS.done].map((text, i) =>
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

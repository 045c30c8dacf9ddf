/**
 * What tables of people have besides: each is handled, which its check shows on one table that has them all, in four locales and time zones;
 * or it is Google's alone, and then the page says before a Save what a person should know.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { notTakenIn } from '../../../src/sidebar/client/model/added';
import { formOf } from '../../../src/sidebar/client/model/form';
import { CAPITAL_DRAFT } from '../../world/drafts';
import { ask, enrich, follow, saved } from '../../world/sidebar';
import { World } from '../../world/world';

/** A locale, with what people type there and what its cells then show. */
const PLACES = [
  { locale: 'en_US', zone: 'America/New_York', typed: ['12.5', '3/5/2026'], shown: ['12.5', '3/5/2026'] },
  {
    locale: 'de_DE',
    zone: 'Europe/Berlin',
    typed: ['12,5', '05.03.2026'],
    shown: ['12,5', '05.03.2026'],
  },
  { locale: 'fr_FR', zone: 'Europe/Paris', typed: ['12,5', '05/03/2026'], shown: ['12,5', '05/03/2026'] },
  { locale: 'ar_EG', zone: 'Africa/Cairo', typed: ['12.5', '05/03/2026'], shown: ['12.5', '05/03/2026'] },
] as const;

const HEADINGS = ['Country', 'Share', 'Since', 'Code', 'Hidden'];
const NAMES = ['Peru', 'Chad', 'Mali'];
const NAME = `It's “2026”!, 100 %`;
const RULE = {
  condition: { type: 'TEXT_CONTAINS', values: ['Peru'] },
  background: '#ff0000',
  fontColor: null,
  bold: null,
};

/** A merged title above frozen headings; a share and a day as people there type them; one array formula; a hidden column; a rule for colours. */
async function tableOf({ locale, zone, typed }: (typeof PLACES)[number]): Promise<World> {
  const world = await World.open([[''], HEADINGS, ...NAMES.map((name) => [name])]);
  const { sheet, host } = world;
  host.spreadsheet.locale = locale;
  host.spreadsheet.timeZone = zone;
  sheet.type(1, 1, 'Countries and their shares');
  sheet.merge(1, 1, 1, 5);
  sheet.frozenRows = 2;
  NAMES.forEach((_, i) => {
    for (const [at, text] of typed.entries()) sheet.type(3 + i, 2 + at, text);
    sheet.type(3 + i, 5, 'h');
  });
  sheet.spill(
    3,
    4,
    '=ARRAYFORMULA(UPPER(A3:A))',
    NAMES.map((name) => [name.toUpperCase()]),
  );
  sheet.hideColumns(5);
  sheet.conditionalRules = [{ ...RULE, ranges: [{ row: 3, column: 1, rows: 3, columns: 1 }] }];
  sheet.rename(NAME);
  return world;
}

interface Stage {
  readonly world: World;
  readonly id: string;
  readonly place: (typeof PLACES)[number];
  /** What the person's own columns showed before the add-on came. */
  readonly before: readonly (readonly string[])[];
  /** All that was done to the shape of the sheet: the method, and the column that it began at. */
  readonly shaped: readonly (readonly [method: string, at: unknown])[];
}

const own = ({ sheet }: World) => sheet.displayRows().map((row) => row.slice(0, 5));
const headings = ({ sheet }: World) => sheet.displayRows()[1] ?? [];
const body = (world: World, heading: string) =>
  world.sheet
    .displayRows()
    .slice(2)
    .map((row) => row[headings(world).indexOf(heading)]);

/** What is there, and what shows that it is handled. */
const HANDLED: Readonly<Record<string, (stage: Stage) => void>> = {
  'comma decimals and d/m/y days are asked as they are shown': ({ world, place }) => {
    const [share, since] = place.shown;
    expect(world.linkup.tasks.map(({ question }) => question)).toEqual(
      NAMES.map((name) => expect.stringContaining(`${name}, ${share}, ${since}, ${name.toUpperCase()}`)),
    );
  },
  'a number is written as a number, and shown as the locale has it': ({ world, place }) => {
    const areas = NAMES.map((_, i) => world.sheet.peek(3 + i, headings(world).indexOf('area') + 1)?.value);
    expect(areas).toEqual([1285216, 1284000, 1240192]);
    expect(body(world, 'area')[0]).toBe('1285216');
    expect(place.shown[0]).toBe(world.sheet.display(3, 2));
  },
  'merged titles above the headings stay, and are no headings': ({ world }) => {
    expect(ask(world, 'start', null).headings).toContain('Country');
    expect(world.sheet.merges).toEqual([{ row: 1, column: 1, rows: 1, columns: 5 }]);
  },
  'an array formula is asked and stays one formula': ({ world }) => {
    expect(world.sheet.peek(3, 4)?.formula).toBe('=ARRAYFORMULA(UPPER(A3:A))');
    expect(world.sheet.peek(4, 4)?.formula).toBeUndefined();
  },
  'the person’s own columns show what they did, hidden ones stay hidden': ({ world, before }) => {
    expect(own(world)).toEqual(before);
    expect(world.sheet.column(5).hidden).toBe(true);
  },
  'conditional formats stay, before ours': ({ world }) => {
    expect(world.sheet.conditionalRules.filter(({ background }) => background === '#ff0000')).toEqual([
      { ...RULE, ranges: [{ row: 3, column: 1, rows: 3, columns: 1 }] },
    ]);
  },
  'a sheet with quotes in its name is told by its id': ({ world }) => {
    expect(ask(world, 'start', null)).toMatchObject({ sheet: NAME, sheetId: world.sheet.id });
  },
  'frozen and grouped columns, named ranges, charts and right-to-left sheets stay: only what is ours is shaped, after all that is theirs':
    ({ world, shaped }) => {
      expect(headings(world).slice(0, 5)).toEqual(HEADINGS);
      expect(world.sheet.frozenRows).toBe(2);
      // The receipts, on a sheet of their own, freeze their headings.
      const ours = [
        'setFrozenRows',
        'setColumnWidth',
        'setColumnWidths',
        'hideColumns',
        'insertColumnsAfter',
      ];
      expect(
        shaped.filter(
          ([method, at]) => !ours.includes(method) || (method !== 'setFrozenRows' && Number(at) <= 5),
        ),
      ).toEqual([]);
      expect(shaped.map(([method]) => method)).toContain('hideColumns');
    },
};

/** Methods of a sheet that change where its columns and rows are, or how they are shown. */
const SHAPES =
  /^(set(ColumnWidths?|RightToLeft|Frozen\w+|ColumnGroup\w+|HiddenGridlines)|(insert|move|delete|hide|show|unhide|autoResize|group|shift)\w*(Row|Column)\w*|\w*(NamedRange|Chart)s?)$/;

describe.each(PLACES)('a table in $locale', (place) => {
  let stage: Stage;
  beforeAll(async () => {
    const world = await tableOf(place);
    const before = own(world);
    const template = 'Capital of {{Country}}, {{Share}}, {{Since}}, {{Code}}?';
    const fields = [
      { name: 'capital', kind: 'text' },
      { name: 'area', kind: 'number' },
    ] as const;
    const shaped: [string, unknown][] = [];
    world.host.onServiceCall = ({ service, method, args }) => {
      if (service === 'Sheet' && SHAPES.test(method)) shaped.push([method, args[0]]);
    };
    const id = saved(world, { ...CAPITAL_DRAFT, template, fields });
    enrich(world, id);
    follow(world, id);
    stage = { world, id, place, before, shaped };
  });

  it.each(Object.keys(HANDLED))('%s', (what) => HANDLED[what]?.(stage));
});

/** What is Google's alone, and takes in no column beside it. The browser's states show where it is said. */
const SAID = ['Table', 'chart', 'named range'];

describe('what no add-on can widen', () => {
  it.each(SAID)('a %s is named by the page above Save, where that adds columns', (what) => {
    const form = formOf({ ...CAPITAL_DRAFT, id: '' });
    expect(notTakenIn(form, undefined)).toMatch(
      new RegExp(`^A .*\\b${what}\\b.* of yours does not take in the new columns\\.$`),
    );
  });
});

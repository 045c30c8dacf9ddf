/** Sheets that are formatted as plain text or full of rules: columns of ours begin with neither, and a cell that refuses an answer is named. */
import { describe, expect, it } from 'vitest';
import type { Field } from '../../../src/enrichment/definition';
import type { Validation } from '../../doubles/google/model/cell';
import { rectOf } from '../../doubles/google/model/geometry';
import { worldKnowledge } from '../../doubles/linkup/knowledge/countries';
import { withTopics } from '../../doubles/linkup/knowledge/knowledge';
import { truth } from '../../world/countries';
import { CAPITAL_DRAFT } from '../../world/drafts';
import { HALF_FILLED, halfFilled } from '../../world/half-filled';
import { statusOf } from '../../world/says';
import { ask, enrich, follow, revisionOf, saved, toFill, withFacts } from '../../world/sidebar';
import { World, type WorldOptions } from '../../world/world';

/** A dropdown that takes nothing but its choices. */
function dropdown(...choices: string[]): Validation {
  return {
    kind: 'VALUE_IN_LIST',
    rejects: true,
    values: [choices, true],
    allows: (value) => choices.includes(String(value)),
  };
}

/** A formula of a person's, of which scripts learn nothing. */
const nothingButDashes: Validation = {
  kind: 'CUSTOM_FORMULA',
  rejects: true,
  allows: (value) => value === '–',
};

const TABLE = [['Country'], ['Peru'], ['Chad']];

const CAPITAL_AND_AREA: readonly Field[] = [
  { name: 'capital', kind: 'text' },
  { name: 'area', kind: 'number' },
];

/** What a sheet is like before the Save. */
type Dress = (world: World) => void;

const asPlainText: Dress = ({ sheet }) => {
  for (let row = 1; row <= sheet.maxRows; row++)
    for (let column = 1; column <= sheet.maxColumns; column++) sheet.cell(row, column).format = '@';
};
const fullOfRules: Dress = ({ sheet }) =>
  sheet.validate(1, 1, sheet.maxRows, sheet.maxColumns, dropdown('Peru', 'Chad'));

describe('columns of ours', () => {
  it.each<[string, Dress, NonNullable<WorldOptions['google']>]>([
    [
      'plain text, without apostrophes',
      asPlainText,
      { plainTextDropsApostrophe: true, plainTextKeepsNumbers: false },
    ],
    ['plain text that keeps apostrophes', asPlainText, { plainTextDropsApostrophe: false }],
    ['a dropdown in every cell', fullOfRules, { validationThrows: 'flush' }],
  ])('are written like anywhere where the sheet is %s', async (_, dress, google) => {
    const world = await World.open(TABLE, { google });
    dress(world);
    const id = saved(world);
    enrich(world, id);
    follow(world, id);
    expect(world.column(statusOf('Facts'))).toEqual(['Done', 'Done']);
    expect(world.sheet.peek(2, 2)).toMatchObject({ value: 'Lima', format: '' });
    expect(world.sheet.peek(2, 3)).toMatchObject({ value: 1285216, format: '' });
  });
});

describe('a person’s own columns of format @', () => {
  const HOSTILE = '=IMPORTXML("https://evil.example/")';
  const SOURCE = { name: 'A page', url: 'https://page.example', content: 'text' };
  const facts = [
    { key: 'capital', value: HOSTILE, sentence: 'It is not' },
    { key: 'currency', value: '007', sentence: 'It has one' },
  ];
  const knowledge = withTopics(worldKnowledge(), [{ name: 'Oz', facts, sources: [SOURCE], images: [] }]);

  it.each([
    true,
    false,
  ])('show answers as they are, whether the apostrophe of a text is taken off there: %s', async (isOff) => {
    const table = [...HALF_FILLED, ['Oz', '', '', 'e']];
    const google = { plainTextDropsApostrophe: isOff, plainTextKeepsEquals: false };
    const { world, id } = await halfFilled({ google, knowledge }, {}, table);
    for (let row = 2; row <= 6; row++) for (const at of [2, 3]) world.sheet.cell(row, at).format = '@';
    enrich(world, id);
    follow(world, id);
    expect(world.column('Capital')).toEqual(['Lima', 'My capital', 'Bamako!', 'Tokyo', HOSTILE]);
    expect(world.column('Money').slice(3)).toEqual(['Yen!', '007']);
    expect(world.sheet.peek(6, 2)).not.toHaveProperty('formula');
    // Theirs is what was typed, and nothing else.
    expect(ask(world, 'offer', toFill(world, id)).skipped).toEqual([
      { reason: 'answered already', rows: 4 },
      { reason: 'filled by hand', rows: 1 },
    ]);
  });
});

it.each([
  true,
  false,
])('a sheet that is of format @ altogether is answered, whether the apostrophe of a text is taken off there: %s', async (isOff) => {
  const google = { plainTextDropsApostrophe: isOff };
  const { world, id } = await withFacts(4, { google }, { ...CAPITAL_DRAFT, sources: true });
  for (let row = 1; row <= 5; row++) for (let at = 1; at <= 8; at++) world.sheet.cell(row, at).format = '@';
  enrich(world, id);
  expect(follow(world, id)).toMatchObject([{ state: 'ended', counts: { done: 4 } }]);
  expect(world.column('capital')).toEqual(['Oranjestad', 'Kabul', 'Luanda', 'The Valley']);
  expect(world.column(statusOf('Facts'))).toEqual(Array(4).fill('Done'));
  expect(ask(world, 'offer', toFill(world, id)).skipped).toEqual([{ reason: 'answered already', rows: 4 }]);
});

describe('a dropdown that rejects', () => {
  it('in a column of answers is named by the rows that it refuses, and takes from all others what it allows', async () => {
    const { world, id } = await withFacts(8, {}, CAPITAL_DRAFT);
    const capitals = world.column('Country').map((country) => truth(country).capital ?? '');
    const allowed = capitals.filter((_, i) => i >= 5);
    world.sheet.validate(2, 2, 9, 2, dropdown(...allowed));
    enrich(world, id);
    follow(world, id);
    expect(world.column('capital')).toEqual(['', '', '', '', '', ...allowed]);
    expect(world.column(statusOf('Facts'))).toEqual(
      capitals.map((capital, i) => (i < 5 ? `Done · check: B${i + 2} does not take “${capital}”` : 'Done')),
    );
    expect(world.linkup.bill.entries).toHaveLength(8);
  });

  it('that refuses the new answer of a row which is asked again leaves it what it had, as an answer', async () => {
    const { world, id } = await withFacts(2, {}, { ...CAPITAL_DRAFT, fields: CAPITAL_AND_AREA });
    enrich(world, id);
    follow(world, id);
    const [before] = world.column('capital');
    world.sheet.validate(2, 2, 3, 2, dropdown('Lima'));
    world.host.spreadsheet.select(world.sheet, rectOf(2, 1, 2, 1));
    const { row, question, since, price } = ask(world, 'aboutRow', { id });
    ask(world, 'askAgain', { id, revision: revisionOf(world, id), row, question, since, total: price ?? 0 });
    follow(world, id);
    expect(world.column('capital')[0]).toBe(before);
    expect(world.linkup.bill.entries).toHaveLength(3);
    expect(ask(world, 'aboutRow', { id })).toMatchObject({ standing: 'answered', status: 'Done' });
  });

  it('in a person’s own column costs nobody else a cell, nor the cell beside it', async () => {
    const { world, id } = await halfFilled();
    world.sheet.validate(2, 2, 5, 2, dropdown('Lima', 'Rome'));
    enrich(world, id);
    follow(world, id);
    expect(world.column('Capital')).toEqual(['Lima', 'My capital', 'Bamako!', '']);
    expect(world.column('Money').slice(0, 2).map(Boolean)).toEqual([true, true]);
    expect(world.column(statusOf('Facts'))[3]).toBe('Done · check: B5 does not take “Tokyo”');
  });

  it('on all of a sheet that is set up already stops neither copies nor questions', async () => {
    const { world, id } = await withFacts([...TABLE, ['Peru'], ['Mali']], {}, CAPITAL_DRAFT);
    world.host.spreadsheet.select(world.sheet, rectOf(2, 1, 2, 1));
    enrich(world, id, { scope: 'selected' });
    follow(world, id);
    world.sheet.type(4, 1, 'Peru');
    world.sheet.type(4, 2, '');
    fullOfRules(world);
    enrich(world, id);
    follow(world, id);
    const status = world.column(statusOf('Facts'));
    expect(status[1]).toBe("Done · check: B3 does not take “N'Djamena”");
    expect(status.every((text) => text.startsWith('Done'))).toBe(true);
  });
});

describe('a rule that nobody can read', () => {
  it.each([
    ['in one of them', [3], ['Lima', '', 'Lima', 'Lima', "N'Djamena"]],
    ['in four of them', [2, 3, 4, 5], ['', '', '', '', "N'Djamena"]],
  ])('on rows that ask the same costs none but those that it refuses (%s)', async (_, refusing, expected) => {
    const rows = [...Array<string[]>(4).fill(['Peru']), ['Chad']];
    const { world, id } = await withFacts([['Country'], ...rows], {}, CAPITAL_DRAFT);
    for (const row of refusing) world.sheet.validate(row, 2, row, 2, nothingButDashes);
    enrich(world, id);
    follow(world, id);
    expect(world.column('capital')).toEqual(expected);
    const named = world.column(statusOf('Facts')).map((text) => text.match(/[A-Z]\d/)?.[0] ?? text);
    expect(named).toEqual(expected.map((text, i) => (text === '' ? `B${i + 2}` : 'Done')));
    expect(world.linkup.bill.entries).toHaveLength(2);
  });

  it('costs no other row the copy of an answer', async () => {
    const { world, id } = await withFacts(TABLE, {}, CAPITAL_DRAFT);
    enrich(world, id);
    follow(world, id);
    for (const row of [4, 5]) world.sheet.type(row, 1, 'Peru');
    world.sheet.validate(4, 2, 4, 2, nothingButDashes);
    enrich(world, id);
    follow(world, id);
    expect(world.column('capital')).toEqual(['Lima', "N'Djamena", '', 'Lima']);
    expect(world.linkup.bill.entries).toHaveLength(2);
  });
});

/** Settings that make no sense: refused in a sentence, with the sheet as it was and nothing asked. */

import { describe, expect, it } from 'vitest';
import { refusal } from '../../world/reading';
import { refusedSave } from '../../world/refused-save';
import { MENU } from '../../world/says';
import { ask, enrich, follow, withFacts } from '../../world/sidebar';
import { World } from '../../world/world';

type Draft = Parameters<World['save']>[0];

const TABLE = [
  ['Country', 'Capital', 'Capital', ''],
  ['Peru', '', '', ''],
  ['Chad', '', '', ''],
];

describe('a question', () => {
  it.each([
    [
      'with a column that is not there',
      'Capital of {{Land}}?',
      'There is no column “Land” in this table. Change the question, or name a column so.',
    ],
    [
      'with a column that is there twice',
      'Is {{Capital}} big?',
      'The question could mean several columns: “Capital” may be “Capital” in column B or “Capital” in column C. Give them names that differ in more than capitals and spaces, so that it is clear which one is meant.',
    ],
    [
      'that is empty',
      '',
      'The question is empty. Write what to ask, with a column’s name in double braces, such as {{Company}}.',
    ],
    [
      'of spaces',
      '  \n ',
      'The question is empty. Write what to ask, with a column’s name in double braces, such as {{Company}}.',
    ],
    [
      'that names no column',
      'What is the capital?',
      'The question names no column, so every row would ask the same. Put a column’s name in double braces, such as {{Company}}.',
    ],
    [
      'with braces that never close',
      'Capital of {{Country?',
      'The question has “{{” without “}}” at “{{Country?”. Close the braces round the column’s name.',
    ],
  ])('%s is refused', async (_, template, sentence) => {
    expect(await refusedSave(TABLE, { template })).toBe(sentence);
  });

  it('with empty braces says that a name is missing', async () => {
    const sentence = await refusedSave(TABLE, { template: 'Capital of {{ }}?' });
    expect(sentence).not.toContain('“”');
    expect(sentence).toMatch(/name/);
  });

  it.each([
    ['in an empty sheet', []],
    [
      'in a sheet without headings',
      [
        ['', ''],
        ['Peru', ''],
      ],
    ],
  ])('%s is told where headings belong', async (_, table) => {
    expect(await refusedSave(table, {})).toBe(
      'There are no column names. Put them into row 1, or into the last row that is frozen, so that a question can use them.',
    );
  });

  it('may name a column beside nameless and doubled ones', async () => {
    const world = await World.open(TABLE);
    world.save({ template: 'Capital of {{country}}?', fields: [{ name: 'capital city', kind: 'text' }] });
    world.press(MENU.all, 'YES');
    world.untilDone();
    expect(world.column('capital city')).toEqual(['Lima', "N'Djamena"]);
    expect(world.column('Capital')).toEqual(['', '']);
  });
});

/** A document with a sheet of receipts. */
async function withReceipts() {
  const { world, id } = await withFacts([['Country'], ['Peru']]);
  enrich(world, id);
  follow(world, id);
  return { world, sheet: world.host.spreadsheet.sheet('Linkup runs') };
}

describe('the sheet of receipts', () => {
  it.each([
    ['as it is', 'Linkup runs'],
    ['renamed, or copied', 'What it cost'],
  ])('takes no enrichment, %s', async (_, name) => {
    const { world, sheet } = await withReceipts();
    sheet.name = name;
    world.host.spreadsheet.select(sheet);
    expect(ask(world, 'start', null)).toMatchObject({ isReceipts: true, enrichments: [] });
    const said = refusal(() => world.save({ template: 'Of {{By}}?' }));
    expect(said).toContain(`The sheet “${name}” holds the receipts of your runs`);
  });

  it('before the first run is whatever has its name', async () => {
    const world = await World.open(TABLE);
    world.sheet.name = 'Linkup runs';
    expect(ask(world, 'start', null)).toMatchObject({ isReceipts: true });
    expect(refusal(() => world.save({}))).toContain('holds the receipts of your runs');
  });

  it('is none for its neighbours: not the table itself, nor one that only shares a heading', async () => {
    const world = await World.open([
      ['Started (UTC)', 'By'],
      ['x', 'y'],
    ]);
    world.sheet.hidden = true;
    expect(ask(world, 'start', null)).toMatchObject({ isReceipts: false });
    expect(() => world.save({ template: 'Of {{By}}?' })).not.toThrow();
  });
});

describe('a schema', () => {
  it.each([
    ['a list', '[1, 2]', 'its root is not an object'],
    ['a text', '"capital"', 'its root is not an object'],
    ['null', 'null', 'its root is not an object'],
    ['for an array', '{"type":"array","items":{}}', 'its root is not an object'],
    ['without properties', '{"type":"object"}', 'it names no properties'],
    ['with a list of properties', '{"type":"object","properties":["capital"]}', 'it names no properties'],
    ['that is no JSON', '{type: object}', 'it is not valid JSON'],
  ])('that is %s is refused', async (_, schema, why) => {
    expect(await refusedSave(TABLE, { fields: [], schema })).toBe(
      `The schema cannot be used: ${why}. It must be a JSON Schema whose root has "type": "object" and "properties".`,
    );
  });
});

describe('fields and options', () => {
  const cases: [string, Draft, string][] = [
    [
      'no fields',
      { fields: [] },
      'No fields are named. Add at least one field to fill, or choose one answer instead.',
    ],
    [
      'a nameless field',
      { fields: [{ name: ' ', kind: 'text' }] },
      'The field without a name cannot be filled. Give every field a name of its own.',
    ],
    [
      'a doubled field',
      {
        fields: [
          { name: 'a b', kind: 'text' },
          { name: 'A-b', kind: 'number' },
        ],
      },
      'The field “A-b” is named twice. Give every field a name of its own.',
    ],
    ['no name', { name: ' ' }, 'The enrichment has no name. Change it here.'],
    [
      'a domain that is none',
      { options: { depth: 'fast', includeDomains: ['not a domain'] } },
      '“not a domain” is not a domain such as example.com. Change it here.',
    ],
    [
      'dates in the wrong order',
      { options: { depth: 'fast', fromDate: '2026-02-01', toDate: '2026-01-01' } },
      'The from date is later than the to date. Change it here.',
    ],
    [
      'a date that is none',
      { options: { depth: 'fast', fromDate: '2026-02-30' } },
      'The from date “2026-02-30” is not a date such as 2026-01-31. Change it here.',
    ],
    [
      'half a result',
      { options: { depth: 'fast', maxResults: 0.5 } },
      'The number of results must be a whole number from 1. Change it here.',
    ],
  ];

  it.each(cases)('with %s are refused', async (_, draft, sentence) => {
    expect(await refusedSave(TABLE, draft)).toBe(sentence);
  });

  it('that cannot be read are refused without technical terms', async () => {
    const sentence = await refusedSave(TABLE, { options: { depth: 'bottomless' } });
    expect(sentence).toMatch(/Set it up anew here, where this one can be deleted\.$/);
  });
});

/** Headings that differ in what nobody sees: a name means the one that is written so, or else the one that looks so; where two of them do, that is said and nothing is asked. */
import { expect, it } from 'vitest';
import { replyTo } from '../../world/reading';
import { refusedSave } from '../../world/refused-save';
import { ask, enrich, follow, saved, toFill, withFacts } from '../../world/sidebar';
import type { World } from '../../world/world';

const TABLE = [
  ['Country', 'Country '],
  ['Peru', 'Chad'],
  ['Mali', 'Fiji'],
];

/** What Linkup was asked. */
const asked = ({ linkup }: World): string[] => linkup.tasks.map(({ question }) => question);

it('“Country” and “Country ” are each asked by their own name, as the preview has it', async () => {
  const { world, id } = await withFacts(TABLE, {}, { template: 'Capital of {{Country}}' });
  const fields = [{ name: 'town', kind: 'text' }] as const;
  const other = saved(world, { name: 'Other', template: 'Town in {{Country }}', fields });
  expect(ask(world, 'start', null).sample).toMatchObject({ Country: 'Peru', 'Country ': 'Chad' });
  for (const each of [id, other]) {
    enrich(world, each);
    follow(world, each);
  }
  expect(asked(world)).toEqual(['Capital of Peru', 'Capital of Mali', 'Town in Chad', 'Town in Fiji']);
});

it('a name that is written like neither of them is refused at Save, with where both are', async () => {
  expect(await refusedSave(TABLE, { template: 'Capital of {{country}}' })).toContain(
    '“country” may be “Country” in column A or “Country ” in column B',
  );
});

it('double and no-break spaces and breaks of lines in headings are the spaces that one sees', async () => {
  const table = [
    ['Name  of country', 'Home\u00a0region', 'Last\nyear'],
    ['Peru', 'Andes', '2025'],
  ];
  const template = 'Capital of {{Name of country}}, {{home region}}, {{Last year}}';
  const { world, id } = await withFacts(table, {}, { template });
  enrich(world, id);
  follow(world, id);
  expect(asked(world)).toEqual(['Capital of Peru, Andes, 2025']);
  expect(world.sheet.displayRows()[0]?.slice(0, 3)).toEqual(table[0]);
});

it('a heading that comes to look like the one asked is said at the offer, before anything is paid, until one is written as asked', async () => {
  const table = [['Home\ncountry', 'Note'], ['Peru']];
  const { world, id } = await withFacts(table, {}, { template: 'Capital of {{Home country}}' });
  world.sheet.type(1, 2, 'Home\u00a0country');
  expect(replyTo(world, 'offer', toFill(world, id))).toMatchObject({
    code: 'ambiguous-column',
    sentence: expect.stringMatching(
      /“Home country” may be “Home\scountry” in column A or “Home\scountry” in column B/,
    ),
  });
  world.sheet.type(1, 1, 'Home country');
  expect(ask(world, 'offer', toFill(world, id)).rows).toBe(1);
  expect(world.linkup.tasks).toEqual([]);
});

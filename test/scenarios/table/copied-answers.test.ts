/** Rows that ask the same share an answer: it is copied only from cells that the machine wrote, and that nobody has changed since. */
import { expect, it } from 'vitest';
import { truth } from '../../world/countries';
import { CAPITAL_DRAFT } from '../../world/drafts';
import { enrich, follow, withFacts } from '../../world/sidebar';

const FIELDS = [
  { name: 'capital', kind: 'text' },
  { name: 'currency', kind: 'text' },
] as const;

/** What a person does to row 2, whose answer stands in C and D, and what the like row below has then asked. */
const HANDS = [
  { what: 'nothing', at: [], billed: 1 },
  { what: 'typed over one of its cells', at: [[3, 'Cuzco']], billed: 2 },
  {
    what: 'emptied one of its cells and typed into the other',
    at: [
      [3, ''],
      [4, 'inti'],
    ],
    billed: 2,
  },
  { what: 'made a formula of one of its cells', at: [[3, '="Li"&"ma!"']], billed: 2 },
] as const;

it.each(HANDS)('a row whose like was answered, and somebody did this to that: $what', async ({
  at,
  billed,
}) => {
  const { world, id } = await withFacts(
    [
      ['Country', 'No'],
      ['Peru', '1'],
    ],
    {},
    { ...CAPITAL_DRAFT, fields: FIELDS },
  );
  enrich(world, id);
  follow(world, id);
  for (const [column, text] of at) world.sheet.type(2, column, text);
  const kept = [3, 4].map((column) => world.sheet.display(2, column));
  world.sheet.type(3, 1, 'Peru');
  enrich(world, id);
  world.untilDone();
  const { capital, currency } = truth('Peru');
  expect([3, 4].map((column) => world.sheet.display(3, column))).toEqual([capital, currency]);
  const typed = at.filter(([column, text]) => column < 5 && text !== '').map(([column]) => column);
  for (const column of typed) expect(world.sheet.display(2, column)).toBe(kept[column - 3]);
  expect(world.linkup.bill.entries).toHaveLength(billed);
});

it('a cell that was typed before the answer came is nobody else’s answer', async () => {
  const { world, id } = await withFacts(
    [
      ['Country', 'No'],
      ['Peru', '1'],
    ],
    {},
    { ...CAPITAL_DRAFT, fields: FIELDS },
  );
  enrich(world, id);
  world.sheet.type(2, 3, 'Cuzco');
  follow(world, id);
  expect(world.sheet.display(2, 3)).toBe('Cuzco');
  world.sheet.type(3, 1, 'Peru');
  enrich(world, id);
  world.untilDone();
  expect(world.column('capital')).toEqual(['Cuzco', 'Lima']);
});

/** Kinds of field beyond text and number, from the saved enrichment to typed, formatted cells; what cannot be typed is marked. */
import { describe, expect, it } from 'vitest';
import { type Topic, withTopics, worldKnowledge } from '../../doubles/linkup';
import { openWithLinkup } from '../../world/reading';
import { MENU, statusOf } from '../../world/says';
import { ask, enrich, follow, saved } from '../../world/sidebar';

const FIELDS = [
  { name: 'Size', kind: 'choice', choices: ['small', 'large'] },
  { name: 'Staff', kind: 'whole number' },
  { name: 'Revenue', kind: 'money', currency: 'USD' },
  { name: 'Margin', kind: 'percent' },
  { name: 'Site', kind: 'link' },
  { name: 'Phone', kind: 'phone' },
] as const;

function company(name: string, facts: Readonly<Record<string, string | number>>): Topic {
  const known = Object.entries(facts).map(([key, value]) => ({ key, value, sentence: `${key}: ${value}` }));
  const source = { name, url: `https://${name.toLowerCase()}.example/`, content: name };
  return { name, facts: known, sources: [source], images: [] };
}

const ACME = { Size: 'Large', Staff: 1200, Revenue: '$5M', Margin: '12,5 %', Site: 'https://acme.example' };
const COMPANIES = [
  company('Acme', { ...ACME, Phone: '+41 44 123 45 67' }),
  company('Bolt', { Size: 'huge', Revenue: '€5M', Margin: 'thin', Phone: 'none listed' }),
];

describe('fields of other kinds', () => {
  it('are typed and formatted as such; what they cannot hold stays text, and Status says what to check', async () => {
    const knowledge = withTopics(worldKnowledge(), COMPANIES);
    const { world } = await openWithLinkup([['Company'], ['Acme'], ['Bolt']], { knowledge });
    const draft = { name: 'It', shape: 'fields', template: 'About {{Company}}', fields: FIELDS } as const;
    const id = saved(world, draft);
    world.press(MENU.all, 'YES');
    world.untilDone();
    const [, acme = [], bolt = []] = world.sheet.displayRows();
    expect(acme.slice(1, 7)).toEqual([
      ...['large', '1200', '$5,000,000.00', '12.5%'],
      ...['https://acme.example', '+41 44 123 45 67'],
    ]);
    expect([3, 4, 5].map((column) => world.sheet.peek(2, column)?.value)).toEqual([1200, 5_000_000, 0.125]);
    expect(bolt.slice(1, 7)).toEqual(['', '', '€5M', 'thin', '', 'none listed']);
    expect(world.column(statusOf('It'))).toEqual([
      'Done',
      'Done · check: Revenue is no amount in USD; Margin is no percentage; Phone is no phone number; nothing for Size, Staff and 1 more',
    ]);
    // The dropdown takes what is none of its choices, and follows them.
    const rule = (): unknown => world.sheet.peek(9, 2)?.validation;
    expect(rule()).toMatchObject({ values: [['small', 'large'], true], rejects: false });
    const [size, ...others] = FIELDS;
    world.save({ ...draft, id, fields: [{ ...size, choices: ['small', 'huge'] }, ...others] });
    expect(rule()).toMatchObject({ values: [['small', 'huge'], true], rejects: false });
    world.save({ ...draft, id, fields: [{ name: 'Size', kind: 'text' }, ...others] });
    expect(rule()).toBeUndefined();
  });

  it('that are numbers show as percentages what came in percent, and only as long as that stands there', async () => {
    const knowledge = withTopics(worldKnowledge(), [
      company('Acme', { Growth: '12,5 %' }),
      company('Bolt', { Growth: 1234 }),
    ]);
    const { world } = await openWithLinkup([['Company'], ['Acme'], ['Bolt'], ['Acme']], { knowledge });
    const fields = [{ name: 'Growth', kind: 'number' }] as const;
    const id = saved(world, { name: 'It', shape: 'fields', template: 'About {{Company}}', fields });
    const growth = (): unknown[] => [
      world.column('Growth'),
      [2, 3, 4].map((row) => world.sheet.peek(row, 2)?.value),
    ];
    enrich(world, id);
    follow(world, id);
    expect(growth()).toEqual([
      ['12.5%', '1234', '12.5%'],
      [0.125, 1234, 0.125],
    ]);
    // Copied as it is.
    world.sheet.type(5, 1, 'Acme');
    world.sheet.type(2, 1, 'Bolt');
    enrich(world, id);
    follow(world, id);
    expect(world.column('Growth')).toEqual(['1234', '1234', '12.5%', '12.5%']);
    world.sheet.type(4, 1, 'Bolt');
    enrich(world, id, { scope: 'all', overwrite: true });
    const { run } = ask(world, 'progress', { id }) ?? { run: '' };
    follow(world, id);
    ask(world, 'undo', { id, run });
    expect(world.column('Growth')).toEqual(['', '', '', '']);
    expect([2, 3, 4, 5].map((row) => world.sheet.peek(row, 2)?.format)).toEqual(['', '', '', '']);
  });
});

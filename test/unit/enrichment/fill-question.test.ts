/** What is asked to fill columns that wait for it: made of headings that nobody has seen before. */
import { describe, expect, it } from 'vitest';
import { asField, type EmptyColumn } from '../../../src/enrichment/empty-columns';
import { askedColumn, fieldsFilling, fillQuestion } from '../../../src/enrichment/fill-question';

const columns = (...headings: string[]): EmptyColumn[] =>
  headings.map((heading, i) => ({ heading, at: i + 2, kind: 'text', choices: [] }));

describe('the question', () => {
  it.each([
    ['Founded', 'Founded'],
    ['Headquartered in', 'Headquartered in'],
    ['Listed', 'Listed'],
    ['Listed?', 'Listed (yes or no)'],
    ['Currency used', 'Currency used'],
    ['Employees (2024)', 'Employees (2024)'],
    ['# of offices', 'Number of offices'],
    ['#employees', 'Number of employees'],
    ['No. of sites', 'Number of sites'],
    ['HQ', 'HQ'],
    ['CEO', 'CEO'],
    ['Website?', 'Website'],
    ['Last funding round', 'Last funding round'],
    ['Is it listed?', 'Is it listed (yes or no)'],
    ['Has API', 'Has API (yes or no)'],
    ['Are there offices abroad?', 'Are there offices abroad (yes or no)'],
    ['Whether profitable', 'Whether profitable'],
    ['Who leads it?', 'Who leads it'],
    ['How many sites?', 'How many sites'],
    ['The plot: ', 'The plot'],
    ['Its  owner*', 'Its owner'],
    ['Opening\nnight', 'Opening night'],
    ['{{Rating}}', 'Rating'],
    ['Ünlü kişi', 'Ünlü kişi'],
    ['監督', '監督'],
    ['E-mail', 'E-mail'],
    ['GDP (USD)', 'GDP (USD)'],
    ['Nokia phones sold', 'Nokia phones sold'],
    ['Parent company;', 'Parent company'],
  ])('asks for “%s” in words that read as English', (heading, words) => {
    const column = asField({ heading, at: 2, texts: [] }, { format: '' });
    expect(fillQuestion('Company', [column])).toBe(`Find the following about {{Company}}: ${words}.`);
  });

  it('lists several, each as it is called, and asks for yes or no where that comes back', () => {
    expect(fillQuestion('Film', columns('Year', 'Country, or countries'))).toBe(
      'Find the following about {{Film}}: Year; Country, or countries.',
    );
    const [column] = columns('Public');
    expect(fillQuestion('Film', [{ ...column, kind: 'yes/no' } as EmptyColumn])).toBe(
      'Find the following about {{Film}}: Public (yes or no).',
    );
  });

  it('asks by the first column that is not empty, names rows and can be named', () => {
    expect(askedColumn(['Film', 'Year'], columns('Year'))).toBe('Film');
    expect(askedColumn(['Year', 'Film'], columns('Year'))).toBe('Film');
    expect(askedColumn(['No.', '#', 'Film', 'Studio'], [])).toBe('Film');
    expect(askedColumn(['a}b', 'Note', 'Note', ' ', 'Film'], [])).toBe('Film');
    expect(askedColumn(['ID', 'Year'], columns('Year'))).toBe('ID');
    expect(askedColumn(['Year'], columns('Year'))).toBeUndefined();
  });
});

describe('the fields', () => {
  it('are called as their columns, of their kind, with what a dropdown offers', () => {
    const choices = ['small, cheap', 'large'];
    const column: EmptyColumn = { heading: 'Size', at: 3, kind: 'choice', choices };
    expect(fieldsFilling([column], [])).toEqual([
      { name: 'Size', kind: 'choice', choices, fills: { heading: 'Size', at: 3 } },
    ]);
    expect(fieldsFilling(columns('Note'), [])[0]).not.toHaveProperty('choices');
  });

  it('can be told apart, and have a name that a field can have', () => {
    const headings = ['Price (€)', 'Price ($)', '###', 'Opening\nnight', 'x'.repeat(80), 'Note', 'Note'];
    expect(fieldsFilling(columns(...headings), ['Note']).map(({ name }) => name)).toEqual([
      'Price (€)',
      'Price ($) 2',
      'Column D',
      'Opening night',
      'x'.repeat(60),
      'Note 2',
      'Note 3',
    ]);
  });
});

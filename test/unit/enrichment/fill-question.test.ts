/** What is asked to fill columns that wait for it: made of headings that nobody has seen before. */
import { describe, expect, it } from 'vitest';
import type { EmptyColumn } from '../../../src/enrichment/empty-columns';
import { askedColumn, fieldsFilling, fillQuestion } from '../../../src/enrichment/fill-question';

const columns = (...headings: string[]): EmptyColumn[] =>
  headings.map((heading, i) => ({ heading, at: i + 2, kind: 'text', choices: [] }));

describe('the question', () => {
  it.each([
    [['Year', 'Country'], 'the year, the country'],
    [['CEO', 'GDP (USD)', 'E-mail'], 'the CEO, the GDP (USD), the e-mail'],
    [
      ['Is it listed?', 'Has API', 'Can be rented'],
      'whether it is listed, whether it has API, whether it can be rented',
    ],
    [['The plot: ', 'Its  director', 'Opening\nnight'], 'the plot, its director, the opening night'],
    [['{{Rating}}', 'Ünlü kişi', '監督'], 'the rating, the ünlü kişi, the 監督'],
  ])('asks for %j', (headings, list) => {
    expect(fillQuestion('Film', columns(...headings))).toBe(`For {{Film}}: ${list}.`);
  });

  it('asks whether, where yes or no comes back', () => {
    const [column] = columns('Public');
    expect(fillQuestion('Film', [{ ...column, kind: 'yes/no' } as EmptyColumn])).toBe(
      'For {{Film}}: whether public.',
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

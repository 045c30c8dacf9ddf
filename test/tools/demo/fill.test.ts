/** What `--fill` asks of tables that it has never seen. */
import { describe, expect, it } from 'vitest';
import { fillingOf } from './fill';

const FILMS = [
  ['#', 'Film', 'Year', 'Country', 'Seen?', 'Note'],
  ['1', 'Ran', '', '', '', 'x'],
  ['2', 'Amélie', '2001', '', '', 'y'],
  ['3', 'Ikiru', '', 'Japan', '', ''],
  ['4', 'Diva', '1981', 'France', 'TRUE', ''],
  ['', '', '', '', '', ''],
];

describe('filling a table of one’s own', () => {
  it('takes what is blank in most rows, and asks by the first column that names a row', () => {
    const table = FILMS.map((row) => row.slice(0, 5));
    expect(fillingOf([...table, ['5', 'Tampopo', '', '', '']], undefined)).toEqual({
      template: 'Find the following about {{Film}}: Year; Country; Seen (yes or no).',
      fields: [
        { name: 'Year', kind: 'number', fills: { heading: 'Year', at: 3 } },
        { name: 'Country', kind: 'text', fills: { heading: 'Country', at: 4 } },
        { name: 'Seen?', kind: 'yes/no', fills: { heading: 'Seen?', at: 5 } },
      ],
      rows: 4,
    });
  });

  it('asks one’s own question, and fills nothing that it names', () => {
    const ask = 'When was {{Film}} made, if {{seen?:exact}}?';
    const table = FILMS.map((row) => row.map((text, i) => (i === 2 && text !== 'Year' ? '' : text)));
    const { template, fields } = fillingOf(table, ask);
    expect([template, fields.map(({ name }) => name)]).toEqual([ask, ['Year']]);
  });

  it.each([
    [
      'a full table',
      [
        ['Film', 'Year'],
        ['Ran', '1985'],
      ],
      undefined,
      'blank in most rows',
    ],
    [
      'nothing to ask by',
      [
        ['Year', 'Country'],
        ['', ''],
        ['1', 'x'],
        ['', 'y'],
        ['2', ''],
        ['', ''],
      ],
      undefined,
      'blank in most',
    ],
    [
      'a column without a name of its own to ask by',
      [
        ['Film', 'Film', 'Year'],
        ['Ran', 'Ran', ''],
      ],
      undefined,
      'to ask by',
    ],
    [
      'a brace that is left open',
      [
        ['Film', 'Year'],
        ['Ran', ''],
      ],
      'When was {{Film?',
      '--ask',
    ],
  ])('refuses %s', (_, table, ask, sentence) => {
    expect(() => fillingOf(table, ask)).toThrow(sentence);
    expect(() => fillingOf(table, ask)).toThrow(/^[^\n]+$/);
  });
});

/** What a row asks: its filled question, or the column that stands in the way. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Enrichment } from '../../../src/enrichment/definition';
import {
  type Input,
  isUnknown,
  MAX_QUESTION,
  type RowQuestion,
  rowReader,
} from '../../../src/enrichment/row-question';
import { defaultKnobs } from '../../doubles/linkup';
import { checkWork } from '../../doubles/linkup/validate/work';
import { aFetch, aSearch } from '../../world/definitions';

const HEADINGS = ['Company', 'Country', 'Website'];

/** Reads a row of texts; what says nothing is given as it is known. */
function reader(e: Enrichment): (cells: readonly (string | Input)[]) => RowQuestion {
  const { read } = rowReader(e, HEADINGS);
  return (cells) =>
    read((column) => {
      const cell = cells[column] ?? '';
      return typeof cell === 'string' ? { text: cell } : cell;
    });
}

const readRow = reader(aSearch({ template: 'Who leads {{Company}} in {{Country}}?' }));
const readPage = reader(aFetch());

function asked(question: RowQuestion): string | undefined {
  return 'text' in question ? question.text : undefined;
}

function urlFrom(cell: string): string | undefined {
  return asked(readPage(['', '', cell]));
}

describe('a row', () => {
  it('asks the template filled from its cells, without their outer spaces', () => {
    expect(asked(readRow([' Acme ', 'Chad\n']))).toBe('Who leads Acme in Chad?');
  });

  it('asks with all that a cell holds where the question says so', () => {
    const ask = reader(aSearch({ template: '{{Company}} at {{Country:exact}}, about {{Country}}?' }));
    const cell = { text: '48.9', exact: () => '48.8584' };
    expect(asked(ask(['Acme', cell]))).toBe('Acme at 48.8584, about 48.9?');
    expect(ask(['Acme', { ...cell, text: ' ' }])).toEqual({ blocker: 'blank', column: 'Country' });
  });

  it('asks the same as another row with the same cells, wherever it stands', () => {
    expect(readRow(['Acme', 'Chad', 'x'])).toEqual(readRow(['Acme ', 'Chad', 'y']));
  });

  it.each(['', '  ', '\n'])('cannot ask while a named cell is %j', (cell) => {
    expect(readRow(['Acme', cell])).toEqual({ blocker: 'blank', column: 'Country' });
  });

  it('treats a cell beyond the end of the row as blank', () => {
    expect(readRow(['Acme'])).toEqual({ blocker: 'blank', column: 'Country' });
  });

  it.each(['error', 'loading'] as const)('says nothing while a cell is unknown: %s', (instead) => {
    const question = readRow([{ text: '#REF!', instead }, 'Chad']);
    expect(question).toEqual({ blocker: instead, column: 'Company' });
    expect(isUnknown(question)).toBe(true);
  });

  it('asks nothing for certain where another cell is blank or a picture', () => {
    const unknown = { text: '', instead: 'loading' } as const;
    expect(readRow([unknown, ''])).toEqual({ blocker: 'blank', column: 'Country' });
    const picture = readRow([unknown, { text: '', instead: 'picture' }]);
    expect(picture).toEqual({ blocker: 'picture', column: 'Country' });
    expect(isUnknown(picture)).toBe(false);
  });

  it('ignores columns that the template does not name', () => {
    expect(asked(readRow(['Acme', 'Chad', '#N/A']))).toBeDefined();
  });

  it('names the longest cell when the question is too long', () => {
    const long = 'x'.repeat(MAX_QUESTION);
    expect(readRow(['Acme', long])).toEqual({ blocker: 'too-long', column: 'Country' });
  });
});

describe('a page to fetch', () => {
  it.each([
    ['https://example.com/a?b#c', 'https://example.com/a?b#c'],
    ['HTTP://Example.com', 'HTTP://Example.com'],
    ['example.com', 'https://example.com'],
    ['www.example.co.uk/path', 'https://www.example.co.uk/path'],
    ['bücher.de', 'https://bücher.de'],
    ['example.com:8080/x', 'https://example.com:8080/x'],
    ['192.0.2.1/x', 'https://192.0.2.1/x'],
    ['हिन्दी.भारत', 'https://हिन्दी.भारत'],
    ['xn--e1afmkfd.xn--p1ai', 'https://xn--e1afmkfd.xn--p1ai'],
    ['xn--mgbh0fb.xn--kgbechtv', 'https://xn--mgbh0fb.xn--kgbechtv'],
    ['מידע.קום', 'https://מידע.קום'],
    ['東京タワー.jp', 'https://東京タワー.jp'],
    ['example.com/a%20b?to=a@b.com', 'https://example.com/a%20b?to=a@b.com'],
    ['my_shop.example.com', 'https://my_shop.example.com'],
    ['example.com/?a=1|2#x', 'https://example.com/?a=1%7C2#x'],
    ['example.com.', 'https://example.com'],
    ['http://Example.com.:8080/x', 'http://Example.com:8080/x'],
  ])('%s is asked for as %s', (cell, url) => {
    expect(urlFrom(cell)).toBe(url);
  });

  it.each([
    'n/a',
    '-',
    'Acme',
    'Acme Ltd.',
    'ftp://example.com',
    'https://localhost',
    'a b.com',
    'n.a.',
    '…',
    '12.5%',
    'example.com:99999',
    'example.com:80x',
    '<a.b>',
    'a.b|c',
    'a.com/b|c.com/d',
    'my_shop.com',
    'a.com..',
    'https://example.com/<script>',
    'https://example.com/100%',
    'info@example.com',
    'https://user:secret@example.com',
    'mailto:a@b.com',
    '3.14',
    '1.000.000',
    '256.1.1.1',
    '1.2.3.4.5',
    '-.com',
    'e.g',
    'שׁ.אA',
    '1.אב',
    'xn--a.com',
    'xn--zzzz.com',
    'a.½½',
  ])('%j is no web address', (cell) => {
    expect(readPage(['', '', cell])).toEqual({ blocker: 'no-url', column: 'Website' });
  });

  it.each([
    ['https://acme.com/a', 'https://acme.com/a'],
    ['HTTP://acme.com', 'HTTP://acme.com'],
    ['acme.com', 'https://acme.com'],
    ['ftp://acme.com', undefined],
    ['https://https://acme.com', undefined],
  ])('keeps to the one scheme of %s where the question has one before it', (cell, url) => {
    expect(asked(reader(aFetch({ template: 'https://{{Website}}' }))(['', '', cell]))).toBe(url);
  });

  it('is where the link behind the text leads, where the text itself is no address', () => {
    const link = () => ' https://example.com/acme ';
    expect(asked(readPage(['', '', { text: 'Acme', link }]))).toBe('https://example.com/acme');
    expect(asked(readPage(['', '', { text: 'acme.io', link }]))).toBe('https://acme.io');
    const mail = { text: 'Acme', link: () => 'mailto:a@b.com' };
    expect(readPage(['', '', mail])).toEqual({ blocker: 'no-url', column: 'Website' });
    const inside = reader(aFetch({ template: 'https://x.com/{{Website}}' }));
    expect(asked(inside(['', '', { text: 'a b', link }]))).toBeUndefined();
  });

  it('never carries a space or a line break', () => {
    fc.assert(
      fc.property(fc.webUrl(), fc.constantFrom(' ', '\n', '\t'), (url, space) => {
        expect(urlFrom(`${url}${space}${url}`)).toBeUndefined();
      }),
    );
  });

  it('is one that Linkup takes, whatever stands in the cell', () => {
    const near = fc.array(
      fc.constantFrom('a', 'com', '.', ':', '8', '/', '%', '2', '@', '-', '|', '?', '#', 'é'),
    );
    const letters = fc.array(fc.constantFrom(...'abA1ß.-אשׁבπéक्ि日ー中٣۳ﬁǰʼӀ', '.com', 'xn--', '\u064f'));
    const cell = fc.oneof(
      near.map((parts) => parts.join('')),
      letters.map((parts) => parts.join('')),
      fc.string({ unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(cell, (text) => {
        const url = urlFrom(text);
        const checked = url === undefined || checkWork('fetch', { url }, defaultKnobs()).ok;
        expect(checked).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('is every ordinary web address, as it stands', () => {
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (url) => {
        expect(urlFrom(url)).toBe(url);
      }),
    );
  });
});

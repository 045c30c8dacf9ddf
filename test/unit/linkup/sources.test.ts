/** The sources of an answer as a list: in Linkup's order, without images, whatever else is in the output. */
import { describe, expect, it } from 'vitest';
import type { Found } from '../../../src/enrichment/answer';
import { pagesIn, sourcesIn, sourcesOf } from '../../../src/linkup/sources';

const A = { name: 'A', url: 'https://a.example/' };
const B = { name: 'B', url: 'https://b.example/' };

describe('the sources', () => {
  it.each([
    ['of an answer', { answer: 'x', sources: [{ ...A, snippet: 's' }, B] }, [A, B]],
    ['of results', { results: [{ type: 'text', ...A, content: 'c' }] }, [A]],
    [
      'are without images',
      {
        sources: [
          { type: 'image', ...A },
          { type: 'text', ...B },
        ],
      },
      [B],
    ],
    ['may have no name', { sources: [{ url: A.url }] }, [{ name: '', url: A.url }]],
    ['need an address', { sources: [{ name: 'A' }, null, 'x', B] }, [B]],
    ['are none where the API gives none', { capital: 'Lima' }, []],
    ['are none where a field is called so', { sources: 'none' }, []],
  ])('%s', (_, output, expected) => {
    expect(sourcesOf(output)).toEqual(expected);
  });
});

describe('the pages that an answer names', () => {
  const pagesOf = (...items: object[]): readonly Found[] => {
    const value = pagesIn(items.map((item) => ({ ...item })));
    return value?.kind === 'pages' ? value.pages : [];
  };

  it('have names and excerpts without HTML entities, on one line each', () => {
    const name = 'Q&amp;A &#39;now&#x27;&nbsp;here';
    expect(pagesOf({ name, url: A.url, snippet: ' 1 &lt; 2\n\nand &quot;so&quot; on ' })).toEqual([
      { title: "Q&A 'now' here", url: A.url, excerpt: '1 < 2 and "so" on' },
    ]);
    expect(sourcesOf({ sources: [{ name, url: A.url }] })[0]?.name).toBe("Q&A 'now' here");
  });

  it('are each there once, with what is known of them', () => {
    const again = { url: 'http://www.a.example#part', name: 'Other', content: 'says' };
    expect(pagesOf({ url: A.url }, again, B)).toEqual([
      { title: 'Other', url: A.url, excerpt: 'says' },
      { title: 'B', url: B.url, excerpt: '' },
    ]);
  });

  it('are fifty at most, their excerpts short, and none where nothing is named', () => {
    const many = Array.from({ length: 60 }, (_, i) => ({ name: `${i}`, url: `https://${i}.org` }));
    expect(pagesOf(...many)).toHaveLength(50);
    expect(pagesOf({ ...A, content: 'x'.repeat(1_000) })[0]?.excerpt).toMatch(/^x{299}…$/);
    expect(pagesIn([{ snippet: 'of nothing' }])).toBeUndefined();
  });
});

describe('the sources in a cell', () => {
  it('are those that an earlier version wrote into it', () => {
    const named = { name: 'A — B', url: 'https://b.example/' };
    const text = [A, named].map(({ name, url }) => `${name} — ${url}`).join('\n');
    expect(sourcesIn(`${text}\n${A.url}`)).toEqual([A, named, { name: '', url: A.url }]);
  });

  it.each([
    ['a blank cell', ''],
    ['a word', 'Wikipedia'],
    ['what is no web address', 'A — javascript:alert(1)'],
  ])('are none in %s', (_, text) => expect(sourcesIn(text)).toEqual([]));

  it('are fifty at most', () => expect(sourcesIn('https://a.example/\n'.repeat(60))).toHaveLength(50));
});

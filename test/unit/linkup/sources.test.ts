/** The sources of an answer as a list: in Linkup's order, without images, whatever else is in the output. */
import { describe, expect, it } from 'vitest';
import { answerOf } from '../../../src/linkup/answers';
import { sourcesIn, sourcesOf } from '../../../src/linkup/sources';
import { aSearch } from '../../world/definitions';

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

describe('the sources in a cell', () => {
  it('are those that were written into it', () => {
    const e = aSearch({ shape: 'answer', sources: true });
    const named = { name: 'A — B', url: 'https://b.example/' };
    const [, cell] = answerOf(e, { answer: 'x', sources: [A, named, { url: A.url }] }).values;
    const text = cell?.kind === 'text' ? cell.text : '';
    expect(sourcesIn(text)).toEqual([A, named, { name: '', url: A.url }]);
  });

  it.each([
    ['a blank cell', ''],
    ['a word', 'Wikipedia'],
    ['what is no web address', 'A — javascript:alert(1)'],
  ])('are none in %s', (_, text) => expect(sourcesIn(text)).toEqual([]));

  it('are fifty at most', () => expect(sourcesIn('https://a.example/\n'.repeat(60))).toHaveLength(50));
});

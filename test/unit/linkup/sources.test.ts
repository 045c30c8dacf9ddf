/** The sources of an answer as a list: in Linkup's order, without images, whatever else is in the output. */
import { describe, expect, it } from 'vitest';
import { sourcesOf } from '../../../src/linkup/sources';

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

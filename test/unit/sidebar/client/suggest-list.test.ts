/** The fields that the question of a list names. */
import { describe, expect, it } from 'vitest';
import { listFieldsIn } from '../../../../src/sidebar/client/model/suggest-list';

const namesIn = (question: string): string[] => listFieldsIn(question).map(({ name }) => name);

describe('a list’s question', () => {
  it.each([
    ['The ten largest breweries in Germany with website and city', ['Brewery', 'Website', 'City']],
    [
      'All countries of Africa with their capital, area in km² and currency',
      ['Country', 'Capital', 'Area (km²)', 'Currency'],
    ],
    ['20 AI startups with website', ['Startup', 'Website']],
    ['The ten tallest trees', []],
    ['', []],
  ])('“%s” names %j', (question, names) => expect(namesIn(question)).toEqual(names));
});

/** The 250 countries as a table to enrich, and the truth about each; shares no code with the add-on. */
import countries from 'world-countries';
import type { Field } from '../../src/enrichment/definition';

/** A table with a heading and one country a row. */
export function countryTable(rows = countries.length): string[][] {
  return [['Country'], ...countries.slice(0, rows).map(({ name }) => [name.common])];
}

const FIELDS: readonly Field[] = [
  { name: 'capital', kind: 'text' },
  { name: 'area', kind: 'number' },
  { name: 'currency', kind: 'text' },
  { name: 'landlocked', kind: 'yes/no' },
];

/** The question of the demonstration and its fields. */
export const FACTS = {
  name: 'Facts',
  template: 'What is the capital of {{Country}}, its area in km², its currency, and is it landlocked?',
  fields: FIELDS,
};

/** What the answers about a country should read, by field; blank where the data set knows nothing. */
export function truth(country: string): Record<string, string> {
  const found = countries.find(({ name }) => name.common === country);
  if (!found) return {};
  return {
    capital: found.capital.join(', '),
    // The data set says -1 where it does not know (Svalbard and Jan Mayen).
    area: found.area > 0 ? String(found.area) : '',
    currency: Object.values(found.currencies)
      .map(({ name }) => name)
      .join(', '),
    landlocked: found.landlocked ? 'TRUE' : 'FALSE',
  };
}

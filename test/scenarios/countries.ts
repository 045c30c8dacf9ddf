/** The 250 countries as a table to enrich, and the truth to hold the answers against; shares no code with the add-on. */
import countries from 'world-countries';

/** A table with a heading and one country a row. */
export function countryTable(rows = countries.length): string[][] {
  return [['Country'], ...countries.slice(0, rows).map(({ name }) => [name.common])];
}

/** The question of the demonstration and its fields. */
export const FACTS = {
  name: 'Facts',
  template: 'What is the capital of {{Country}}, its area in km², its currency, and is it landlocked?',
  fields: [
    { name: 'capital', kind: 'text' },
    { name: 'area', kind: 'number' },
    { name: 'currency', kind: 'text' },
    { name: 'landlocked', kind: 'yes/no' },
  ],
} as const;

/** What the answers about a country should read, by field; blank where the data set knows nothing. */
export function truth(country: string): Record<string, string> {
  const found = countries.find(({ name }) => name.common === country);
  if (!found) throw new Error(`no such country: ${country}`);
  return {
    capital: found.capital.join('; '),
    area: String(found.area),
    currency: Object.values(found.currencies)
      .map(({ name }) => name)
      .join('; '),
    landlocked: found.landlocked ? 'TRUE' : 'FALSE',
  };
}

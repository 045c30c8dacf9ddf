/** Which countries a question asks a list of: how many, the largest or smallest of them, and in which part of the world. */
import countries, { type Country } from 'world-countries';
import { askedIn, chosenFrom } from './list-question';

/** The countries in the order that is asked for; undefined where the question asks for no list of them. */
export function countriesAsked(question: string): readonly Country[] | undefined {
  const asked = askedIn(question);
  if (!/\b(countries|nations|states)\b/i.test(asked)) return undefined;
  return chosenFrom(question, inPlace(asked), {
    name: ({ name }) => name.common,
    size: ({ area }) => area,
  });
}

/** Those of the subregions that are named, or else of the regions; all of them where neither is. */
function inPlace(asked: string): readonly Country[] {
  const isNamed = (place: string): boolean => place !== '' && new RegExp(`\\b${place}\\b`, 'i').test(asked);
  const named = (places: readonly string[]) => new Set([...new Set(places)].filter(isNamed));
  const subregions = named(countries.map(({ subregion }) => subregion));
  if (subregions.size > 0) return countries.filter(({ subregion }) => subregions.has(subregion));
  const regions = named(countries.map(({ region }) => region));
  return regions.size > 0 ? countries.filter(({ region }) => regions.has(region)) : countries;
}

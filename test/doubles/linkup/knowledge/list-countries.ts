/** Which countries a question asks a list of: how many, the largest or smallest of them, and in which part of the world. */
import countries, { type Country } from 'world-countries';
import { askedIn, chosenFrom } from './list-question';

/** The countries in the order that is asked for; undefined where the question asks for no list of them. */
export function countriesAsked(question: string): readonly Country[] | undefined {
  const asked = askedIn(question);
  if (!/\b(countries|nations|states)\b/i.test(asked)) return undefined;
  return chosenFrom(
    question,
    countries.filter((country) => isPlace(country, asked)),
    { name: ({ name }) => name.common, size: ({ area }) => area },
  );
}

function isPlace({ region, subregion }: Country, asked: string): boolean {
  const named = (place: string): boolean => place !== '' && new RegExp(`\\b${place}\\b`, 'i').test(asked);
  const isAnywhere = !countries.some((each) => named(each.region) || named(each.subregion));
  return (
    isAnywhere || named(subregion) || (named(region) && !countries.some((each) => named(each.subregion)))
  );
}

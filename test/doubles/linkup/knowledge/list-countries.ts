/** Which countries a question asks a list of: how many, the largest or smallest of them, and in which part of the world. */
import countries, { type Country } from 'world-countries';

const NUMBERS = [
  '',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** So many come where the question does not say how many. */
const USUAL = 20;

/** The countries in the order that is asked for; undefined where the question asks for no list of them. */
export function countriesAsked(question: string): readonly Country[] | undefined {
  const [whole = '', leftOut = ''] = question.split(/\bleave out\b[^:]*:/i);
  const [asked = ''] = whole.trim().split('\n');
  if (!/\b(countries|nations|states)\b/i.test(asked)) return undefined;
  const known = new Set(leftOut.split(';').map((name) => name.trim().toLowerCase()));
  return inOrder(
    asked,
    countries.filter((country) => isPlace(country, asked)),
  )
    .filter(({ name }) => !known.has(name.common.toLowerCase()))
    .slice(0, howMany(asked));
}

function isPlace({ region, subregion }: Country, asked: string): boolean {
  const named = (place: string): boolean => place !== '' && new RegExp(`\\b${place}\\b`, 'i').test(asked);
  const isAnywhere = !countries.some((each) => named(each.region) || named(each.subregion));
  return (
    isAnywhere || named(subregion) || (named(region) && !countries.some((each) => named(each.subregion)))
  );
}

function inOrder(asked: string, all: readonly Country[]): Country[] {
  const sign = /\b(smallest|least)\b/i.test(asked) ? 1 : -1;
  if (!/\b(largest|biggest|smallest|greatest)\b/i.test(asked)) return [...all];
  return [...all].sort((a, b) => sign * (a.area - b.area));
}

function howMany(asked: string): number {
  const digits = /\b\d{1,4}\b/.exec(asked)?.[0];
  if (digits !== undefined) return Number(digits);
  const words = asked.toLowerCase().split(/\W+/);
  const number = NUMBERS.findIndex((word) => word !== '' && words.includes(word));
  if (/\ball\b/i.test(asked)) return countries.length;
  return number > 0 ? number : USUAL;
}

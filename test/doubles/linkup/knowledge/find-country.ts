/** Finds which country a question is about: the longest name on word boundaries, common names first. */
import countries, { type Country } from 'world-countries';

/** Abbreviations that people write for a country; they count in capitals only ("us" is a pronoun). */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  UK: 'GBR',
  US: 'USA',
  USA: 'USA',
  UAE: 'ARE',
  DRC: 'COD',
};

/** Alternative spellings that are ordinary English words (the Icelandic for Iceland is "Island"). */
const ORDINARY_WORDS = new Set(['island', 'mann', 'saudi', 'thai', 'timor', 'lao']);

interface Name {
  readonly text: string;
  readonly country: Country;
  readonly common: boolean;
}

interface Hit {
  readonly name: Name;
  readonly start: number;
  readonly end: number;
}

/** All names by their first word, so that a question of twenty words needs twenty look-ups. */
const NAMES_BY_FIRST_WORD: ReadonlyMap<string, readonly Name[]> = indexNames(countries.flatMap(namesOf));

/** The country that the text names, or undefined. */
export function findCountry(text: string): Country | undefined {
  const hits = namesIn(`${normalise(text)} `);
  const whole = hits.filter((hit) => !hits.some((other) => swallows(other, hit)));
  const best = whole.sort((a, b) => rank(b) - rank(a) || a.start - b.start)[0];
  return best?.name.country ?? abbreviated(text);
}

/** Accents, case, quotes and punctuation are no part of a name; "St." is "Saint". */
function normalise(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’‘ʼ`]s\b/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/\bst\b/g, 'saint');
}

function namesOf(country: Country): Name[] {
  const common = normalise(country.name.common);
  const others = [country.name.official, ...country.altSpellings]
    .map(normalise)
    .filter((text) => text.length > 3 && text !== common && !ORDINARY_WORDS.has(text));
  return [common, ...new Set(others)].map((text) => ({ text, country, common: text === common }));
}

function indexNames(names: readonly Name[]): Map<string, Name[]> {
  const index = new Map<string, Name[]>();
  for (const name of names) {
    const first = name.text.split(' ', 1)[0] ?? '';
    index.set(first, [...(index.get(first) ?? []), name]);
  }
  return index;
}

/** Every name that begins and ends with a word of the text; each word is followed by one space. */
function namesIn(words: string): Hit[] {
  return [...words.matchAll(/[^ ]+/g)].flatMap(({ 0: word, index: start }) =>
    (NAMES_BY_FIRST_WORD.get(word) ?? [])
      .filter((name) => words.startsWith(`${name.text} `, start))
      .map((name) => ({ name, start, end: start + name.text.length })),
  );
}

/** "Guinea" inside "Papua New Guinea" is not a mention of Guinea. */
function swallows(outer: Hit, inner: Hit): boolean {
  return (
    outer.start <= inner.start && outer.end >= inner.end && outer.end - outer.start > inner.end - inner.start
  );
}

function rank({ name }: Hit): number {
  return (name.common ? 1000 : 0) + name.text.length;
}

function abbreviated(text: string): Country | undefined {
  const code = Object.entries(ABBREVIATIONS).find(([short]) => new RegExp(`\\b${short}\\b`).test(text))?.[1];
  return countries.find((country) => country.cca3 === code);
}

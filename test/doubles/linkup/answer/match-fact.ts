/** Decides which known fact a text asks for: a question, a property name or its description. */
import type { Fact, Topic } from '../knowledge/knowledge';

/** Words that ask for each kind of fact, the specific kinds before the general ones. */
const ASKS: readonly (readonly [key: string, pattern: RegExp])[] = [
  ['unAdmission', /\b(admission|admitted|joined)\b/],
  ['unMember', /\b(un|united nations)\b/],
  ['currencyCode', /\bcurrency (iso )?code\b|\biso 4217\b/],
  ['callingCode', /\b(calling|dial|dialling|phone|telephone)\b/],
  ['iso3', /\b(iso ?3|cca3|alpha ?3|three letter)\b/],
  ['iso2', /\b(iso ?2|cca2|alpha ?2|two letter|country code)\b/],
  ['officialName', /\bofficial name\b/],
  ['subregion', /\bsub ?region\b/],
  ['capital', /\bcapital\b/],
  ['area', /\b(area|surface|size)\b/],
  ['currency', /\b(currency|currencies|money)\b/],
  ['landlocked', /\blandlocked\b/],
  ['languages', /\b(language|languages)\b/],
  ['borders', /\b(border|borders|bordering|neighbou?rs?|neighbou?ring)\b/],
  ['demonym', /\b(demonym|inhabitants?)\b/],
  ['latitude', /\b(latitude|lat)\b/],
  ['longitude', /\b(longitude|lng|lon)\b/],
  ['independent', /\bindependent\b/],
  ['tld', /\b(tld|top level domain)\b/],
  ['flag', /\bflag\b/],
  ['region', /\b(region|continent)\b/],
  ['name', /^(the )?(common |country )?name$|^country$/],
];

/** Things people ask of a country that the data set does not know: better nothing than a wrong fact. */
const UNKNOWN =
  /\b(population|inhabited|gdp|president|minister|mayor|leader|founded|independence|religion|revenue|timezone|anthem|elevation|height)\b/;

/** The facts that a question asks for, in the order of the facts; key words of the topic itself count too. */
export function factsAsked(topic: Topic, question: string): readonly Fact[] {
  const text = plainWords(question);
  return topic.facts.filter((fact) => fact.key !== 'name' && asks(fact, text));
}

/** The fact that fits a schema property: by its name, else by its description. */
export function factFor(topic: Topic, property: string, description: string): Fact | undefined {
  const name = plainWords(property);
  const words = plainWords(description);
  const own = ownFact(topic, name);
  if (own) return own;
  if (UNKNOWN.test(name) || UNKNOWN.test(words)) return undefined;
  return firstAsked(topic, name) ?? firstAsked(topic, words);
}

/** A topic with facts of its own (see withTopics) is asked by their keys, or by words that it says itself. */
function ownFact({ facts }: Topic, text: string): Fact | undefined {
  return facts.find(({ key }) => plainWords(key) === text) ?? facts.find(({ asked }) => asked?.test(text));
}

function firstAsked(topic: Topic, text: string): Fact | undefined {
  const key = ASKS.find(([, pattern]) => pattern.test(text))?.[0];
  return key === undefined ? ownFact(topic, text) : topic.facts.find((fact) => fact.key === key);
}

function asks(fact: Fact, text: string): boolean {
  if (fact.asked) return fact.asked.test(text) || text.includes(plainWords(fact.key));
  const pattern = ASKS.find(([key]) => key === fact.key)?.[1];
  return pattern === undefined ? text.includes(plainWords(fact.key)) : pattern.test(text);
}

/** `is_landlocked`, `isLandlocked` and "Is it landlocked?" become the same plain words. */
function plainWords(text: string): string {
  return text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

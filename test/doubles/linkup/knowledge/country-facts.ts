/** What is known about one country, from the open data set `world-countries`. */
import countries, { type Country } from 'world-countries';
import type { Fact, FactValue } from './knowledge';

/** Day of admission to the United Nations for a few members, as the UN's list of member states has it. */
const UN_ADMISSION: Readonly<Record<string, string>> = {
  CHE: '2002-09-10',
  DEU: '1973-09-18',
  JPN: '1956-12-18',
  MNE: '2006-06-28',
  SSD: '2011-07-14',
  TLS: '2002-09-27',
  FRA: '1945-10-24',
  USA: '1945-10-24',
  BRA: '1945-10-24',
};

const NAME_BY_CODE = new Map(countries.map((country) => [country.cca3, country.name.common]));

/** All facts about a country; what the data set leaves open is absent. */
export function factsOf(country: Country): readonly Fact[] {
  return [...placeFacts(country), ...peopleFacts(country), ...codeFacts(country)].filter(isKnown);
}

/** The data set marks an unknown area with -1 and missing things with empty strings and lists. */
function isKnown({ key, value }: Fact): boolean {
  if (key === 'area') return typeof value === 'number' && value > 0;
  // No land border is knowledge, not a gap.
  if (key === 'borders') return true;
  return !(value === '' || (Array.isArray(value) && value.length === 0));
}

function placeFacts(country: Country): Fact[] {
  const name = country.name.common;
  const [latitude, longitude] = country.latlng;
  const neighbours = country.borders.map((code) => NAME_BY_CODE.get(code) ?? code);
  return [
    fact('capital', country.capital, `The capital of ${name} is ${listed(country.capital)}`),
    fact('area', country.area, `Its area is ${country.area.toLocaleString('en-US')} km²`, 'km²'),
    fact('landlocked', country.landlocked, `${name} is ${country.landlocked ? '' : 'not '}landlocked`),
    fact('region', country.region, `It is in the region ${country.region}`),
    fact('subregion', country.subregion, `Its subregion is ${country.subregion}`),
    fact(
      'borders',
      neighbours,
      neighbours.length > 0 ? `It borders ${listed(neighbours)}` : 'It has no land border',
    ),
    fact('latitude', latitude, `Its latitude is ${latitude}°`, '°'),
    fact('longitude', longitude, `Its longitude is ${longitude}°`, '°'),
  ];
}

function peopleFacts(country: Country): Fact[] {
  const currencies = Object.values(country.currencies).map((currency) => currency.name);
  const languages = Object.values(country.languages);
  const demonym = country.demonyms.eng?.m ?? '';
  const since = UN_ADMISSION[country.cca3] ?? '';
  return [
    fact('currency', currencies, `Its currency is the ${listed(currencies)}`),
    fact('languages', languages, `Its official languages include ${listed(languages)}`),
    fact('demonym', demonym, `A person from there is called ${demonym}`),
    // Kosovo's independence is disputed: the data set has null there, and so it is not known here.
    ...(typeof country.independent === 'boolean'
      ? [fact('independent', country.independent, `It is ${country.independent ? '' : 'not '}independent`)]
      : []),
    fact(
      'unMember',
      country.unMember,
      `It is ${country.unMember ? '' : 'not '}a member of the United Nations`,
    ),
    fact('unAdmission', since, `It joined the United Nations on ${since}`),
  ];
}

function codeFacts(country: Country): Fact[] {
  const currencyCodes = Object.keys(country.currencies);
  const calling = callingCode(country);
  return [
    fact('name', country.name.common, `It is called ${country.name.common}`),
    fact('officialName', country.name.official, `Its official name is ${country.name.official}`),
    fact('currencyCode', currencyCodes, `Its currency code is ${listed(currencyCodes)}`),
    fact('iso2', country.cca2, `Its two-letter code is ${country.cca2}`),
    fact('iso3', country.cca3, `Its three-letter code is ${country.cca3}`),
    fact('callingCode', calling, `Its calling code is ${calling}`),
    fact('tld', country.tld[0] ?? '', `Its top-level domain is ${country.tld[0] ?? ''}`),
    fact('flag', country.flag, `Its flag is ${country.flag}`),
  ];
}

/** A single suffix belongs to the country code (+4 1); many suffixes are area codes (+1 201, +1 202 …). */
function callingCode({ idd }: Country): string {
  return idd.suffixes.length === 1 ? `${idd.root}${idd.suffixes[0] ?? ''}` : idd.root;
}

function fact(key: string, value: FactValue, sentence: string, unit?: string): Fact {
  return unit === undefined ? { key, value, sentence } : { key, value, sentence, unit };
}

function listed(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}

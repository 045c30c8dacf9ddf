/** The double's web: 250 countries, a page for each on two hosts, and hosts that fail in every documented way. */
import countries, { type Country } from 'world-countries';
import type { ErrorCode } from '../errors';
import { urlIn } from '../url-in';
import { factsOf } from './country-facts';
import { findCountry } from './find-country';
import type { Knowledge, Page, Source, Topic } from './knowledge';
import { countriesAsked } from './list-countries';
import { indexPage, topicPage } from './pages';

/** Hosts that exist only to provoke a fetch error (`.example` is reserved by RFC 2606). */
const FAILING_HOSTS: Readonly<Record<string, ErrorCode>> = {
  'broken.example': 'FETCH_ERROR',
  'huge.example': 'FETCH_RESPONSE_TOO_LARGE',
  'binary.example': 'FETCH_UNSUPPORTED_CONTENT_TYPE',
  'file.example': 'FETCH_URL_IS_FILE',
  // The contract says that LinkedIn cannot be fetched.
  'linkedin.com': 'FETCH_ERROR',
};

/** Wikipedia titles that are not the common name, because that one leads elsewhere. */
const WIKIPEDIA_TITLES: Readonly<Record<string, string>> = {
  GEO: 'Georgia_(country)',
  IRL: 'Republic_of_Ireland',
  FSM: 'Federated_States_of_Micronesia',
  COD: 'Democratic_Republic_of_the_Congo',
  PSE: 'State_of_Palestine',
};

const TOPICS = new Map<string, Topic>();

/** Builds the knowledge of the world's countries. */
export function worldKnowledge(): Knowledge {
  return { topicOf: topicOfQuestion, listOf: listOfQuestion, pageAt };
}

/** The topic of a country, built once. */
function countryTopic(country: Country): Topic {
  const known = TOPICS.get(country.cca3);
  if (known !== undefined) return known;
  const topic = buildTopic(country);
  TOPICS.set(country.cca3, topic);
  return topic;
}

function buildTopic(country: Country): Topic {
  const name = country.name.common;
  const facts = factsOf(country);
  const code = country.cca3.toLowerCase();
  const content = facts.map((fact) => `${fact.sentence}.`).join(' ');
  const sources: Source[] = [
    { name: `${name} - Wikipedia`, url: wikipediaUrl(country), content },
    { name: `${name} | Countries`, url: `https://countries.example/${code}`, content },
    { name: 'mledoze/countries', url: 'https://github.com/mledoze/countries', content },
  ];
  const images = [{ alt: `Flag of ${name}`, url: `https://countries.example/flags/${code}.svg` }];
  return { name, facts, sources, images };
}

function wikipediaUrl(country: Country): string {
  const title = WIKIPEDIA_TITLES[country.cca3] ?? country.name.common.replaceAll(' ', '_');
  return `https://en.wikipedia.org/wiki/${encodeURI(title)}`;
}

/** An address in the question ("Scrape https://…") says more than any name in it. */
function topicOfQuestion(question: string): Topic | null {
  const url = /https?:\/\/[^\s"'<>]+/.exec(question)?.[0]?.replace(/[.,;:!?)]+$/, '');
  const page = url !== undefined && urlIn(url) ? pageAt(url) : null;
  if (page !== null && typeof page === 'object' && page.topic !== null) return page.topic;
  const country = findCountry(question);
  return country === undefined ? null : countryTopic(country);
}

function listOfQuestion(question: string): readonly Topic[] | null {
  return countriesAsked(question)?.map(countryTopic) ?? null;
}

function pageAt(url: string): Page | ErrorCode | 'MISSING' {
  const { hostname, pathname } = new URL(url);
  const host = hostname.replace(/^www\./, '');
  const failure = FAILING_HOSTS[host];
  if (failure !== undefined) return failure;
  if (host === 'countries.example') return countryPage(url, pathname);
  if (host === 'en.wikipedia.org') return wikipediaPage(url, pathname);
  return 'FETCH_TARGET_UNREACHABLE';
}

function countryPage(url: string, path: string): Page | 'MISSING' {
  if (path === '/') return indexPage(url, countries);
  const code = path.replace(/^\/|\/$/g, '').toUpperCase();
  const country = countries.find(({ cca3 }) => cca3 === code);
  return country === undefined ? 'MISSING' : topicPage(url, countryTopic(country));
}

function wikipediaPage(url: string, path: string): Page | 'MISSING' {
  const country = countries.find((candidate) => new URL(wikipediaUrl(candidate)).pathname === path);
  return country === undefined ? 'MISSING' : topicPage(url, countryTopic(country));
}

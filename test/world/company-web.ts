/** The local web about the invented companies: what is found when one asks about them, and the pages to read. */
import type { Fact, Knowledge, Page, Topic } from '../doubles/linkup';
import { topicPage } from '../doubles/linkup/knowledge/pages';
import { urlIn } from '../doubles/linkup/url-in';
import { type Claim, COMPANIES, type Company, claimOf } from './companies';
import { companiesAsked } from './company-lists';

/** Adds the companies, the people in them and claims about them to another knowledge; they win over it. */
export function withCompanies(base: Knowledge): Knowledge {
  return {
    topicOf: (question) => topicAtAddress(question) ?? topicNamed(question) ?? base.topicOf(question),
    listOf: (question) => companiesAsked(question)?.map(companyTopic) ?? base.listOf?.(question) ?? null,
    pageAt: (url) => pageAt(url) ?? base.pageAt(url),
  };
}

/** An address in the question says more than any name in it. */
function topicAtAddress(question: string): Topic | undefined {
  const url = /https?:\/\/[^\s"'<>”]+/.exec(question)?.[0]?.replace(/[.,;:!?)]+$/, '');
  const page = url !== undefined && urlIn(url) ? pageAt(url) : undefined;
  return typeof page === 'object' ? (page.topic ?? undefined) : undefined;
}

/** Claims come before people, and people before companies: the former name the latter. */
function topicNamed(question: string): Topic | undefined {
  const text = question.toLowerCase();
  return TOPICS.find(([name]) => text.includes(name))?.[1];
}

/** The page at an address of one of the companies; `MISSING` where it has none of that name, undefined at other hosts. */
function pageAt(url: string): Page | 'MISSING' | undefined {
  const { hostname, pathname } = new URL(url);
  const pages = PAGES.get(hostname.replace(/^www\./, ''));
  if (!pages) return undefined;
  const topic = pages.get(pathname.replace(/\/$/, ''));
  return topic ? topicPage(url, topic) : 'MISSING';
}

function profileFacts({ name, industry, does, city, country, founded, employees }: Company): Fact[] {
  return [
    fact(
      'What it does',
      does,
      `${name} ${does[0]?.toLowerCase()}${does.slice(1)}`,
      /\b(do|does|about|product|description)\b/,
    ),
    fact('Industry', industry, `Its industry is ${industry.toLowerCase()}`, /\b(industry|sector|business)\b/),
    fact(
      'Headquarters',
      `${city}, ${country}`,
      `Its headquarters are in ${city}, ${country}`,
      /\b(hq|city|based|located|location|where)\b/,
    ),
    fact('Founded', founded, `It was founded in ${founded}`, /\b(founded|founding|year)\b/),
    fact('Employees', employees, `It has ${employees} employees`, /\b(employees?|staff|headcount|people)\b/),
  ];
}

function fundingFacts({ round, amount, announced, investors }: Company): Fact[] {
  const usd = amount.toLocaleString('en-US');
  return [
    fact('Last round', round, `Its last funding round was ${round}`, /\b(round|funding)\b/),
    fact('Amount (USD)', amount, `The round brought $${usd}`, /\b(amount|raised|usd)\b/),
    fact('Announced', announced, `It was announced on ${announced}`, /\b(announced|announcement)\b/),
    fact('Lead investors', investors, `It was led by ${investors.join(' and ')}`, /\binvestors?\b/),
  ];
}

function contactFacts({ website, phone, street, city, country }: Company): Fact[] {
  const address = `${street}, ${city}, ${country}`;
  return [
    fact('Contact page', `https://${website}/contact`, `Its contact page is https://${website}/contact`),
    fact('E-mail', `hello@${website}`, `Its e-mail address is hello@${website}`, /\be ?mail\b/),
    fact('Phone', phone, `Its telephone number is ${phone}`, /\b(phone|telephone)\b/),
    fact('Address', address, `Its address is ${address}`, /\b(address|street)\b/),
    fact(
      'Website',
      `https://${website}`,
      `Its website is https://${website}`,
      /\b(website|domain|homepage)\b/,
    ),
  ];
}

function priceFacts({ website, plans, lowestPrice, currency, freePlan }: Company): Fact[] {
  return [
    fact('Plans', plans, `Its plans are ${plans.join(', ')}`, /\bplans?\b/),
    fact(
      'Lowest price',
      lowestPrice,
      `The lowest price is ${lowestPrice} ${currency} a month`,
      /\b(price|prices|cost|costs)\b/,
    ),
    fact('Price page', `https://${website}/pricing`, `Its price page is https://${website}/pricing`),
    fact('Currency', currency, `Prices are in ${currency}`),
    fact('Free plan', freePlan, freePlan ? 'One plan stays free' : 'No plan is free', /\bfree\b/),
  ];
}

function roleFacts({ name, person, title, since }: Company): Fact[] {
  return [
    fact('Job title', title, `${person} is ${title} at ${name}`, /\b(job|title|role|position)\b/),
    fact('Employer', name, `${person} works for ${name}`, /\b(employer|company|works)\b/),
    fact('Start date', since, `${person} began there on ${since}`, /\b(start|since|began)\b/),
  ];
}

function claimFacts({ verdict, correct, evidence, text }: Claim): Fact[] {
  const found = [
    fact('Verdict', verdict, `“${text}” is ${verdict}`, /\b(verdict|true|correct)\b/),
    fact(
      'Evidence',
      evidence,
      `Companies of the World has it: ${evidence}`,
      /\b(evidence|proof|quotation)\b/,
    ),
  ];
  return correct === '' ? found : [...found, fact('Correct fact', correct, correct.replace(/\.$/, ''))];
}

function fact(key: string, value: Fact['value'], sentence: string, asked?: RegExp): Fact {
  return asked ? { key, value, sentence, asked } : { key, value, sentence };
}

/** What is found about something, on the pages where it stands. */
function topic(company: Company, name: string, facts: readonly Fact[], ...paths: readonly string[]): Topic {
  const content = facts.map(({ sentence }) => `${sentence}.`).join(' ');
  const sources = paths.map((path) => ({
    name: path === '' ? company.name : `${company.name} – ${path.slice(1)}`,
    url: `https://${company.website}${path}`,
    content,
  }));
  const directory = { name: `${company.name} | Companies`, url: directoryOf(company), content };
  return { name, facts, sources: [...sources, directory], images: [] };
}

const DIRECTORY = 'companies.example';

function directoryOf({ website }: Company): string {
  return `https://${DIRECTORY}/${website.replace('.example', '')}`;
}

/** Everything about a company: what a search finds, and what its front page and the directory say. */
function companyTopic(company: Company): Topic {
  const facts = [profileFacts, fundingFacts, contactFacts, priceFacts].flatMap((of) => of(company));
  return topic(company, company.name, facts, '', '/about', '/press', '/contact', '/pricing');
}

/** By name in small letters, those that may stand in the name of another last. */
const TOPICS: readonly (readonly [name: string, topic: Topic])[] = [
  ...COMPANIES.map((company, at) => {
    const claim = claimOf(company, at);
    return named(claim.text, topic(company, claim.text, claimFacts(claim), '/about'));
  }),
  ...COMPANIES.map((company) =>
    named(company.person, topic(company, company.person, roleFacts(company), '/team')),
  ),
  ...COMPANIES.map((company) => named(company.name, companyTopic(company))),
];

function named(name: string, about: Topic): readonly [string, Topic] {
  return [name.toLowerCase(), about];
}

/** By host, then by path: what each page says, and nothing else. */
const PAGES: ReadonlyMap<string, ReadonlyMap<string, Topic>> = new Map([
  ...COMPANIES.map((company) => [company.website, pagesOf(company)] as const),
  [
    DIRECTORY,
    new Map(COMPANIES.map((company) => [new URL(directoryOf(company)).pathname, companyTopic(company)])),
  ],
]);

function pagesOf(company: Company): ReadonlyMap<string, Topic> {
  const page = (path: string, facts: readonly Fact[]) =>
    [path, topic(company, company.name, facts, path)] as const;
  return new Map([
    ['', companyTopic(company)],
    page('/about', profileFacts(company)),
    page('/press', fundingFacts(company)),
    page('/contact', contactFacts(company)),
    page('/pricing', priceFacts(company)),
    page('/team', roleFacts(company)),
  ]);
}

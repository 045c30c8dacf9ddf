/** The texts of the starter templates, by Linkup's prompting advice: retrieve, tell apart by website or country, name the fields, prefer nothing to a guess. */
import type { AnswerShape, FieldKind } from '../../../enrichment/definition';
import type { Depth, TaskType } from '../../../enrichment/options';

/** A job as it is written: `[Company]` stands for the column that holds it, `(? …)` for words that need theirs. */
export interface Starter {
  readonly key: string;
  readonly label: string;
  readonly type: TaskType;
  readonly text: string;
  readonly shape: AnswerShape;
  readonly fields: readonly {
    readonly name: string;
    readonly kind: FieldKind;
    readonly description: string;
  }[];
  /** For search. */
  readonly depth: Depth;
  /** For fetch. */
  readonly instructions: string;
}

const SURE = 'Only return what you are 90% sure of; leave the rest empty.';

const PLAIN = { type: 'search', shape: 'fields', depth: 'standard', instructions: '' } as const;

/** The jobs, in the order in which they are offered. */
export const STARTERS: readonly Starter[] = [
  {
    ...PLAIN,
    key: 'company',
    label: 'Company profile',
    text: `Find the profile of the company “[Company]”(? (website: [Website]))(? in [Country]).
Run separate web searches for: its own website; business directories.
Return its industry, what it does, its headquarters, the year it was founded and its number of employees.
${SURE}`,
    fields: [
      { name: 'Industry', kind: 'text', description: 'In one to three words, such as Industrial software' },
      { name: 'What it does', kind: 'text', description: 'One sentence of at most 20 words' },
      { name: 'Headquarters', kind: 'text', description: 'City and country' },
      { name: 'Founded', kind: 'number', description: 'Year in four digits' },
      { name: 'Employees', kind: 'number', description: 'Latest known number of people' },
    ],
  },
  {
    ...PLAIN,
    key: 'funding',
    label: 'Funding',
    text: `Find the latest funding round of the company “[Company]”(? (website: [Website]))(? in [Country]).
Run separate web searches for: its press releases about funding; news about its investors.
Return the round, the amount in US dollars, the date it was announced and the lead investors.
${SURE}`,
    fields: [
      { name: 'Last round', kind: 'text', description: 'Such as Seed or Series B' },
      { name: 'Amount (USD)', kind: 'number', description: 'Amount of that round in US dollars' },
      { name: 'Announced', kind: 'date', description: 'Day on which that round was announced' },
      { name: 'Lead investors', kind: 'list', description: 'Names of the lead investors' },
    ],
  },
  {
    ...PLAIN,
    key: 'contact',
    label: 'Contact page',
    // Finding a page and then reading it takes two steps, which only a deep search makes.
    depth: 'deep',
    text: `First find the contact page of “[Company]”(? (website: [Website])) on its own website, then scrape it.
Return the page’s address, the general e-mail address, the phone number and the postal address written there.
${SURE}`,
    fields: [
      { name: 'Contact page', kind: 'text', description: 'Full address, starting with https://' },
      { name: 'E-mail', kind: 'text', description: 'General address, not that of a person' },
      { name: 'Phone', kind: 'text', description: 'With the country code' },
      { name: 'Address', kind: 'text', description: 'Postal address in one line' },
    ],
  },
  {
    ...PLAIN,
    key: 'prices',
    label: 'Price page',
    type: 'fetch',
    text: '[Price page]',
    instructions: 'Take prices as they are listed, before discounts. Leave empty what the page does not say.',
    fields: [
      { name: 'Plans', kind: 'list', description: 'Names of the plans on the page' },
      { name: 'Lowest price', kind: 'number', description: 'Lowest monthly price above zero' },
      { name: 'Currency', kind: 'text', description: 'Three letters, such as USD' },
      { name: 'Free plan', kind: 'yes/no', description: 'Whether a plan costs nothing for good' },
    ],
  },
  {
    ...PLAIN,
    key: 'role',
    label: 'Person’s role',
    text: `Find the present job of the person “[Person]”(? at [Employer])(? in [Country]).
Run separate web searches for: the team page of the employer; news and talks that name the person.
Return the job title, the employer and since when.
${SURE} If several people have this name, return nothing.`,
    fields: [
      { name: 'Job title', kind: 'text', description: 'As the employer writes it' },
      { name: 'Employer', kind: 'text', description: 'Name of the organisation' },
      { name: 'Since', kind: 'date', description: 'Day, or first day of the month or year' },
    ],
  },
  {
    ...PLAIN,
    key: 'facts',
    label: 'Fact check',
    text: `Find reliable sources that confirm or contradict this statement: “[Statement]”
Run separate web searches for: the statement; official figures about its subject.
Return what the sources say (confirmed, contradicted or unclear), the correct fact, and the best evidence.
${SURE}`,
    fields: [
      { name: 'Verdict', kind: 'text', description: 'Only one word: confirmed, contradicted or unclear' },
      { name: 'Correct fact', kind: 'text', description: 'One sentence; empty when confirmed' },
      { name: 'Evidence', kind: 'text', description: 'A short quotation and who says it' },
    ],
  },
];

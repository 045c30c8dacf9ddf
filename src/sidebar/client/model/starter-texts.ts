/** The texts of the starter templates, by Linkup's prompting advice: retrieve, tell apart by website or country, prefer nothing to a guess. The fields are asked for by their schema alone. */
import type { FieldKind } from '../../../enrichment/definition';

/** A column to fill: its name, what it holds, and how to write it. */
type StarterField = readonly [name: string, kind: FieldKind, description: string];

/** A job as it is written: `[Company]` stands for the column that holds it, `< …>` for words that need theirs. */
export interface Starter {
  readonly label: string;
  /** What a search asks, without the fields it is to return; or for a fetch, the address. */
  readonly text: string;
  readonly fields: readonly StarterField[];
  /** For a search that first finds a page and then reads it: two steps, which only a deep one makes. */
  readonly deep?: true;
  /** Makes it a fetch. */
  readonly instructions?: string;
}

const COMPANY = 'the company “[Company]”< (website: [Website])>< in [Country]>';
const SEARCHES = '\nRun separate web searches for: ';

/** The jobs, in the order in which they are offered. */
export const STARTERS: readonly Starter[] = [
  {
    label: 'Company profile',
    text: `Find the profile of ${COMPANY}.${SEARCHES}its own website; business directories.`,
    fields: [
      ['Industry', 'text', 'One to three words'],
      ['What it does', 'text', 'One sentence of at most 20 words'],
      ['Headquarters', 'text', 'City and country'],
      ['Founded', 'number', 'Year in four digits'],
      ['Employees', 'number', 'Latest number'],
    ],
  },
  {
    label: 'Funding',
    text: `Find the latest funding round of ${COMPANY}.${SEARCHES}its press releases about funding; news about its investors.`,
    fields: [
      ['Last round', 'text', 'Such as Seed or Series B'],
      ['Amount (USD)', 'number', 'In US dollars'],
      ['Announced', 'date', 'Day of the announcement'],
      ['Lead investors', 'list', 'Their names'],
    ],
  },
  {
    label: 'Contact page',
    deep: true,
    text: `First find the contact page of ${COMPANY} on its own website, then scrape it.`,
    fields: [
      ['Contact page', 'text', 'Full address'],
      ['E-mail', 'text', 'General address, not a person’s'],
      ['Phone', 'text', 'With the country code'],
      ['Address', 'text', 'Postal address in one line'],
    ],
  },
  {
    label: 'Price page',
    text: '[Price page]',
    instructions: 'Prices as listed, before discounts. Leave empty what the page does not say.',
    fields: [
      ['Plans', 'list', 'Names of the plans'],
      ['Lowest price', 'number', 'Lowest monthly price above 0'],
      ['Currency', 'text', 'Three letters, such as USD'],
      ['Free plan', 'yes/no', 'Whether one plan stays free'],
    ],
  },
  {
    label: 'Person’s role',
    text: `Find the present job of the person “[Person]”< at [Employer]>< in [Country]>.${SEARCHES}the employer’s team page; news that names the person.
If several people have this name, return nothing.`,
    fields: [
      ['Job title', 'text', 'As the employer writes it'],
      ['Employer', 'text', 'Name of the organisation'],
      ['Start date', 'date', 'First day in that job'],
    ],
  },
  {
    label: 'Fact check',
    text: `Find reliable sources that confirm or contradict this statement: “[Statement]”${SEARCHES}the statement; official figures about its subject.`,
    fields: [
      ['Verdict', 'text', 'One word: confirmed, contradicted or unclear'],
      ['Correct fact', 'text', 'One sentence; empty when confirmed'],
      ['Evidence', 'text', 'A short quotation and who says it'],
    ],
  },
];

/** A job that takes several enrichments: each asks with what those before it find, `[Website]` being the column of a field “Website”. */
export interface Chain {
  readonly label: string;
  readonly first: Starter;
  readonly rest: readonly Starter[];
}

const ON_ITS_OWN = 'on its own website, not on one that writes about it';

const FIND_WEBSITE: Starter = {
  label: 'Find the website',
  text: 'Find the official website of the company “[Company]”< in [Country]>.',
  fields: [['Website', 'link', 'Address of its home page']],
};

const READ_WEBSITE: Starter = {
  label: 'Read the website',
  text: '[Website]',
  instructions: 'What the page says of the company itself. Leave empty what it does not say.',
  fields: [
    ['Industry', 'text', 'One to three words'],
    ['What it does', 'text', 'One sentence of at most 20 words'],
    ['Headquarters', 'text', 'City and country'],
  ],
};

/** The chains, in the order in which they are offered. */
export const CHAINS: readonly Chain[] = [
  { label: 'Website → profile', first: FIND_WEBSITE, rest: [READ_WEBSITE] },
  {
    label: 'Price page → prices',
    first: {
      label: 'Find the price page',
      text: `Find the page with the prices of ${COMPANY}, ${ON_ITS_OWN}.`,
      fields: [['Price page', 'link', 'Full address']],
    },
    rest: STARTERS.filter(({ label }) => label === 'Price page').map((prices) => ({
      ...prices,
      label: 'Read the prices',
    })),
  },
  {
    label: 'Website → contact page → details',
    first: FIND_WEBSITE,
    rest: [
      {
        label: 'Find the contact page',
        text: '[Website]',
        instructions:
          'The address of the page that says how to reach the company. Leave it empty if none is named.',
        fields: [['Contact page', 'link', 'Full address']],
      },
      {
        label: 'Read the contact page',
        text: '[Contact page]',
        instructions:
          'How to reach the company itself, not one person. Leave empty what the page does not say.',
        fields: [
          ['E-mail', 'e-mail', 'General address'],
          ['Phone', 'phone', 'With the country code'],
          ['Address', 'text', 'Postal address in one line'],
        ],
      },
    ],
  },
];

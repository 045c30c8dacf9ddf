/** A search, a fetch and a research about the same companies, whose questions go to Linkup in one request. */
import type { Draft } from '../../../../src/sidebar/protocol';
import { worldKnowledge } from '../../../doubles/linkup';
import { COMPANIES, type Company, companyTable } from '../../../world/companies';
import { withCompanies } from '../../../world/company-web';
import { begin, saved } from '../../../world/sidebar';
import type { World } from '../../../world/world';
import { held, type Known } from './known';
import { billedUsd, exactly } from './ledger';
import { LONGEST_HOURS, type Opener, type Part, type Played } from './part';

const ROWS = 8;

/** USD for one of each: a standard search, a page with fields, a short piece of research. */
const ONE_OF_EACH = 0.006 + 0.002 + 0.25;

/** What each enrichment asks, and what is right. */
const ASKED: readonly (Pick<Draft, 'type' | 'template' | 'options'> & Known)[] = [
  {
    name: 'Profile',
    type: 'search',
    template: 'How many employees has {{Company}}, and when was it founded?',
    options: { depth: 'standard' },
    about: 'Company',
    fields: [
      { name: 'Employees', kind: 'number' },
      { name: 'Founded', kind: 'number' },
    ],
    truth: ofCompany(({ employees, founded }) => ({ Employees: `${employees}`, Founded: `${founded}` })),
  },
  {
    name: 'Prices',
    type: 'fetch',
    template: '{{Price page}}',
    options: { mode: 'standard' },
    about: 'Company',
    fields: [
      { name: 'Lowest price', kind: 'number' },
      { name: 'Free plan', kind: 'yes/no' },
    ],
    truth: ofCompany(({ lowestPrice, freePlan }) => ({
      'Lowest price': `${lowestPrice}`,
      'Free plan': freePlan ? 'TRUE' : 'FALSE',
    })),
  },
  {
    name: 'Role',
    type: 'research',
    template: 'What is the job title of {{Contact}} at {{Company}}?',
    options: { mode: 'auto', reasoningDepth: 'S' },
    about: 'Company',
    fields: [{ name: 'Job title', kind: 'text' }],
    truth: ofCompany(({ title }) => ({ 'Job title': title })),
  },
];

/** Starts all three while Linkup's queue is full, so that they wait together, and closes the sidebar. */
export const MIXED: Part = {
  name: 'Mixed batch',
  play: async (open: Opener): Promise<Played> => {
    const table = companyTable().slice(0, ROWS + 1);
    const world = await open(table, { knowledge: withCompanies(worldKnowledge()) });
    for (const { name, type, template, options, fields } of ASKED)
      saved(world, { name, type, template, options, fields });
    const { knobs } = world.linkup;
    const places = knobs.queueLimit;
    knobs.queueLimit = 0;
    begin(world);
    knobs.queueLimit = places;
    world.untilDone(LONGEST_HOURS);
    const all = ASKED.map((known) => held(world, known));
    const together = largestMix(world);
    return {
      rows: ROWS * ASKED.length,
      done: all.flatMap(({ done }) => done).length,
      wrong: all.flatMap(({ wrong }) => wrong),
      billedUsd: billedUsd(world),
      costsUsd: exactly(ROWS * ONE_OF_EACH),
      amiss: together > 0 ? [] : ['no request held all three types'],
      did: `A search, a fetch and a research about ${ROWS} companies waited for a full queue, then went out in one request of ${together} tasks.`,
    };
  },
};

/** How many tasks the largest request had that held all three types; 0 where none did. */
function largestMix({ linkup }: World): number {
  const posts = new Map<number, string[]>();
  for (const { createdAt, type } of linkup.tasks)
    posts.set(createdAt, [...(posts.get(createdAt) ?? []), type]);
  const mixed = [...posts.values()].filter((types) => new Set(types).size === ASKED.length);
  return Math.max(0, ...mixed.map((types) => types.length));
}

function ofCompany(facts: (company: Company) => Record<string, string>): Known['truth'] {
  return (subject) => {
    const company = COMPANIES.find(({ name }) => name === subject);
    return company ? facts(company) : {};
  };
}

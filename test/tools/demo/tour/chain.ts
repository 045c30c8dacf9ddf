/** A chain: a search finds a company's website, a fetch reads it, and three fields are filled from that page. */
import { worldKnowledge } from '../../../doubles/linkup';
import { COMPANIES } from '../../../world/companies';
import { withCompanies } from '../../../world/company-web';
import { ask, saved } from '../../../world/sidebar';
import { held, type Known } from './known';
import { billedUsd, exactly } from './ledger';
import { LONGEST_HOURS, type Opener, type Part, type Played } from './part';

const FIRST = COMPANIES.slice(0, 8);

/** USD for one row: a standard search, and a page with fields. */
const ROW = 0.006 + 0.002;

const WEBSITE: Known = {
  name: 'Site',
  about: 'Company',
  fields: [{ name: 'Website', kind: 'text' }],
  truth: (subject) => ({ Website: `https://${companyOf(subject)?.website}` }),
};

const PAGE: Known = {
  name: 'Page',
  about: 'Company',
  fields: [
    { name: 'Industry', kind: 'text' },
    { name: 'Founded', kind: 'number' },
    { name: 'Employees', kind: 'number' },
  ],
  truth: (subject) => {
    const { industry = '', founded = '', employees = '' } = companyOf(subject) ?? {};
    return { Industry: industry, Founded: `${founded}`, Employees: `${employees}` };
  },
};

/** One press for all columns, at one price; the sidebar is closed at once. */
export const CHAIN: Part = {
  name: 'Chain',
  play: async (open: Opener): Promise<Played> => {
    const table = [['Company'], ...FIRST.map(({ name }) => [name])];
    const world = await open(table, { knowledge: withCompanies(worldKnowledge()) });
    const { name, fields } = WEBSITE;
    saved(world, { name, fields, template: 'What is the website of {{Company}}?' });
    const reads = { type: 'fetch', template: '{{Website}}', options: { mode: 'standard' } } as const;
    saved(world, { ...reads, name: PAGE.name, fields: PAGE.fields });
    const { sheetId, revision, total } = ask(world, 'chainOffer', { sheetId: world.sheet.id });
    ask(world, 'enrichChain', { sheetId, revision, total, cap: total });
    world.untilDone(LONGEST_HOURS);
    const [found, read] = [held(world, WEBSITE), held(world, PAGE)];
    return {
      rows: FIRST.length * 2,
      done: found.done.length + read.done.length,
      wrong: [...found.wrong, ...read.wrong],
      billedUsd: billedUsd(world),
      costsUsd: exactly(FIRST.length * ROW),
      amiss: [],
      did: `One press found the websites of ${found.done.length} companies, read them, and filled ${PAGE.fields.length} fields from it for ${read.done.length} of them.`,
    };
  },
};

function companyOf(subject: string) {
  return COMPANIES.find(({ name }) => name === subject);
}

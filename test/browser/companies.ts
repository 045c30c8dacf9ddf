/** A few companies, as a table and as what the local Linkup knows about them. */
import type { Topic } from '../doubles/linkup';

const COMPANIES = [
  ['Brotwerk', 'brotwerk.example', 'Bakery', 'Bern, Switzerland', 140],
  ['Lumen Optics', 'lumen.example', 'Laser optics', 'Jena, Germany', 2300],
  ['Fjordline', 'fjordline.example', 'Ferries', 'Bergen, Norway', 810],
] as const;

/** Headings, then one company a row. */
export const COMPANY_TABLE = [['Company', 'Website'], ...COMPANIES.map(([name, website]) => [name, website])];

/** What is known of each, in the words of the template “Company profile”. */
export const COMPANY_TOPICS: readonly Topic[] = COMPANIES.map(
  ([name, website, industry, headquarters, employees]) => ({
    name,
    facts: [
      { key: 'industry', value: industry, sentence: `${name} is in ${industry}` },
      { key: 'headquarters', value: headquarters, sentence: `${name} is in ${headquarters}` },
      { key: 'employees', value: employees, sentence: `${name} has ${employees} employees` },
    ],
    sources: [{ name: `About ${name}`, url: `https://${website}/about`, content: name }],
    images: [],
  }),
);

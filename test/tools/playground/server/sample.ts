/** The tables that a newcomer finds: companies, as most people have them, and countries, of which everybody can tell what is right. */
import countries from 'world-countries';
import { companyTable } from '../../../world/companies';
import type { Sample } from '../thread/settings';

/** Rows of countries: enough to see a run at work, few enough to read. */
const ROWS = 60;

/** Most people know these, so their answers can be judged at a glance. */
const LEAST_AREA = 100_000;

/** Both, the companies first: every template of the sidebar finds its columns there. */
export const samples = (): Sample[] => [
  { name: 'Companies', table: companyTable(), narrow: ['Price page', 'Claim'] },
  { name: 'Countries', table: countrySample() },
];

/** Headings, then one country a row, by name, with what one would know of each. */
export function countrySample(): string[][] {
  const chosen = countries
    .filter(({ unMember, area, capital }) => unMember && area > LEAST_AREA && capital.length === 1)
    .sort((a, b) => a.name.common.localeCompare(b.name.common, 'en'))
    .slice(0, ROWS);
  const rows = chosen.map(({ name, capital, region, cca3 }) => [
    name.common,
    capital[0] ?? '',
    region,
    `https://countries.example/${cca3.toLowerCase()}`,
  ]);
  return [['Country', 'Capital', 'Region', 'Website'], ...rows];
}

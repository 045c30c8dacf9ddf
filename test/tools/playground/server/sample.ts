/** The table that a newcomer finds: countries, with what one would know of them, and room for what one would like to know. */
import countries from 'world-countries';

/** Rows of the sample: enough to see a run at work, few enough to read. */
const ROWS = 60;

/** Most people know these, so their answers can be judged at a glance. */
const LEAST_AREA = 100_000;

/** Headings, then one country a row, by name. */
export function sampleTable(): string[][] {
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

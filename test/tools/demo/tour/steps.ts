/** Steps: what a standard search does not find is asked deeper, then researched, and nothing else is. */
import { type Work, worldKnowledge } from '../../../doubles/linkup';
import { countryTable } from '../../../world/countries';
import { enrich, saved } from '../../../world/sidebar';
import { COUNTRY_FACTS, held } from './known';
import { billedUsd, chargesAt, exactly } from './ledger';
import { LONGEST_HOURS, type Opener, type Part, type Played } from './part';

const TABLE = countryTable(8);

/** Of these only a deep search finds anything. */
const SHY = TABLE.slice(1, 3).flat();

/** Of these only research does. */
const SHYEST = TABLE.slice(3, 5).flat();

/** USD for an answer at each step. */
const PRICES = { standard: 0.006, deep: 0.055, research: 0.25 };

const WEB = worldKnowledge();

/** Which questions yield nothing; what yields nothing is not billed. */
function failWhen(work: Work): 'SEARCH_QUERY_NO_RESULT' | null {
  if (work.type !== 'search') return null;
  const country = WEB.topicOf(work.input.q)?.name ?? '';
  const isTooDeep = SHYEST.includes(country) || (SHY.includes(country) && work.input.depth !== 'deep');
  return isTooDeep ? 'SEARCH_QUERY_NO_RESULT' : null;
}

/** One press agrees the price of all steps; the sidebar is closed at once. */
export const STEPS: Part = {
  name: 'Steps with misses',
  play: async (open: Opener): Promise<Played> => {
    const world = await open(TABLE, { linkup: { failWhen } });
    const id = saved(world, {
      steps: [
        { type: 'search', depth: 'deep' },
        { type: 'research', mode: 'auto', reasoningDepth: 'S' },
      ],
    });
    enrich(world, id);
    world.untilDone(LONGEST_HOURS);
    const { done, wrong } = held(world, COUNTRY_FACTS);
    const [quick, deep, researched] = Object.values(PRICES).map((usd) => chargesAt(world, usd));
    const rows = TABLE.length - 1;
    const { standard, deep: deepUsd, research } = PRICES;
    return {
      rows,
      done: done.length,
      wrong,
      billedUsd: billedUsd(world),
      costsUsd: exactly(
        (rows - SHY.length - SHYEST.length) * standard + SHY.length * deepUsd + SHYEST.length * research,
      ),
      amiss: [],
      did: `A standard search found ${quick} of ${rows} countries, a deep one ${deep} of the others, and research the last ${researched}; what found nothing cost nothing.`,
    };
  },
};

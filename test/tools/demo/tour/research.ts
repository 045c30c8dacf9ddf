/** Research that takes minutes: asked in the sidebar, which is closed at once, and brought in by the trigger alone. */
import { count } from '../../../../src/enrichment/amounts';
import { countryTable } from '../../../world/countries';
import { RESEARCH_DRAFT } from '../../../world/drafts';
import { enrich, saved } from '../../../world/sidebar';
import { COUNTRY_FACTS, held } from './known';
import { billedUsd, exactly } from './ledger';
import { LONGEST_HOURS, type Opener, type Part, type Played } from './part';

const ROWS = 6;

/** USD for a short piece of research. */
const PRICE = 0.25;

/** Nobody is there after the press. */
export const RESEARCH: Part = {
  name: 'Research by trigger alone',
  play: async (open: Opener): Promise<Played> => {
    const world = await open(countryTable(ROWS));
    const { type, options } = RESEARCH_DRAFT;
    enrich(world, saved(world, { type, options }));
    const [early, before] = [held(world, COUNTRY_FACTS).done.length, world.host.executions.length];
    const closedAt = world.clock.now();
    world.untilDone(LONGEST_HOURS);
    const minutes = Math.round((world.clock.now() - closedAt) / 60_000);
    const later = world.host.executions.slice(before);
    const { done, wrong } = held(world, COUNTRY_FACTS);
    return {
      rows: ROWS,
      done: done.length,
      wrong,
      billedUsd: billedUsd(world),
      costsUsd: exactly(ROWS * PRICE),
      amiss: [
        ...(early > 0 ? [`${count(early, 'row')} had been answered before the sidebar was closed`] : []),
        ...(later.every(({ by }) => by === 'clock') ? [] : ['somebody had to come back for the answers']),
      ],
      did: `The sidebar was closed after the press; the trigger brought ${done.length} answers in ${count(later.length, 'start')} over ${count(minutes, 'minute')}, with nobody there.`,
    };
  },
};

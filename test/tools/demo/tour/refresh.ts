/** A night's refresh: what was added and what was edited by day is asked at seven, and nothing else, that night or the next. */
import { count } from '../../../../src/enrichment/amounts';
import { countryTable } from '../../../world/countries';
import { pass, schedule } from '../../../world/schedules';
import { enrich, saved } from '../../../world/sidebar';
import type { World } from '../../../world/world';
import { COUNTRY_FACTS, held } from './known';
import { billedUsd, charges, exactly } from './ledger';
import { LONGEST_HOURS, type Opener, type Part, type Played } from './part';

const ROWS = 12;

/** Typed below the table. */
const ADDED = ['Japan', 'Peru', 'Chad'];

/** Typed over the first countries. */
const CHANGED = ['Mali', 'Nepal'];

/** USD for a standard search. */
const PRICE = 0.006;

/** A table that was answered by day is scheduled, and left alone for two nights. */
export const REFRESH: Part = {
  name: 'A night’s refresh',
  play: async (open: Opener): Promise<Played> => {
    const world = await open(countryTable(ROWS));
    const id = saved(world);
    enrich(world, id);
    world.untilDone(LONGEST_HOURS);
    const before = charges(world);
    schedule(world, id);
    edit(world);
    pass(world, 24);
    const night = charges(world);
    pass(world, 24);
    const edited = [...ADDED, ...CHANGED];
    const { done, wrong } = held(world, COUNTRY_FACTS);
    return {
      rows: edited.length,
      done: edited.filter((country) => done.includes(country)).length,
      wrong,
      billedUsd: billedUsd(world, before),
      costsUsd: exactly(edited.length * PRICE),
      beforeUsd: exactly(ROWS * PRICE),
      amiss: night === charges(world) ? [] : ['the second night, with nothing to ask, was billed too'],
      did: `Of ${ROWS + ADDED.length} rows the night asked ${ADDED.length} new and ${CHANGED.length} changed ones: ${count(night - before, 'question')} billed; the next night none.`,
    };
  },
};

function edit({ sheet }: World): void {
  for (const country of ADDED) sheet.type(sheet.lastRow + 1, 1, country);
  CHANGED.forEach((country, i) => {
    sheet.type(i + 2, 1, country);
  });
}

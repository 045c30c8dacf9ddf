/** The formula =LINKUP over a range, recalculated a hundred times: asked once, and the same answers each time. */
import { count } from '../../../../src/enrichment/amounts';
import { countryTable, truth } from '../../../world/countries';
import { calculate } from '../../../world/formula';
import { ask } from '../../../world/sidebar';
import type { World } from '../../../world/world';
import { billedUsd, charges, exactly } from './ledger';
import type { Opener, Part, Played } from './part';

const ROWS = 5;

const TIMES = 100;

/** USD for a standard search. */
const PRICE = 0.006;

/** Between two recalculations, in ms: some on the same day, some on another. */
const PAUSE = 1_800_000;

/** The owner turns formulas on; the sheet is recalculated again and again for two days. */
export const FORMULA: Part = {
  name: 'Formula',
  play: async (open: Opener): Promise<Played> => {
    const countries = countryTable(ROWS).slice(1).flat();
    const questions = countries.map((country) => [`What is the area of ${country} in km²?`]);
    const world = await open([['Question'], ...questions]);
    ask(world, 'setFormula', { cap: 1 });
    const shown = recalculated(world);
    const last = shown.at(-1) ?? [];
    const wrong = countries.flatMap((country, i) => {
      const area = Number(truth(country).area);
      return last[i] === area ? [] : [`the area of ${country} reads “${last[i]}”, not “${area}”`];
    });
    const changed = new Set(shown.filter(isWhole).map((answers) => answers.join('; '))).size - 1;
    return {
      rows: ROWS,
      done: last.filter((value) => typeof value === 'number').length,
      wrong,
      billedUsd: billedUsd(world),
      costsUsd: exactly(ROWS * PRICE),
      amiss: changed > 0 ? [`its answers changed ${count(changed, 'time')}`] : [],
      did: `=LINKUP over ${count(ROWS, 'question')} was recalculated ${shown.length} times in two days: ${count(charges(world), 'question')} billed.`,
    };
  },
};

/** What its cells showed, each time; nothing where Google showed an error. */
function recalculated(world: World): unknown[][] {
  return Array.from({ length: TIMES }, () => {
    const calculated = calculate(world, [{ a1: `A2:A${ROWS + 1}` }, '', 'number']);
    world.clock.sleep(PAUSE);
    return 'shows' in calculated ? [calculated.shows].flat(2) : [];
  });
}

const isWhole = (answers: readonly unknown[]): boolean =>
  answers.length === ROWS && answers.every((value) => typeof value === 'number');

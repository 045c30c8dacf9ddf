/** The first seeds, in the ordinary test run; `npm run simulate` plays as many as one likes. */
import { beforeAll, describe, expect, it } from 'vitest';
import { buildsOf } from './engine/bundles';
import { add, emptyTally } from './engine/counts';
import { playAll } from './engine/pool';
import { scenarioOf, THEMED_EVERY } from './engine/seeds';
import { THEMES } from './engine/themes';
import { PROMISES } from './oracles/violation';

/** So many that each situation with a name comes once. */
const SEEDS = THEMES.length * THEMED_EVERY;

/** How long simulated time takes to compute is no concern of a test. */
const NO_LIMIT = 0;

const tally = emptyTally();
const broken: string[] = [];

function* scenarios() {
  for (let seed = 1; seed <= SEEDS; seed++) yield scenarioOf(seed);
}

beforeAll(async () => {
  await playAll(await buildsOf(), scenarios(), ({ scenario, violations, tally: one }) => {
    add(tally, one);
    for (const { promise, what } of violations)
      broken.push(`promise ${promise}, seed ${scenario.seed}: ${what}`);
    return true;
  });
}, NO_LIMIT);

describe(`whatever happens in ${SEEDS} random seeds`, () => {
  it.each(Object.entries(PROMISES))('promise %s: %s', (promise) => {
    expect(broken.filter((each) => each.startsWith(`promise ${promise},`))).toEqual([]);
  });

  it('much does happen', () => {
    expect(tally.kills).toBeGreaterThan(SEEDS / 5);
    expect(Object.keys(tally.faults).length).toBeGreaterThan(40);
    expect(Object.keys(tally.userActions).length).toBeGreaterThan(25);
  });

  it('every situation with a name is played', () => {
    expect(Object.keys(tally.themes).sort()).toEqual(THEMES.map(({ name }) => name).sort());
  });
});

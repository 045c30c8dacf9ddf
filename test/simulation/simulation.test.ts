/** The first seeds, in the ordinary test run; `npm run simulate` plays as many as one likes. */
import { beforeAll, describe, expect, it } from 'vitest';
import { THOROUGH } from '../world/thorough';
import { buildsOf } from './engine/bundles';
import { add, emptyTally } from './engine/counts';
import { playAll } from './engine/pool';
import type { Scenario } from './engine/scenario';
import { isThemed, scenarioOf, THEMED_EVERY } from './engine/seeds';
import { THEMES } from './engine/themes';
import { PROMISES } from './oracles/violation';

/** So many that each situation with a name comes once. */
const ALL = Array.from({ length: THEMES.length * THEMED_EVERY }, (_, i) => i + 1);

/** What the seeds so far in which everything is random let happen. */
const happened = new Set<string>();

/** Unless thorough, of those seeds the ones in which something happens that does in none before: `npm run simulate` plays more. */
const SEEDS = ALL.filter((seed) => THOROUGH || isThemed(seed) || bringsNew(scenarioOf(seed)));

function bringsNew({ happenings }: Scenario): boolean {
  const before = happened.size;
  for (const { kind } of happenings) happened.add(kind);
  return happened.size > before;
}

/** How long simulated time takes to compute is no concern of a test. */
const NO_LIMIT = 0;

const tally = emptyTally();
const broken: string[] = [];

beforeAll(async () => {
  await playAll(await buildsOf(), SEEDS.map(scenarioOf), ({ scenario, violations, tally: one }) => {
    add(tally, one);
    for (const { promise, what } of violations)
      broken.push(`promise ${promise}, seed ${scenario.seed}: ${what}`);
    return true;
  });
}, NO_LIMIT);

describe(`whatever happens in ${SEEDS.length} random seeds`, () => {
  it.each(Object.entries(PROMISES))('promise %s: %s', (promise) => {
    expect(broken.filter((each) => each.startsWith(`promise ${promise},`))).toEqual([]);
  });

  it('much does happen', () => {
    expect(tally.kills).toBeGreaterThan(SEEDS.length / 5);
    expect(Object.keys(tally.faults).length).toBeGreaterThan(40);
    expect(Object.keys(tally.userActions).length).toBeGreaterThan(25);
  });

  it('every situation with a name is played', () => {
    expect(Object.keys(tally.themes).sort()).toEqual(THEMES.map(({ name }) => name).sort());
  });
});

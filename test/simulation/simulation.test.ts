/** A first stretch of seeds, in the ordinary test run; `npm run simulate` plays as many as one likes. */
import { describe, expect, it } from 'vitest';
import { buildsOf } from './bundles';
import { add, emptyTally } from './counts';
import { playOn } from './play';
import { scenarioOf } from './seeds';

/** As many as take a few seconds. */
const SEEDS = 30;

describe('random interleavings and faults', () => {
  it('break no invariant', { timeout: 120_000 }, async () => {
    const builds = await buildsOf();
    const tally = emptyTally();
    const broken: string[] = [];
    for (let seed = 1; seed <= SEEDS; seed++) {
      const report = playOn(builds, scenarioOf(seed));
      add(tally, report.tally);
      broken.push(
        ...report.violations.map(({ invariant, what }) => `seed ${seed}, invariant ${invariant}: ${what}`),
      );
    }
    expect(broken).toEqual([]);
    expect(tally.kills).toBeGreaterThan(0);
    expect(Object.keys(tally.faults).length).toBeGreaterThan(5);
    expect(Object.keys(tally.userActions).length).toBeGreaterThan(3);
  });
});

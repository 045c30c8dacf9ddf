/** The first seeds, in the ordinary test run; `npm run simulate` plays as many as one likes. */
import { describe, expect, it } from 'vitest';
import { buildsOf } from './engine/bundles';
import { add, emptyTally } from './engine/counts';
import { playAll } from './engine/pool';
import { scenarioOf } from './engine/seeds';

const SEEDS = 150;

function* scenarios() {
  for (let seed = 1; seed <= SEEDS; seed++) yield scenarioOf(seed);
}

describe('random interleavings and faults', () => {
  it(`break no promise in ${SEEDS} seeds`, { timeout: 240_000 }, async () => {
    const tally = emptyTally();
    const broken: string[] = [];
    await playAll(await buildsOf(), scenarios(), (report) => {
      const { seed } = report.scenario;
      add(tally, report.tally);
      for (const { invariant, what } of report.violations)
        broken.push(`seed ${seed}, invariant ${invariant}: ${what}`);
      return true;
    });
    expect(broken).toEqual([]);
    expect(tally.kills).toBeGreaterThan(SEEDS / 5);
    expect(Object.keys(tally.faults).length).toBeGreaterThan(40);
    expect(Object.keys(tally.userActions).length).toBeGreaterThan(25);
  });
});

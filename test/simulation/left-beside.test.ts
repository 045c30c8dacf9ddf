/** What the simulation once found of answers and typed values that a cut-short or overtaken write left beside other rows, by name. */
import { beforeAll, describe, expect, it } from 'vitest';
import { buildsOf } from './engine/bundles';
import { type Builds, playOn } from './engine/play';
import type { Happening, Moment, Scenario } from './engine/scenario';
import { SMALL_JOB } from './engine/small-job';

/** How long simulated time takes to compute is no concern of a test. */
const FOR_LONG = { timeout: 0 };

let builds: Builds;

beforeAll(async () => {
  builds = await buildsOf();
});

function happens(kind: string, when: Moment, salt = 1): Happening {
  return { kind, when, salt };
}

function broken(happenings: readonly Happening[], changes: Partial<Scenario>): string[] {
  const { violations } = playOn(builds, { ...SMALL_JOB, ...changes, happenings, again: true });
  return violations.map(({ promise, what }) => `promise ${promise}: ${what}`);
}

describe('own columns that are sorted under a write', FOR_LONG, () => {
  it('take no value along that a person typed into a column made for answers', () => {
    const rows = [
      ['Thing-0', '2001'],
      ['Thing-1', '2003'],
      ['Thing-4', '2002'],
      ['Thing-5', '2003'],
      ['Thing-6', '2003'],
    ] as const;
    const sheets = [{ rows, enrichments: ['filled'] as const, fieldSources: true, steps: true }];
    const happenings = [
      happens('sorts only the own columns', { before: 'a write of cells', nth: 3 }, 314929),
      happens('types into an output', { before: 'a list of tasks', nth: 1 }, 827630),
    ];
    const linkup = { queueLimit: 2, isShy: true };
    expect(broken(happenings, { seed: 40894, sheets, linkup })).toEqual([]);
  });
});

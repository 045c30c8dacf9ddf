/** The order of the test files: those that take longest begin first, so that none of them is left for the end on one processor. */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** By file: seconds alone on a fast machine in November 2026, from 8 on. Vitest learns durations itself, but a fresh clone has none to learn from. */
export const SECONDS: Readonly<Record<string, number>> = {
  'browser/looks/states': 35,
  'browser/journeys/playground': 21,
  'browser/journeys/runs': 20,
  'browser/journeys/first-run': 13,
  'browser/looks/keyboard': 11,
  'browser/journeys/problems': 11,
  'browser/journeys/tries': 9,
  'simulation/exhaustive': 48,
  'simulation/simulation': 32,
  'scenarios/linkup/errors-midrun': 22,
  'simulation/regressions': 14,
  'tools/bench/bench': 10,
};

/** Within a project, the named ones before all others. */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.sort((a, b) => (a.project === b.project ? secondsOf(b) - secondsOf(a) : 0));
  }
}

function secondsOf({ moduleId }: TestSpecification): number {
  const name = Object.keys(SECONDS).find((path) => moduleId.endsWith(`/test/${path}.test.ts`));
  return name === undefined ? 0 : (SECONDS[name] ?? 0);
}

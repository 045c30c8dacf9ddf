/** The order of the test files: those that take longest begin first, so that none of them is left for the end on one processor. */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** By file: seconds alone on a fast machine in November 2026, from 8 on. Vitest learns durations itself, but a fresh clone has none to learn from. */
export const SECONDS: Readonly<Record<string, number>> = {
  'browser/looks/states': 45,
  'browser/journeys/playground': 26,
  'browser/journeys/runs': 25,
  'browser/looks/keyboard': 14,
  'browser/journeys/first-run': 12,
  'browser/journeys/problems': 12,
  'browser/journeys/tries': 9,
  'simulation/simulation': 46,
  'check/check': 30,
  'scenarios/linkup/errors-midrun': 18,
  'simulation/regressions': 15,
  'simulation/exhaustive': 14,
  'scenarios/sidebar/schedule': 14,
  'scenarios/sidebar/undo': 14,
  'scenarios/sidebar/remove': 13,
  'scenarios/sidebar/carry-on': 12,
  'scenarios/answers/chains': 11,
  'tools/bench/bench': 11,
  'scenarios/linkup/mixed-posts': 10,
  'tools/demo/tour/tour': 10,
};

/** The named ones before all others, whatever project they are of. */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.sort((a, b) => secondsOf(b) - secondsOf(a));
  }
}

function secondsOf({ moduleId }: TestSpecification): number {
  const name = Object.keys(SECONDS).find((path) => moduleId.endsWith(`/test/${path}.test.ts`));
  return name === undefined ? 0 : (SECONDS[name] ?? 0);
}

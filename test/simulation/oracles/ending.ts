/** Invariant 6: every run ends, and nothing is left behind. */
import type { Stage } from '../stage';
import { type Violation, violation } from './violation';

/** At the end of everything: no run on record and no trigger. */
export function checkEnding({ runs, host }: Stage): Violation[] {
  const live = runs
    .live()
    .map(({ id, paused }) => violation(6, `run ${id} never ended${paused ? ' (paused)' : ''}`));
  const triggers = host.triggers.map(({ fn, user }) =>
    violation(6, `a trigger for ${fn} of ${user} is left behind`),
  );
  return [...live, ...triggers];
}

/** While nothing happens by itself any more: whatever is unfinished says why. */
export function checkStanding({ runs, host, tally }: Stage): Violation[] {
  const excused = Object.keys(tally.faults).some((kind) => kind.includes('trigger'));
  if (excused || host.triggers.length > 0) return [];
  return runs
    .live()
    .filter(({ paused }) => !paused)
    .map(({ id }) => violation(6, `run ${id} goes on for ever: no trigger, and no reason why it is paused`));
}

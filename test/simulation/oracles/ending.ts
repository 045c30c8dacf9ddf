/** Promise 6: every run ends, and nothing is left behind. */
import type { Stage } from '../engine/stage';
import { type Violation, violation } from './violation';

/** At the end of everything: no run on record and no trigger. */
export function checkEnding({ runs, host }: Stage): Violation[] {
  const live = runs
    .live()
    .map(({ id, paused }) => violation(6, `run ${id} never ended${paused ? ` (paused: ${paused})` : ''}`));
  const triggers = host.triggers.map(({ fn, user }) =>
    violation(6, `a trigger for ${fn} of ${user} is left behind`),
  );
  return [...live, ...triggers];
}

/** What must have happened for a run to give this reason for its pause. */
const CAUSES: Readonly<Record<string, RegExp>> = {
  'no-credits': /credits/,
  'budget-reached': /budget/,
  'bad-key': /401/,
  'storage-full': /propert/,
};

/** Google failed to read too seldom for a run to wait for a person because of it: it goes on at the next look. */
const HICCUPS = 3;

/** A run that says why it is paused tells the truth. */
export function checkReasons({ runs, tally }: Stage): Violation[] {
  const seen = Object.keys(tally.faults).join('\n');
  const hiccups = Object.entries(tally.faults).reduce(
    (n, [kind, times]) => n + (/fail/.test(kind) ? times : 0),
    0,
  );
  return runs.live().flatMap(({ id, paused }) => {
    if (paused === 'cannot-read' && hiccups < HICCUPS)
      return [violation(6, `run ${id} waits for a person, for Google once failed to read`)];
    const cause = paused === undefined ? undefined : CAUSES[paused];
    return cause && !cause.test(seen)
      ? [violation(6, `run ${id} is paused by “${paused}”, and nothing was`)]
      : [];
  });
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

/** Promise 6: every run ends, and nothing is left behind. */
import { isOf } from '../engine/enrichments';
import type { Stage } from '../engine/stage';
import { receiptsIn } from './receipts';
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

/** A run ends once: there is one receipt of it. */
export function checkReceipts(stage: Stage): Violation[] {
  const ids = receiptsIn(stage).map(({ run }) => run);
  return ids
    .filter((id, i) => ids.indexOf(id) < i)
    .map((id) => violation(6, `run ${id} has a second receipt`));
}

/** A batch that was on its way when somebody stopped its run may still take effect, in ms. */
const ON_ITS_WAY = 2 * 60_000;

/** Nothing more is asked for a run that somebody stopped. */
export function checkStops({ stops, runs, sheets, linkup, skewMs }: Stage): Violation[] {
  const all = new Map(sheets.flatMap(({ enrichments }) => [...enrichments]));
  return stops.flatMap(({ at, enrichment: id }) => {
    const enrichment = all.get(id);
    const run = runs.seen.findLast((each) => each.enrichment === id && each.beganAt <= at);
    const next = runs.seen.find((each) => each.enrichment === id && each.beganAt > at);
    if (!enrichment || !run) return [];
    const until = next?.beganAt ?? Number.POSITIVE_INFINITY;
    return linkup.ownTasks
      .filter((task) => isOf(enrichment, task))
      .filter(({ createdAt }) => createdAt - skewMs > at + ON_ITS_WAY && createdAt - skewMs < until)
      .map(({ question }) => violation(6, `run ${run.id} was stopped, and asked “${question}” later`));
  });
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

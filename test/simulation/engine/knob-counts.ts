/** Counts what Linkup did by its knobs: only what was really seen by a simulation counts. */
import { count } from './counts';
import type { Scenario } from './scenario';
import type { Stage } from './stage';

/** Adds the kinds that a scenario's knobs brought about to its tally. */
export function noteKnobs({ linkup: plan }: Scenario, { linkup, wire, tally }: Stage): void {
  const tasks = linkup.ownTasks;
  const strangers = linkup.tasks.length - tasks.length;
  const several = wire.sent.some(({ tasks: n }) => n > 1);
  const seen: Readonly<Record<string, boolean>> = {
    'tasks fail': tasks.some(({ error }) => error === 'Internal server error'),
    'nothing found': tasks.some(({ error }) => error?.includes('did not yield')),
    'tasks never finish': tasks.some(({ endsAt }) => endsAt === Number.POSITIVE_INFINITY),
    'tasks expire': plan.retentionMs !== undefined,
    'completed in another order': several && plan.completionOrder === 'reverse',
    'answered in another order': several && plan.responseOrder === 'shuffled',
    'pages shift while they are read': strangers > 0 && (plan.neighbours?.perListRead ?? 0) > 0,
    'other people’s tasks': strangers > 0,
    'queue taken by others': (plan.neighbours?.slots ?? 0) > 0,
    'lists lag behind': plan.listLagMs !== undefined,
    'lists take long': plan.listTakesMs !== undefined,
    'batch taken in part': plan.shortage === 'partial',
    'an invalid item refuses the batch': invalid(plan.maxQueryLength) && plan.atomicity === 'all',
    'an invalid item fails by itself': invalid(plan.maxQueryLength) && plan.atomicity === 'each',
    'an invalid item is left out': invalid(plan.maxQueryLength) && plan.atomicity === 'drop',
    'credits run out': plan.balance !== undefined,
  };
  for (const [kind, was] of Object.entries(seen)) if (was) count(tally.faults, kind);
}

function invalid(maxQueryLength: number | undefined): boolean {
  return maxQueryLength !== undefined;
}

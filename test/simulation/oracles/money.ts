/** Promises 2 and 7: what Linkup billed, run by run. */
import type { TaskRecord } from '../../doubles/linkup';
import type { SeenRun } from '../engine/runs';
import type { Stage } from '../engine/stage';
import { type Violation, violation } from './violation';

/** Attributes every billed task to the run that was on when it was created, by its enrichment's marker. */
export function checkMoney(stage: Stage): Violation[] {
  const billed = billedTasks(stage);
  return [...new Set(stage.runs.seen.map(({ enrichment }) => enrichment))].flatMap((id) => {
    const marker = stage.sheetOf(id)?.enrichments.get(id)?.marker;
    if (marker === undefined) return [];
    const tasks = billed.filter(({ question }) => question.startsWith(marker));
    const runs = stage.runs.seen.filter(({ enrichment }) => enrichment === id);
    return runs.flatMap((run, i) => checkRun(run, tasks.filter(createdIn(stage, run, runs[i + 1]))));
  });
}

function billedTasks({ linkup }: Stage): TaskRecord[] {
  const paid = new Set(linkup.bill.entries.map(({ taskId }) => taskId));
  return linkup.ownTasks.filter(({ id }) => paid.has(id));
}

/** Runs are seen by Google's clock, tasks are created by Linkup's. */
function createdIn({ skewMs }: Stage, run: SeenRun, next?: SeenRun): (task: TaskRecord) => boolean {
  const end = next?.beganAt ?? Number.POSITIVE_INFINITY;
  return ({ createdAt }) => createdAt - skewMs >= run.beganAt && createdAt - skewMs < end;
}

function checkRun({ id, agreed }: SeenRun, tasks: readonly TaskRecord[]): Violation[] {
  const found: Violation[] = [];
  const times = new Map<string, number>();
  for (const { question } of tasks) times.set(question, (times.get(question) ?? 0) + 1);
  for (const [question, n] of times)
    if (n > 1) found.push(violation(2, `run ${id}: “${question}” was billed ${n} times`));
  const spent = tasks.reduce((sum, { price }) => sum + price, 0);
  if (spent > agreed + 1e-9) found.push(violation(7, `run ${id}: billed $${spent}, agreed to $${agreed}`));
  return found;
}

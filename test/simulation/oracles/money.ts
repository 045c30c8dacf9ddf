/** Promises 2 and 7: what Linkup billed, run by run. */
import type { TaskRecord } from '../../doubles/linkup';
import { isOf } from '../engine/enrichments';
import type { SeenRun } from '../engine/runs';
import type { Stage } from '../engine/stage';
import { type Violation, violation } from './violation';

/** Attributes every billed task to the run that was on when it was created, by its enrichment's marker and shape. */
export function checkMoney(stage: Stage): Violation[] {
  const billed = billedTasks(stage);
  const known = stage.sheets.flatMap(({ enrichments }) => [...enrichments.values()]);
  const unwanted = billed
    .filter((task) => !known.some((enrichment) => isOf(enrichment, task)))
    .map(({ question, price }) =>
      violation(7, `“${question}” was billed at $${price}, and nobody agreed to that`),
    );
  const runs = [...new Set(stage.runs.seen.map(({ enrichment }) => enrichment))].flatMap((id) => {
    const enrichment = stage.sheetOf(id)?.enrichments.get(id);
    if (enrichment === undefined) return [];
    const tasks = billed.filter((task) => isOf(enrichment, task));
    const runs = stage.runs.seen.filter((run) => run.enrichment === id);
    return runs.flatMap((run, i) => checkRun(stage, run, tasks.filter(createdIn(stage, run, runs[i + 1]))));
  });
  return [...unwanted, ...runs];
}

/** What Linkup billed to either key, but for what others asked with it. */
function billedTasks({ linkup, foreign }: Stage): TaskRecord[] {
  const paid = new Set(linkup.bill.entries.map(({ taskId }) => taskId));
  return linkup.ownTasks.filter(({ id }) => paid.has(id) && !foreign.has(id));
}

/** Runs are seen by Google's clock, tasks are created by Linkup's. */
function createdIn({ skewMs }: Stage, run: SeenRun, next?: SeenRun): (task: TaskRecord) => boolean {
  const end = next?.beganAt ?? Number.POSITIVE_INFINITY;
  return ({ createdAt }) => createdAt - skewMs >= run.beganAt && createdAt - skewMs < end;
}

function checkRun({ keys }: Stage, { id, agreement }: SeenRun, tasks: readonly TaskRecord[]): Violation[] {
  const found: Violation[] = [];
  const { cap, user } = agreement;
  const times = new Map<string, number>();
  for (const { question } of tasks) times.set(question, (times.get(question) ?? 0) + 1);
  for (const [question, n] of times)
    if (n > 1) found.push(violation(2, `run ${id}: “${question}” was billed ${n} times`));
  const spent = tasks.reduce((sum, { price }) => sum + price, 0);
  if (spent > cap + 1e-9) found.push(violation(7, `run ${id}: billed $${spent}, agreed to $${cap}`));
  const others = tasks.filter(({ key }) => !keys.get(user)?.has(key));
  if (others.length > 0)
    found.push(violation(7, `run ${id}: ${others.length} of ${user}'s questions were billed to another key`));
  return found;
}

/** Promises 2 and 7 for enrichments that use the answers of others: what is asked with an answer was read from a row, and in a chain its first answer had come. */
import type { Enrichment } from '../engine/enrichments';
import type { SeenRun } from '../engine/runs';
import type { Stage } from '../engine/stage';
import type { Watch } from '../engine/watch';
import { askersOf, billedTasks } from './money';
import { type Violation, violation } from './violation';

/** Looks at every question that was billed and asks with an answer. */
export function checkChains(stage: Stage, { stood }: Watch): Violation[] {
  const users = stage.sheets.flatMap(({ enrichments }) => [...enrichments].filter(([, { uses }]) => uses));
  if (users.length === 0) return [];
  const all = new Map(users);
  return billedTasks(stage).flatMap((task) => {
    const { question } = task;
    const by = askersOf(stage, task).filter(({ enrichment }) => all.has(enrichment));
    if (by.length === 0) return [];
    if (!by.some(({ enrichment }) => stood.wasAsked(enrichment, question)))
      return [violation(7, `“${question}” was billed, and no row ever asked it`)];
    const tooEarly = by.every((run) => waited(stage, run) && !stood.wasReady(run.enrichment, question));
    return tooEarly
      ? [violation(7, `run ${idsOf(by)}: “${question}” was billed, and its first answer had not come`)]
      : [];
  });
}

function idsOf(runs: readonly SeenRun[]): string {
  return runs.map(({ id }) => id).join(' and ');
}

/** Whether what a run asks with was asked together with it. */
function waited({ runs, sheets }: Stage, { agreement, enrichment: id }: SeenRun): boolean {
  if (!agreement.isForAll) return false;
  const enrichments =
    sheets.find((sheet) => sheet.enrichments.has(id))?.enrichments ?? new Map<string, Enrichment>();
  const uses = enrichments.get(id)?.uses;
  return runs.seen.some(
    (other) =>
      other.agreement === agreement &&
      enrichments.get(other.enrichment)?.outputs.some(({ heading }) => heading === uses),
  );
}

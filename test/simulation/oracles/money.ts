/** Promises 2 and 7: what Linkup billed, run by run. */
import type { TaskRecord } from '../../doubles/linkup';
import { type Enrichment, isOf } from '../engine/enrichments';
import type { Agreement, SeenRun } from '../engine/runs';
import type { Stage } from '../engine/stage';
import { endedByHand } from './receipts';
import { type Violation, violation } from './violation';

/** The happening in which somebody tries one row. */
const TRY = 'tries one row';

/** Attributes every billed task to the run that was on when it was created, by its enrichment's marker and shape. */
export function checkMoney(stage: Stage): Violation[] {
  const billed = billedTasks(stage);
  const all = new Map(stage.sheets.flatMap(({ enrichments }) => [...enrichments]));
  const taken = billed.map((task) => enrichmentOf(all, task));
  const unwanted = billed
    .filter((_, i) => taken[i] === undefined)
    .map(({ question, price }) => violation(7, `“${question}” was billed $${price}, and nobody asked it`));
  const runs = [...all.keys()].flatMap((id) => {
    const tasks = billed.filter((_, i) => taken[i] === id);
    const own = stage.runs.seen.filter((run) => run.enrichment === id);
    return own.flatMap((run, i) => checkRun(stage, run, tasks.filter(createdIn(stage, run, own[i + 1]))));
  });
  return [...unwanted, ...runs, ...checkTries(stage)];
}

/** Whoever tries a row is billed for it once, whatever a run asks. */
function checkTries({ wire, tally }: Stage): Violation[] {
  const wanted = tally.userActions[TRY] ?? 0;
  const { size } = wire.tried;
  return size > wanted ? [violation(7, `${wanted} rows were tried, and ${size} asked for it`)] : [];
}

/** What leaves every answer where it is, and every question what it was. */
const KEEPING =
  /^(has |the imported|presses (Enrich|Check|Stop)|colleague|puts |adds or removes|follows|resumes|stops|connects|moves |renames the|somebody)/;

/** Whoever presses Enrich once more pays for nothing that was answered, unless something was changed, or let go on purpose. */
export function checkPaidOnce(stage: Stage): Violation[] {
  const { tally, linkup } = stage;
  const isKept = Object.keys(tally.userActions).every((kind) => KEEPING.test(kind));
  if (!isKept || 'tasks expire' in tally.faults || linkup.knobs.echoSubject === 'search words') return [];
  const all = new Map(stage.sheets.flatMap(({ enrichments }) => [...enrichments]));
  const times = new Map<string, number>();
  const isLetGo = letGo(stage);
  for (const task of billedTasks(stage).filter(
    ({ status, id }) => status === 'completed' && !isLetGo.has(id),
  ))
    count(times, `${enrichmentOf(all, task)} “${task.question}”`);
  return [...times]
    .filter(([, n]) => n > 1)
    .map(([what, n]) => violation(3, `${what} was answered, kept, and billed ${n} times by several runs`));
}

/** What was asked by runs that a person ended without waiting for it: its rows say that it may be billed, and are offered again. */
function letGo(stage: Stage): Set<string> {
  const byHand = endedByHand(stage);
  const { seen } = stage.runs;
  const all = new Map(stage.sheets.flatMap(({ enrichments }) => [...enrichments]));
  const tasks = seen.flatMap((run, i) => {
    if (!byHand.has(run.id)) return [];
    const next = seen.slice(i + 1).find(({ enrichment }) => enrichment === run.enrichment);
    return billedTasks(stage)
      .filter((task) => enrichmentOf(all, task) === run.enrichment)
      .filter(createdIn(stage, run, next));
  });
  return new Set(tasks.map(({ id }) => id));
}

function count(times: Map<string, number>, what: string): void {
  times.set(what, (times.get(what) ?? 0) + 1);
}

/** The enrichment that asked a task: that of its shape, or, where somebody swapped the definition, of its marker alone. */
function enrichmentOf(all: ReadonlyMap<string, Enrichment>, task: TaskRecord): string | undefined {
  const entries = [...all];
  const exact = entries.find(([, enrichment]) => isOf(enrichment, task));
  return (exact ?? entries.find(([, { marker }]) => task.question.startsWith(marker)))?.[0];
}

/** What Linkup billed to either key, but for what others asked with it, and for tries: those are agreed to one by one, beside any run. */
function billedTasks({ linkup, foreign, wire }: Stage): TaskRecord[] {
  const paid = new Set(linkup.bill.entries.map(({ taskId }) => taskId));
  return linkup.ownTasks.filter(({ id }) => paid.has(id) && !foreign.has(id) && !wire.tried.has(id));
}

/** Runs are seen by Google's clock, tasks are created by Linkup's. */
function createdIn({ skewMs }: Stage, run: SeenRun, next?: SeenRun): (task: TaskRecord) => boolean {
  const end = next?.beganAt ?? Number.POSITIVE_INFINITY;
  return ({ createdAt }) => createdAt - skewMs >= run.beganAt && createdAt - skewMs < end;
}

function checkRun(
  stage: Stage,
  { id, agreement, carried }: SeenRun,
  tasks: readonly TaskRecord[],
): Violation[] {
  const found: Violation[] = [];
  const times = new Map<string, number>();
  for (const { question } of tasks) count(times, question);
  for (const [question, n] of times)
    if (n > 1) found.push(violation(2, `run ${id}: “${question}” was billed ${n} times`));
  const payers = [agreement, ...carried];
  for (const group of [payers, ...payers.map(({ user }) => payers.filter((each) => each.user === user))])
    found.push(...checkCap(stage, id, group, payers, tasks));
  const others = tasks.filter(({ key }) => !payers.some(({ user }) => stage.keys.get(user)?.has(key)));
  if (others.length > 0)
    found.push(
      violation(7, `run ${id}: ${others.length} of ${agreement.user}'s questions were billed to another key`),
    );
  return found;
}

/** No more was billed to keys that only these people use than they agreed to. */
function checkCap(
  { keys }: Stage,
  run: string,
  group: readonly Agreement[],
  payers: readonly Agreement[],
  tasks: readonly TaskRecord[],
): Violation[] {
  const others = payers.filter((payer) => !group.includes(payer));
  const isTheirs = ({ key }: TaskRecord): boolean => !others.some(({ user }) => keys.get(user)?.has(key));
  const spent = tasks.filter(isTheirs).reduce((sum, { price }) => sum + price, 0);
  const cap = group.reduce((sum, each) => sum + each.cap, 0);
  return spent > cap + 1e-9 ? [violation(7, `run ${run}: billed $${spent}, agreed to $${cap}`)] : [];
}

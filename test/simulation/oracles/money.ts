/** Promises 2 and 7: what Linkup billed, run by run. */
import type { TaskRecord } from '../../doubles/linkup';
import { type Enrichment, isOf } from '../engine/enrichments';
import type { Agreement, SeenRun } from '../engine/runs';
import type { Stage } from '../engine/stage';
import { swappedShape } from '../people/forger';
import { endedByHand } from './receipts';
import { type Violation, violation } from './violation';

/** The happening in which somebody tries one row. */
const TRY = 'tries one row';

/** Attributes every billed task to the run that was on when it was created, by its enrichment's marker and shape. */
export function checkMoney(stage: Stage): Violation[] {
  const asked = billedTasks(stage).map((task) => ({ task, by: askersOf(stage, task) }));
  const unwanted = asked
    .filter(({ by }) => by.length === 0)
    .map(({ task }) => violation(7, `“${task.question}” was billed $${task.price}, and nobody asked it`));
  const runs = groupsOf(stage.runs.seen, asked).flatMap((group) => {
    const isTheirs = ({ by }: Asked): boolean => by.length > 0 && by.every((run) => group.includes(run));
    return checkRuns(
      stage,
      group,
      asked.filter(isTheirs).map(({ task }) => task),
    );
  });
  return [...unwanted, ...runs, ...checkTries(stage)];
}

/** A task that was billed, and the runs of which one asked it: nobody can tell which, where a swapped definition is like another. */
interface Asked {
  readonly task: TaskRecord;
  readonly by: readonly SeenRun[];
}

/** Every run for itself; and together those that may have asked the same task, for it counts towards the cap of one of them. */
function groupsOf(seen: readonly SeenRun[], asked: readonly Asked[]): (readonly SeenRun[])[] {
  const shared = asked.filter(({ by }) => by.length > 1).map(({ by }) => by);
  const byIds = new Map(shared.map((by) => [idsOf(by), by]));
  return [...seen.map((run) => [run]), ...byIds.values(), ...begunTogether(seen)];
}

/** Runs that draw on one cap. */
function begunTogether(seen: readonly SeenRun[]): SeenRun[][] {
  const pools = new Set(seen.flatMap(({ agreement }) => (agreement.isForAll ? [agreement] : [])));
  return [...pools].map((pool) => seen.filter(({ agreement }) => agreement === pool));
}

/** The runs that were on when a task was created, of the enrichments that ask as it does. */
export function askersOf(stage: Stage, task: TaskRecord): SeenRun[] {
  const { seen } = stage.runs;
  return seen.filter((run, i) => {
    const next = seen.slice(i + 1).find(({ enrichment }) => enrichment === run.enrichment);
    return isAskedBy(stage, run.enrichment, task) && createdIn(stage, run, next)(task);
  });
}

/** Whether an enrichment asks a task: by its definition, or by what somebody swapped that for. */
function isAskedBy({ sheets, swapped }: Stage, id: string, task: TaskRecord): boolean {
  const enrichment = sheets.flatMap(({ enrichments }) => enrichments.get(id) ?? [])[0];
  if (!enrichment) return false;
  const isSwapped = swapped.has(`linkup.enrichment.${id}`);
  return (
    isOf(enrichment, task) ||
    (isSwapped && isOf({ ...enrichment, shape: swappedShape(enrichment.shape) }, task))
  );
}

/** Whoever tries a row is billed for it once, whatever a run asks. */
function checkTries({ wire, tally }: Stage): Violation[] {
  const wanted = tally.userActions[TRY] ?? 0;
  const { size } = wire.tried;
  return size > wanted ? [violation(7, `${wanted} rows were tried, and ${size} asked for it`)] : [];
}

/** What leaves every answer where it is, and every question what it was. */
const KEEPING =
  /^(has |the imported|presses (Enrich|Check|Stop)|enriches all|colleague|puts |adds or removes|follows|resumes|stops|connects|moves |renames the|somebody|refreshing|adds a row)/;

/** Whoever presses Enrich once more pays for nothing that was answered, unless something was changed, or let go on purpose. */
export function checkPaidOnce(stage: Stage): Violation[] {
  const { tally, linkup } = stage;
  const isKept = Object.keys(tally.userActions).every((kind) => KEEPING.test(kind));
  if (stage.runs.schedules.said.some(({ rows }) => rows.days !== undefined)) return []; // What is old is paid for again.
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

/** The enrichment that asked a task, where nobody swapped a definition. */
function enrichmentOf(all: ReadonlyMap<string, Enrichment>, task: TaskRecord): string | undefined {
  return [...all].find(([, enrichment]) => isOf(enrichment, task))?.[0];
}

/** What Linkup billed to either key, but for what others asked with it, and for tries: those are agreed to one by one, beside any run. */
export function billedTasks({ linkup, foreign, wire }: Stage): TaskRecord[] {
  const paid = new Set(linkup.bill.entries.map(({ taskId }) => taskId));
  return linkup.ownTasks.filter(({ id }) => paid.has(id) && !foreign.has(id) && !wire.tried.has(id));
}

/** Runs are seen by Google's clock, tasks are created by Linkup's. */
function createdIn({ skewMs }: Stage, run: SeenRun, next?: SeenRun): (task: TaskRecord) => boolean {
  const end = next?.beganAt ?? Number.POSITIVE_INFINITY;
  return ({ createdAt }) => createdAt - skewMs >= run.beganAt && createdAt - skewMs < end;
}

function checkRuns(stage: Stage, runs: readonly SeenRun[], tasks: readonly TaskRecord[]): Violation[] {
  const ids = idsOf(runs);
  const found: Violation[] = [];
  const times = new Map<string, number>();
  for (const { question, sent } of tasks) count(times, `${question}${stepOf(sent)}`);
  for (const [question, n] of times)
    if (n > runs.length) found.push(violation(2, `run ${ids}: “${question}” was billed ${n} times`));
  const payers = [...new Set(runs.flatMap(({ agreement, carried }) => [agreement, ...carried]))];
  for (const group of [payers, ...payers.map(({ user }) => payers.filter((each) => each.user === user))])
    found.push(...checkCap(stage, ids, group, payers, tasks));
  const others = tasks.filter(({ key }) => !payers.some(({ user }) => stage.keys.get(user)?.has(key)));
  if (others.length > 0)
    found.push(
      violation(7, `run ${ids}: ${others.length} of its person's questions were billed to another key`),
    );
  return found;
}

/** At another step the same is another question. */
function stepOf(sent: TaskRecord['sent']): string {
  return JSON.stringify(sent).includes('"depth":"deep"') ? ', deeper' : '';
}

function idsOf(runs: readonly SeenRun[]): string {
  return runs.map(({ id }) => id).join(' and ');
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

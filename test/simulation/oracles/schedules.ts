/** Promises 2 and 7 for whatever starts by itself: only when it is due, once for all the times that were missed, and only what is old. */
import type { Rule } from '../../../src/enrichment/schedule';
import { isOf } from '../engine/enrichments';
import type { SeenRun } from '../engine/runs';
import type { Standing } from '../engine/schedules';
import type { Stage } from '../engine/stage';
import { type Violation, violation } from './violation';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** What leaves every row with the answer to its question. */
const KEEPING =
  /^(has |the imported|presses (Enrich|Check|Stop)|colleague|puts |adds |follows|resumes|stops|connects|renames the|somebody|refreshing)/;

/** Looks at every run that a schedule started, or its person in its stead. */
export function checkSchedules(stage: Stage): Violation[] {
  const byEnrichment = new Map<string, SeenRun[]>();
  const found: Violation[] = [];
  for (const run of stage.runs.seen) {
    const { refresh, user } = run.agreement;
    if (!refresh) continue;
    const before = byEnrichment.get(`${user} ${run.enrichment}`) ?? [];
    if (refresh.byClock) {
      found.push(...checkDue(stage, run, before.at(-1)));
      byEnrichment.set(`${user} ${run.enrichment}`, [...before, run]);
    }
    found.push(...checkOld(stage, run, refresh.of));
  }
  return found;
}

/** A time has come since it was turned on, and since it last started. */
function checkDue(stage: Stage, run: SeenRun, last: SeenRun | undefined): Violation[] {
  const { refresh } = run.agreement;
  const { timeZone } = stage.host.spreadsheet;
  const isDue = ({ rule, from }: Standing): boolean =>
    hasCome(rule, Math.max(from, last?.beganAt ?? 0), run.beganAt, timeZone);
  if (refresh?.of.some(isDue)) return [];
  const at = new Date(run.beganAt).toISOString();
  return [violation(7, `run ${run.id} was started by itself at ${at}, before its time or a second time`)];
}

/** Whether a rule names a full hour after one moment, up to another; in the zones that are played, hours are full everywhere at once. */
function hasCome({ every, hour, day }: Rule, after: number, to: number, timeZone: string): boolean {
  for (let at = after - (after % HOUR) + HOUR; at <= to; at += HOUR) {
    const wall = new Date(new Date(at).toLocaleString('en-US', { timeZone }));
    if (every === 'hour') return true;
    if (wall.getHours() === hour && (every === 'day' || wall.getDay() === day)) return true;
  }
  return false;
}

/** Nothing is asked that was answered, and is still there, unless it is so many days old. */
function checkOld(stage: Stage, run: SeenRun, of: readonly Standing[]): Violation[] {
  const { tally, linkup, skewMs, sheets } = stage;
  const isKept = Object.keys(tally.userActions).every((kind) => KEEPING.test(kind));
  if (!isKept || 'tasks expire' in tally.faults || linkup.knobs.echoSubject === 'search words') return [];
  const enrichment = sheets.flatMap(({ enrichments }) => enrichments.get(run.enrichment) ?? [])[0];
  const next = stage.runs.seen.find(
    (each) => each.enrichment === run.enrichment && each.beganAt > run.beganAt,
  );
  if (!enrichment) return [];
  const all = linkup.ownTasks.filter((task) => !stage.foreign.has(task.id) && isOf(enrichment, task));
  const oldest = Math.min(...of.map(({ rows }) => rows.days ?? Number.POSITIVE_INFINITY));
  return all
    .filter(({ createdAt }) => createdAt - skewMs >= run.beganAt)
    .filter(({ createdAt }) => createdAt - skewMs < (next?.beganAt ?? Number.POSITIVE_INFINITY))
    .flatMap(({ question }) => {
      const answers = all.filter((task) => task.status === 'completed' && task.question === question);
      const ended = answers.map(({ endsAt }) => endsAt - skewMs).filter((at) => at < run.beganAt);
      const days = ended.length === 0 ? oldest : daysBetween(stage, Math.max(...ended), run.beganAt);
      return days >= oldest || ended.length === 0
        ? []
        : [violation(2, `run ${run.id} asked “${question}” again, which was answered ${days} days before`)];
    });
}

/** Midnights between two moments, on the clock of the spreadsheet. */
function daysBetween({ host }: Stage, from: number, to: number): number {
  const { timeZone } = host.spreadsheet;
  const dayOf = (at: number): number =>
    Date.parse(`${new Date(at).toLocaleDateString('sv-SE', { timeZone })}T00:00:00Z`) / DAY;
  return dayOf(to) - dayOf(from);
}

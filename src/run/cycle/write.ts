/** Writing in windows: new ids and answers gather for some seconds, and go out together, all of it verified. */
import { orLog } from '../../enrichment/problem';
import { isQuick } from '../../linkup/durations';
import { isFinal } from '../../sheet/ledger';
import type { Patch } from '../../sheet/patches';
import type { Row } from '../../sheet/table';
import { holds } from '../record/ranges';
import { saveRun } from '../record/run';
import { tallied } from '../report/tally';
import { apply } from '../rows/apply';
import { around, forNow, type Refused } from '../rows/around-refusals';
import { againPatch, outlives } from '../rows/asked-again';
import type { Job } from '../rows/job';
import { withLanded } from '../rows/landed';
import { outcomePatch } from '../rows/outcome';
import type { About } from '../rows/parts';
import { strandedIdPatch, strandedPatch, submittedPatch } from '../rows/patching';
import { fingerprintOf, isMeant, isUntouched, knowsItsEnd, takes } from '../rows/standing';
import { noteLanded } from './earlier';
import type { Execution } from './execution';
import { putTogether } from './read-anew';
import type { Write } from './refused-columns';

/** Longest that what is known waits for more, in ms: a window costs a second and more, however little is in it. */
const HOLD = 10_000;

/** The same where an answer takes longer than that anyway. */
const HOLD_SLOW = 30_000;

/** A window that would be torn into more pieces than these waits for so many times as long. */
const MOST_PIECES = 25;
const TORN_HOLDS = 3;

/** Answers that are shown at once when the first ones have come, so that a person sees it work. */
const FIRST = 5;

/** And only those that are so near to each other, in rows. */
const NEAR = 100;

/**
 * The stage that writes: all that is known, when it is time for a window. Until then the record of its POST answers for an id, and
 * Linkup for an answer. `isLast` where the execution has no more to do with the run.
 */
export function write(execution: Execution, job: Job, isLast = false): void {
  const isWhole = isLast || mustBeWhole(execution, job);
  if (!isWhole && !isTimeToWrite(execution, job)) return;
  const due = isWhole ? allKnown(job) : dueNow(execution, job);
  if (due.length === 0 || (!isWhole && !hasWaited(execution, job, TORN_HOLDS) && isTorn(job, due))) return;
  passOver(job, due);
  const { services, marks } = execution;
  marks.leave(job.run);
  const write: Write = (prints, refused) => writeKnown(execution, job, prints, refused);
  marks.untilDone(job.run, () => execution.refusalsOf(job).write(job, due, write));
  noteLanded(execution, job, due);
  execution.outstanding.confirm(execution.jobs);
  execution.windows.set(job.run.id, services.clock.now());
  execution.progress = true;
  job.run = { ...tallied(job), looked: services.clock.now() };
  if (!execution.last) keepTally(execution, job);
}

/** As long as questions go out, the record is saved with them. It is for whoever looks on: no reason to stop. */
function keepTally(execution: Execution, job: Job): void {
  if (job.hasReserved() && !job.run.paused) return;
  orLog(() => {
    saveRun(execution.services.documents, job.run);
    execution.isOurs();
  });
}

/** At the end of an execution, when nothing more is to come, and when too many POSTs wait for their ids, nothing is left to the next window. */
function mustBeWhole({ last, outstanding }: Execution, job: Job): boolean {
  return last || outstanding.isFull || (job.awaited.size === 0 && !job.hasReserved());
}

function allKnown({ created, ended }: Job): string[] {
  return [...new Set([...created.keys(), ...ended.keys()])];
}

/** Whether the last window was so many times the usual pause ago. */
function hasWaited({ windows, services, openedAt }: Execution, job: Job, times: number): boolean {
  return services.clock.now() - (windows.get(job.run.id) ?? openedAt) >= times * holdFor(job);
}

/** Whether rows that are written now and rows that are answered later lie between each other again and again: each piece would be a call. */
function isTorn(job: Job, due: readonly string[]): boolean {
  const written = new Set(job.askingAny(due).map(({ at }) => at));
  let [pieces, isBetween] = [0, true];
  for (const { at, ledger } of job.rows) {
    const isWritten = written.has(at);
    if (isWritten && isBetween) pieces += 1;
    if (isWritten) isBetween = false;
    else isBetween ||= ledger.state?.run === job.run.id && !isFinal(ledger.state.state);
  }
  return pieces > MOST_PIECES;
}

/** With the first answers, and after a while. */
function isTimeToWrite(execution: Execution, job: Job): boolean {
  return hasWaited(execution, job, 1) || (!execution.windows.has(job.run.id) && job.ended.size > 0);
}

function holdFor({ asked }: Job): number {
  return isQuick(asked) ? HOLD : HOLD_SLOW;
}

/**
 * The questions of which something is written. An answer waits for the others of its POST, so that they make one block, and an id
 * for its answer; neither beyond the next window.
 */
function dueNow(execution: Execution, job: Job): string[] {
  if (hasWaited(execution, job, 2)) return allKnown(job);
  const { created, ended, passedOver } = job;
  const isLate = (print: string): boolean => passedOver.has(print);
  const isWaiting = waitsForOthers(execution, job);
  const answers = [...ended].filter(([print, { about }]) => isLate(print) || !isWaiting(about.ordinal));
  const first = answers.length === 0 && !execution.windows.has(job.run.id) ? topmost(job) : [];
  const ids = [...created.keys()].filter((print) => !ended.has(print) && isLate(print));
  const due = new Set([...answers.map(([print]) => print), ...first]);
  // An id alone is no reason for a window.
  return due.size === 0 ? [] : [...due, ...ids];
}

/** What a window leaves to the next one. */
function passOver(job: Job, due: readonly string[]): void {
  const isDue = new Set(due);
  job.passedOver.clear();
  for (const print of allKnown(job)) if (!isDue.has(print)) job.passedOver.add(print);
}

/** Whether an ordinal belongs to a POST of which some tasks have not ended. */
function waitsForOthers({ outstanding }: Execution, job: Job): (ordinal: number) => boolean {
  const awaited = [...job.awaited.values()].map(({ about }) => about.ordinal);
  const parts = outstanding.of(job.run.id).flatMap((post) => post.parts);
  const open = parts.filter(
    ({ run, ordinals }) => run === job.run.id && awaited.some((ordinal) => holds(ordinals, ordinal)),
  );
  return (ordinal) => open.some(({ ordinals }) => holds(ordinals, ordinal));
}

/** The first answers from the top, where all rows that ask for them are near. */
function topmost(job: Job): string[] {
  const rows = job.askingAny(job.ended.keys());
  const near = (print: string): boolean =>
    job.asking(print).every(({ at }) => at - (rows[0]?.at ?? 0) <= NEAR);
  return [...new Set(rows.map(fingerprintOf))].filter(near).slice(0, FIRST);
}

/** Writes what is known of these questions. An answer that no row asks for any more has nowhere to go: its row is told so. */
function writeKnown(execution: Execution, job: Job, prints: readonly string[], refused: Refused): void {
  const wanted = new Set(prints);
  apply(
    job,
    execution.flush,
    () => forNow([...job.askingAny(wanted), ...job.stranded(wanted)], refused),
    (row) => patchFor(job, row, refused) ?? strandedPatchFor(job, row),
    { afterMove: () => putTogether(execution, job) },
  );
  if (refused.only) return;
  for (const print of prints) {
    job.created.delete(print);
    job.ended.delete(print);
  }
}

function patchFor(job: Job, row: Row, refused: Refused): Patch | undefined {
  const print = fingerprintOf(row);
  const chosen = row.ledger.question === print && row.ledger.state?.run === job.run.id;
  if (!chosen && !isAlong(job, row, print)) return undefined;
  const [created, ended] = [job.created.get(print), job.ended.get(print)];
  const overwrite = chosen && job.run.mode === 'overwrite';
  if (ended) {
    const { outcome } = ended;
    const about = atItsStep(job, ended.about);
    const known = chosen && job.isCutShort ? withLanded(job.view, row, outcome) : row;
    const patch = outlives(row, about, job.run.mode)
      ? againPatch(job.view, known, about, outcome, created?.taskId)
      : outcomePatch(job.view, known, about, outcome, overwrite, created?.taskId);
    return around(job.view, row, patch, refused);
  }
  return created && submittedPatch(job.view, row, atItsStep(job, created.about), created.taskId);
}

/**
 * Whether a row that the run did not choose is written along. Where rows are overwritten, only one that nobody typed into: as the run's
 * own it would lose that. But of a task that it waits for it is told the end.
 */
function isAlong(job: Job, row: Row, print: string): boolean {
  const { run, view, ended } = job;
  if (!takes(row) || !isMeant(view, row, job.asking(print))) return false;
  if (run.mode !== 'overwrite' || isUntouched(row)) return true;
  return ended.has(print) && row.ledger.question === print && !knowsItsEnd(row);
}

/** The row was edited while it was asked, or is loading: the id of its task is kept with it, and of its end nothing is written but that. */
function strandedPatchFor(job: Job, row: Row): Patch | undefined {
  const { question } = row.ledger;
  // What it asks has ended in it before: it is another row's that is asked anew.
  if (question === fingerprintOf(row)) return undefined;
  const [created, ended] = [job.created.get(question), job.ended.get(question)];
  if (ended)
    return strandedPatch(job.view, row, atItsStep(job, ended.about), ended.outcome.state, created?.taskId);
  return created && strandedIdPatch(job.view, row, atItsStep(job, created.about), created.taskId);
}

/** All questions of a run are at the same step. */
function atItsStep({ step }: Job, about: About): About {
  return { ...about, step };
}

/** Writing in windows: new ids and answers gather for some seconds, and go out together, all of it verified. */
import { durationOf } from '../../linkup/durations';
import type { Patch } from '../../sheet/patches';
import type { Row } from '../../sheet/table';
import { apply } from '../rows/apply';
import type { Job } from '../rows/job';
import { outcomePatch, strandedIdPatch, strandedPatch, submittedPatch } from '../rows/patching';
import { realign } from '../rows/realign';
import { fingerprintOf, isMeant, takes } from '../rows/standing';
import type { Execution } from './execution';
import { around, type LeftOut, type Write, without } from './refused-columns';

/** Longest that what is known waits for more, in ms: a window costs a second and more, however little is in it. */
const HOLD = 10_000;

/** The same where an answer takes longer than that anyway. */
const HOLD_SLOW = 30_000;

/**
 * The stage that writes: all that is known, when it is time for a window. Until then the record of its POST answers for an id, and
 * Linkup for an answer.
 */
export function write(execution: Execution, job: Job): void {
  const known = [...new Set([...job.created.keys(), ...job.ended.keys()])];
  if (known.length === 0 || !isTimeToWrite(execution, job)) return;
  const { services, marks, flush } = execution;
  marks.leave(job.run);
  const write: Write = (prints, leftOut) => writeKnown(job, flush, prints, leftOut);
  marks.untilDone(job.run, () => execution.refusalsOf(job).write(job, known, write));
  execution.windows.set(job.run.id, services.clock.now());
  execution.progress = true;
}

/** At the end of an execution, when nothing more is to come, with the first answers, when ten POSTs wait for their ids, and after a while. */
function isTimeToWrite({ last, windows, outstanding, services, openedAt }: Execution, job: Job): boolean {
  if (last || outstanding.isFull || job.awaited.size + job.reserved().length === 0) return true;
  const before = windows.get(job.run.id);
  if (before === undefined && job.ended.size > 0) return true;
  const [, typical] = durationOf(job.enrichment);
  return services.clock.now() - (before ?? openedAt) >= (typical > HOLD ? HOLD_SLOW : HOLD);
}

/** Writes what is known of these questions. An answer that no row asks for any more has nowhere to go: its row is told so. */
function writeKnown(job: Job, flush: () => void, prints: readonly string[], leftOut: LeftOut): void {
  const wanted = new Set(prints);
  apply(
    job,
    flush,
    () => [...job.askingAny(wanted), ...job.stranded(wanted)],
    (row) => patchFor(job, row, leftOut) ?? strandedPatchFor(job, row),
    () => realign(job, flush),
  );
  for (const print of prints) {
    job.created.delete(print);
    job.ended.delete(print);
  }
}

function patchFor(job: Job, row: Row, leftOut: LeftOut): Patch | undefined {
  const print = fingerprintOf(row);
  const chosen = row.ledger.question === print && row.ledger.state?.run === job.run.id;
  if (!chosen && !(takes(row) && isMeant(job.view, row, job.asking(print)))) return undefined;
  const [created, ended] = [job.created.get(print), job.ended.get(print)];
  const overwrite = chosen && job.run.mode === 'overwrite';
  if (ended) {
    const { about, outcome } = without(job, ended, leftOut);
    const patch = outcomePatch(job.view, row, about, outcome, overwrite, created?.taskId);
    return around(job, row, patch, ended, leftOut);
  }
  return created && submittedPatch(job.view, row, created.about, created.taskId);
}

/** The row was edited while it was asked, or is loading: the id of its task is kept with it, and of its end nothing is written but that. */
function strandedPatchFor(job: Job, row: Row): Patch | undefined {
  const { question } = row.ledger;
  const [created, ended] = [job.created.get(question), job.ended.get(question)];
  if (ended) return strandedPatch(job.view, row, ended.about, ended.outcome.state, created?.taskId);
  return created && strandedIdPatch(job.view, row, created.about, created.taskId);
}

/** The rows of a run that still wait: let go, with a Status that says why, or told something. */
import type { Patch } from '../../sheet/patches';
import type { Row } from '../../sheet/table';
import type { NotAsked } from '../record/counts';
import { holds } from '../record/ranges';
import { removeRun } from '../record/run';
import { apply } from '../rows/apply';
import { letGoPatch } from '../rows/asked-again';
import type { Job } from '../rows/job';
import { statusPatch } from '../rows/patching';
import type { Services } from '../services';

/** Status of rows that a run lets go unasked. */
export const RELEASED = {
  stopped: 'Stopped: not asked, not billed',
  capped: 'Not asked: the spending cap was reached',
  unreadable:
    'Not asked, not billed: a formula in this row has been loading or failing for an hour. Enrich again once it shows its value.',
} as const satisfies Record<NotAsked['why'], string>;

/** Whether a Status says so. */
export function isReleased(status: string): boolean {
  return Object.values<string>(RELEASED).includes(status);
}

/** Status of rows whose run never began. */
const CUT_SHORT = 'Not asked: the start was interrupted. Press Enrich again.';

/** Lets go of all rows that still wait; their Status says why, and the run how many they are. What was sent and is in doubt may be billed: it waits on. */
export function releaseReserved(job: Job, flush: () => void, why: NotAsked['why']): void {
  const waited = waitingRows(job).length;
  changeWaiting(job, flush, (row) => letGoPatch(job.view, row, RELEASED[why]));
  const rows = (job.run.notAsked?.rows ?? 0) + waited - waitingRows(job).length;
  if (rows > 0) job.run = { ...job.run, notAsked: { rows, why } };
}

/** Ends a run whose start was cut short: nothing was asked, so its rows are let go and nobody gets a receipt. */
export function abandon({ documents, workbook }: Services, job: Job): void {
  changeWaiting(
    job,
    () => workbook.flush(),
    (row) => letGoPatch(job.view, row, CUT_SHORT),
  );
  removeRun(documents, job.run.id);
}

/** Says something on all rows that still wait. */
export function tellWaiting(job: Job, flush: () => void, status: string): void {
  changeWaiting(job, flush, (row) => statusPatch(job.view, row, status));
}

function changeWaiting(job: Job, flush: () => void, change: (row: Row) => Patch): void {
  apply(
    job,
    flush,
    () => waitingRows(job),
    (row) => (isWaiting(job, row) ? change(row) : undefined),
  );
}

/** The rows that wait to be asked for a run; they are its to let go. */
export function waitingRows(job: Job): Row[] {
  return job.rows.filter((row) => isWaiting(job, row));
}

function isWaiting({ run }: Job, { ledger: { state } }: Row): boolean {
  return state?.state === 'reserved' && state.run === run.id && !holds(run.sent, state.ordinal);
}

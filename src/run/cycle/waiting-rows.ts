/** The rows of a run that still wait: let go, with a Status that says why, or told something. */
import type { Patch } from '../../sheet/patches';
import type { Row } from '../../sheet/table';
import { holds } from '../record/ranges';
import { removeRun } from '../record/run';
import { apply } from '../rows/apply';
import type { Job } from '../rows/job';
import { releasedPatch, statusPatch } from '../rows/patching';
import type { Services } from '../services';

/** Status of rows that the cap left out. */
export const CAPPED = 'Not asked: the spending cap was reached';

/** Status of rows whose run never began. */
const CUT_SHORT = 'Not asked: the start was interrupted. Press Enrich again.';

/** Lets go of all rows that still wait; their Status says why. What was sent and is in doubt may be billed: it waits on. */
export function releaseReserved(job: Job, flush: () => void, status: string): void {
  changeWaiting(job, flush, (row) => releasedPatch(job.view, row, status));
}

/** Ends a run whose start was cut short: nothing was asked, so its rows are let go and nobody gets a receipt. */
export function abandon({ documents, workbook }: Services, job: Job): void {
  releaseReserved(job, () => workbook.flush(), CUT_SHORT);
  removeRun(documents, job.run.id);
}

/** Says something on all rows that still wait. */
export function tellWaiting(job: Job, flush: () => void, status: string): void {
  changeWaiting(job, flush, (row) => statusPatch(job.view, row, status));
}

function changeWaiting(job: Job, flush: () => void, change: (row: Row) => Patch): void {
  const waiting = ({ ledger: { state } }: Row): boolean =>
    state?.state === 'reserved' && state.run === job.run.id && !holds(job.run.sent, state.ordinal);
  apply(
    job,
    flush,
    () => job.rows.filter(waiting),
    (row) => (waiting(row) ? change(row) : undefined),
  );
}

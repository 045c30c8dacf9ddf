/** The end of a run: what was chosen and never asked is let go, the receipt is written, the run is forgotten. */

import { inUsd } from '../../enrichment/money';
import type { RowState } from '../../enrichment/status';
import type { Patch } from '../../sheet/patches';
import { addReceipt, type Receipt } from '../../sheet/receipts';
import type { Workbook } from '../../sheet/spreadsheet';
import type { Row } from '../../sheet/table';
import type { Agreement } from '../record/agreement';
import { removeRun } from '../record/run';
import { apply } from '../rows/apply';
import type { Job } from '../rows/job';
import { releasedPatch, statusPatch } from '../rows/patching';
import type { Services } from '../services';

/** Status of rows that a stopped run did not ask. */
export const STOPPED = 'Stopped: not asked, not billed';

/** Status of rows that the cap left out. */
export const CAPPED = 'Not asked: the spending cap was reached';

/** Status of rows whose run never began. */
const CUT_SHORT = 'Not asked: the start was interrupted. Press Enrich again.';

/** Lets go of all rows that still wait; their Status says why. */
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
    state?.state === 'reserved' && state.run === job.run.id;
  apply(
    job,
    flush,
    () => job.rows.filter(waiting),
    (row) => (waiting(row) ? change(row) : undefined),
  );
}

/** Whether nothing of a run is under way or to be done. */
export function isOver(job: Job): boolean {
  const { awaited, ended, created } = job;
  return (
    awaited.size + ended.size + created.size === 0 && job.reserved().length + job.unsettled().length === 0
  );
}

/** What a run has asked, and the price of each question. */
export type Spent = Pick<Agreement, 'asked' | 'price'>;

/** Writes the receipt and returns it. `balance` asks Linkup, and may fail: then the receipt does without. */
export function writeReceipt(
  job: Job,
  spent: Spent,
  workbook: Workbook,
  now: number,
  balance: () => number,
  note: string,
): Receipt {
  const receipt = receiptOf(job, spent, now, tryBalance(balance), note);
  addReceipt(workbook, receipt);
  workbook.flush();
  return receipt;
}

function tryBalance(balance: () => number): number | undefined {
  try {
    return balance();
  } catch {
    return undefined;
  }
}

function receiptOf(
  { run, rows }: Job,
  spent: Spent,
  now: number,
  balanceAfter: number | undefined,
  note: string,
): Receipt {
  const own = rows.filter(({ ledger }) => ledger.state?.run === run.id);
  const inState = (state: RowState): Row[] => own.filter(({ ledger }) => ledger.state?.state === state);
  // Copies of answers that were there before have no ordinal: nobody was asked for them.
  const asked = inState('done').filter(({ ledger }) => (ledger.state?.ordinal ?? 0) > 0);
  const answered = new Set(asked.map(({ ledger }) => ledger.question));
  return {
    run: run.id,
    startedAt: new Date(run.startedAt).toISOString(),
    endedAt: new Date(now).toISOString(),
    by: run.by,
    enrichment: run.name,
    rows: run.rows,
    asked: spent.asked,
    done: inState('done').length,
    notFound: inState('not found').length,
    failed: inState('failed').length,
    expired: inState('expired').length,
    shared: run.rows - run.questions,
    copied: run.copied,
    skipped: run.skipped,
    estimate: inUsd(Math.min(answered.size, spent.asked) * spent.price),
    balanceBefore: run.balanceBefore === undefined ? undefined : inUsd(run.balanceBefore),
    balanceAfter,
    note,
  };
}

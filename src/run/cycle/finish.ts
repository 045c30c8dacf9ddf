/** The stage that finishes: the receipt is written, the run is forgotten. */
import { inUsd } from '../../enrichment/money';
import type { RowState } from '../../enrichment/status';
import type { Receipt } from '../../sheet/receipts';
import type { Row } from '../../sheet/table';
import { type Agreement, askedBy, spentBy } from '../record/agreement';
import { keepLast } from '../record/last-run';
import { removeRun } from '../record/run';
import { stepsInWords, stepsTaken } from '../report/steps-taken';
import { partialIn, rowsOf } from '../report/tally';
import type { Job } from '../rows/job';
import { admitLast, mustStay } from './admit';
import { goDeeper } from './deepen';
import { begunBy, receiptOfRecord, takeReceiptBack, writeDown } from './end-now';
import type { Execution } from './execution';
import { attempt } from './faults';
import { leaveUnasked } from './left-unasked';
import { lookOver } from './read-anew';
import { findLost, hasForgotten } from './recover';
import { waitsForUnread } from './unreadable-rows';

/** What a run has asked, and the price of each question. */
type Spent = Pick<Agreement, 'asked' | 'price' | 'before'>;

const NOTHING: Spent = { asked: 0, price: 0 };

/** Whether nothing of a run is under way or to be done. */
export function isOver({ outstanding }: Execution, job: Job): boolean {
  const { awaited, ended, created } = job;
  const underWay = awaited.size + ended.size + created.size;
  return (
    underWay === 0 &&
    outstanding.isClear(job) &&
    !job.hasReserved() &&
    job.inDoubt().length + job.lost().length === 0
  );
}

/** A run of which nothing is under way or to be done gets its receipt, and is forgotten. */
export function finish(execution: Execution, job: Job): void {
  const waits = waitsForUnread(execution, job);
  if (job.run.paused && job.hasReserved()) return;
  if (isOver(execution, job) && mustStay(execution, job)) return;
  // While its sheet is not put right, a row may say that it was answered, and hold nothing.
  if (waits || !isOver(execution, job) || execution.marks.isUnverified(job.run)) return;
  attempt(execution, () => lookOnceMore(execution, job), job);
  if (!isOver(execution, job) || waitsForUnread(execution, job)) return;
  if (admitLast(execution, job) || goDeeper(execution, job)) return;
  attempt(execution, () => leaveUnasked(execution, job), job);
  const { workbook, clock, documents } = execution.services;
  const spent = execution.agreements.of(job.run) ?? NOTHING;
  const balance = tryBalance(() => execution.linkup.balance());
  const { receipt, steps } = receiptOf(job, spent, clock.now(), balance);
  writeDown(workbook, receipt);
  if (!execution.isOurs()) {
    takeReceiptBack(execution.services, job.run.id);
    return;
  }
  keepLast(documents, job.run, receipt, steps);
  removeRun(documents, job.run.id);
  execution.agreements.forget(job.run.agreement, job.run.id);
  execution.jobs = execution.jobs.filter((other) => other !== job);
  execution.ids.clear(job.run.id);
}

/** Before the receipt the whole table is looked over: rows that were parted from their answers meanwhile get them back. */
function lookOnceMore(execution: Execution, job: Job): void {
  lookOver(execution, job);
  if (hasForgotten(job)) findLost(execution, job);
}

function noteOn({ run }: Job, steps: string): string {
  const early = run.notAsked?.why === 'capped' ? 'Spending cap reached' : run.stopping ? 'Stopped' : '';
  const skipped = run.unmet ? `Skipped by “Only if”: ${run.unmet}` : '';
  const unfed = run.unfed ? `Skipped, with no earlier answer to ask with: ${run.unfed}` : '';
  return [early, skipped, unfed, begunBy(run), steps].filter(Boolean).join('. ');
}

/** It may fail: then the receipt does without. */
function tryBalance(balance: () => number): number | undefined {
  try {
    return balance();
  } catch {
    return undefined;
  }
}

function receiptOf(job: Job, spent: Spent, now: number, balanceAfter: number | undefined) {
  const { run, rows, enrichment } = job;
  const own = rowsOf(rows, run.id);
  const inState = (state: RowState): Row[] => own.filter(({ ledger }) => ledger.state?.state === state);
  const taken = stepsTaken(enrichment, own, run.begun);
  const cost = taken.reduce((sum, each) => sum + each.cost, 0);
  const steps = stepsInWords(enrichment, taken);
  const receipt: Receipt = {
    ...receiptOfRecord(run, now),
    asked: askedBy(spent),
    done: inState('done').length,
    partial: partialIn(own),
    notFound: inState('not found').length,
    failed: inState('failed').length,
    expired: inState('expired').length,
    perhaps: inState('perhaps asked').length,
    estimate: inUsd(Math.min(cost, spentBy(spent))),
    balanceAfter,
    note: noteOn(job, steps),
  };
  return { receipt, steps };
}

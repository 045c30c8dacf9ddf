/** Endings that need nothing: a run is forgotten first, whatever its sheet looks like, and tidied up after as far as that can be done. */
import { inUsd } from '../../enrichment/money';
import { orLog } from '../../enrichment/problem';
import type { Patch } from '../../sheet/patches';
import { addReceipt, type Receipt, takeBackReceipt } from '../../sheet/receipts';
import type { Workbook } from '../../sheet/spreadsheet';
import type { Row } from '../../sheet/table';
import { askedBy, ownAgreements, spentBy } from '../record/agreement';
import { enrichmentById } from '../record/enrichments';
import { keepLast } from '../record/last-run';
import { holds, sizeOf } from '../record/ranges';
import { isLiveAmong, type Run, removeRun, runsIn } from '../record/run';
import { apply } from '../rows/apply';
import { letGoPatch } from '../rows/asked-again';
import { Job } from '../rows/job';
import { strandedPatch } from '../rows/patching';
import type { Services } from '../services';
import { RELEASED } from './waiting-rows';

/** Status of rows whose answers nobody waits for any more. */
const LEFT = 'Stopped before the answer came; it may be billed';

/** Status of rows whose answers came to nobody, for somebody else goes on with another key. */
const ANOTHERS = 'Asked with another key, which alone gets the answer; it may be billed to that';

/** Why a run was ended at once, as its receipt says it: by a person, or because there is nowhere to write to. */
const NOTES = {
  'by hand': 'Ended by hand: rows were not counted, and what was asked may be billed in full',
  'sheet gone': 'Its sheet was deleted: rows could not be counted, and what was asked may be billed in full',
};

/** Ends a run at once, by whoever holds the lock. Answers that are still under way are not waited for. */
export function endNow(services: Services, run: Run, why: keyof typeof NOTES = 'by hand'): void {
  const { documents, workbook, clock } = services;
  const receipt = receiptFor(
    services,
    run,
    clock.now(),
    [NOTES[why], begunBy(run)].filter(Boolean).join('. '),
  );
  keepLast(documents, run, receipt);
  removeRun(documents, run.id);
  ownAgreements(services).forget(run.agreement, run.id);
  orLog(() => letGo(services, run));
  writeDown(workbook, receipt);
}

/** Adds a receipt to its sheet. Where that cannot be, the one that is kept with the document is shown instead. */
export function writeDown(workbook: Workbook, receipt: Receipt): void {
  const add = (): void => {
    addReceipt(workbook, receipt);
    workbook.flush();
  };
  if (!orLog(add)) orLog(add);
}

/** Takes back a receipt: by a lock that was lost somebody came while it was written, who ends the run, or has done so with one of their own. */
export function takeReceiptBack({ workbook, documents }: Services, run: string): void {
  const isLive = isLiveAmong(runsIn(documents.all()));
  orLog(() => takeBackReceipt(workbook, run, isLive(run)));
}

/** Of a run that somebody else began, what its receipt leaves out; '' of any other. */
export function begunBy({ from }: Run): string {
  return from ? `Begun by ${from}: what was asked with their key is not counted here` : '';
}

/** What of a receipt the run's own record tells. */
export function receiptOfRecord(run: Run, now: number) {
  return {
    run: run.id,
    startedAt: new Date(run.startedAt).toISOString(),
    endedAt: new Date(now).toISOString(),
    by: run.named ? run.by : '',
    enrichment: run.name,
    enrichmentId: run.enrichment,
    rows: run.rows,
    shared: run.rows - run.questions,
    copied: run.copied,
    skipped: run.skipped,
    balanceBefore: run.balanceBefore === undefined ? undefined : inUsd(run.balanceBefore),
  };
}

/** Of a receipt for which no rows were counted. */
export const NO_ROWS = {
  ...{ done: 0, partial: 0, notFound: 0, failed: 0, expired: 0, perhaps: 0 },
  balanceAfter: undefined,
} as const;

/** From the record alone: the sheet may not be readable. */
function receiptFor(services: Services, run: Run, now: number, note: string): Receipt {
  const agreed = ownAgreements(services).of(run);
  const asked = agreed ? askedBy(agreed) : (run.first?.asked ?? sizeOf(run.sent));
  return {
    ...receiptOfRecord(run, now),
    ...NO_ROWS,
    asked,
    estimate: agreed ? inUsd(spentBy(agreed)) : 0,
    note,
  };
}

function letGo({ workbook, documents }: Services, run: Run): void {
  const sheet = workbook.sheetById(run.sheetId);
  const e = enrichmentById(documents, run.enrichment);
  if (!sheet || !e) return;
  const job = new Job(run, e, sheet);
  apply(
    job,
    () => workbook.flush(),
    () => job.rows.filter((row) => isOpen(job, row)),
    (row) => (isOpen(job, row) ? endedPatch(job, row) : undefined),
  );
}

/** Ends the rows whose answers are under way: nobody waits for them any more, and their Status says why. */
export function letGoOfSent(job: Job, flush: () => void): void {
  const wasSent = (row: Row): boolean => isOpen(job, row) && isSent(job, row);
  apply(
    job,
    flush,
    () => job.rows.filter(wasSent),
    (row) => (wasSent(row) ? leftPatch(job, row, ANOTHERS) : undefined),
  );
}

function isOpen({ run }: Job, { ledger: { state } }: Row): boolean {
  return state?.run === run.id && (state.state === 'reserved' || state.state === 'submitted');
}

function isSent({ run }: Job, { ledger: { state } }: Row): boolean {
  return state !== undefined && (state.state === 'submitted' || holds(run.sent, state.ordinal));
}

function endedPatch(job: Job, row: Row): Patch | undefined {
  return isSent(job, row) ? leftPatch(job, row, LEFT) : letGoPatch(job.view, row, RELEASED.stopped);
}

function leftPatch({ view }: Job, row: Row, words: string): Patch | undefined {
  const { state } = row.ledger;
  if (!state) return undefined;
  const patch = strandedPatch(view, row, state, state.state === 'reserved' ? 'perhaps asked' : 'expired');
  const { status } = view.layout;
  return status > 0 ? { ...patch, cells: new Map([...patch.cells, [status, words]]) } : patch;
}

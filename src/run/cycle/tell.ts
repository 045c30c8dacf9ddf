/** The stage that tells whoever looks on how far each run is: what has come, long before a window brings it to the sheet. */
import { isFinal } from '../../sheet/ledger';
import type { Row } from '../../sheet/table';
import type { Counts } from '../record/counts';
import { isLookedAt, type SoFar, tellSoFar } from '../record/so-far';
import { ended } from '../report/pace';
import { countsOf } from '../report/tally';
import type { Job } from '../rows/job';
import { fingerprintOf } from '../rows/standing';
import type { Execution, Told } from './execution';

/** Rows after which a run's own pace says something, and how long they must have taken, in ms. */
const ENOUGH = 5;
const LONG_ENOUGH = 3_000;

/** Tells what a look has brought, where it has, while somebody looks on: it takes a property each time. */
export function tell(execution: Execution, job: Job): void {
  const { services, told, properties = {} } = execution;
  const id = job.run.id;
  const now = services.clock.now();
  const before = told.get(id) ?? { rows: [], onSheet: countsOf([], id), counts: job.run.tally?.counts };
  if (before.isDeaf || !isLookedAt(properties, id, now)) return;
  const onSheet = before.rows === job.rows ? before.onSheet : countsOf(job.rows, id);
  const counts = withWhatCame(job, onSheet);
  const gone = ended(counts);
  const first = before.first ?? (gone > 0 ? { ended: gone, at: now } : undefined);
  const isNews = JSON.stringify(counts) !== JSON.stringify(before.counts);
  const { step } = job.run;
  const msPerRow = first ? paceSince(first, gone, now) : 0;
  const soFar: SoFar = { at: now, counts, msPerRow, ...(step && { step }) };
  const isKept = !isNews || tellSoFar(services.documents, id, soFar);
  told.set(id, { rows: job.rows, onSheet, counts, ...(first && { first }), isDeaf: !isKept });
}

function paceSince(first: NonNullable<Told['first']>, gone: number, now: number): number {
  const [rows, ms] = [gone - first.ended, now - first.at];
  return rows >= ENOUGH && ms >= LONG_ENOUGH ? Math.round(ms / rows) : 0;
}

/** Counts with what this execution knows and has not written: answers, and ids of tasks. */
function withWhatCame(job: Job, onSheet: Counts): Counts {
  const isOpen = (row: Row): boolean => {
    const { state } = row.ledger;
    return state?.run === job.run.id && !isFinal(state.state) && state.fingerprint === fingerprintOf(row);
  };
  const come = job.askingAny(job.ended.keys()).filter(isOpen);
  const sent = job
    .askingAny(job.created.keys())
    .filter((row) => isOpen(row) && !job.ended.has(fingerprintOf(row)));
  const wasWaiting = (row: Row): boolean => row.ledger.state?.state === 'reserved';
  const [fromWaiting, nowRunning] = [come.filter(wasWaiting).length, sent.filter(wasWaiting).length];
  return {
    ...onSheet,
    come: come.length,
    running: onSheet.running - (come.length - fromWaiting) + nowRunning,
    waiting: onSheet.waiting - fromWaiting - nowRunning,
  };
}

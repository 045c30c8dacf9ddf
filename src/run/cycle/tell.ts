/** The stage that tells whoever looks on how far each run is: what has come, long before a window brings it to the sheet. */
import { isLookedAt, type SoFar, tellSoFar } from '../record/so-far';
import { ended } from '../report/pace';
import { countsOf, withUnwritten } from '../report/tally';
import type { Job } from '../rows/job';
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
  const counts = withUnwritten(job, onSheet);
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

/** The whole table read again in mid-run, where something moved or before a run ends. */
import type { Job } from '../rows/job';
import { lookOverRows } from '../rows/read-again';
import { realign } from '../rows/realign';
import type { Execution } from './execution';
import { noteMoving } from './moving';

/** Reads the whole table, and puts ledgers and rows together again. */
export function readAnew(execution: Execution, job: Job): void {
  job.load();
  putTogether(execution, job);
}

/** The same, but reads no more of it than it takes to see that nothing has moved. */
export function lookOver(execution: Execution, job: Job): void {
  lookOverRows(job);
  putTogether(execution, job);
}

/** Puts ledgers and rows together as they were last read. A run that never began fetches nothing. */
export function putTogether(execution: Execution, job: Job): void {
  realign(job, execution.flush, !job.run.reserving, () => noteMoving(execution, job));
}

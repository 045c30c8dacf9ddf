/** The whole table read again in mid-run, where something moved or before a run ends. */
import type { Job } from '../rows/job';
import { realign } from '../rows/realign';
import type { Execution } from './execution';

/** Reads the whole table, and puts ledgers and rows together again. */
export function readAnew({ marks, flush }: Execution, job: Job): void {
  job.load();
  marks.leave(job.run);
  realign(job, flush);
}

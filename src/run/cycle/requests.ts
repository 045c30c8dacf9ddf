/** The requests that people left for a run: obeyed at the beginning of a cycle. */
import { requested } from '../record/requests';
import type { Job } from '../rows/job';
import type { Execution } from './execution';
import { releaseReserved, STOPPED } from './waiting';

/** Lets go of what waits, where somebody asked for a stop. */
export function obey({ services, marks, flush }: Execution, job: Job): void {
  const asked = requested(services.documents.all(), job.run.id, 'stop') !== undefined;
  if (!job.run.stopping && !asked) return;
  if (job.run.stopping && job.reserved().length === 0) return;
  job.run = { ...job.run, stopping: true };
  marks.leave(job.run);
  releaseReserved(job, flush, STOPPED);
}

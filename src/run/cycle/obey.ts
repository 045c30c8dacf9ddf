/** The requests that people left for a run: obeyed at the beginning of a cycle. */
import { Problem } from '../../enrichment/problem';
import { obeyed, requested } from '../record/requests';
import { saveRun } from '../record/run';
import type { Job } from '../rows/job';
import { endNow, STOPPED } from './end-now';
import type { Execution } from './execution';
import { pausedBy } from './pausing';
import { releaseReserved } from './waiting-rows';

/** Ends the run, pauses it, or lets go of what waits, where somebody asked for that. */
export function obey(execution: Execution, job: Job): void {
  const { services, marks, flush } = execution;
  const properties = services.documents.all();
  if (requested(properties, job.run.id, 'end') !== undefined) {
    execution.outstanding.leave(job);
    endNow(services, job.run);
    execution.jobs = execution.jobs.filter((other) => other !== job);
    return;
  }
  if (requested(properties, job.run.id, 'disconnect') !== undefined && !job.run.paused) {
    const { next, ...run } = pausedBy(job.run, new Problem('no-key'));
    execution.jobs = execution.jobs.filter((other) => other !== job);
    saveRun(services.documents, run);
    obeyed(services.documents, run.id, 'disconnect');
    return;
  }
  const isStopWanted = requested(properties, job.run.id, 'stop') !== undefined;
  if (!job.run.stopping && !isStopWanted) return;
  if (job.run.stopping && job.reserved().length === 0) return;
  job.run = { ...job.run, stopping: true };
  marks.leave(job.run);
  releaseReserved(job, flush, STOPPED);
}

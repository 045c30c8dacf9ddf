/** The stage that settles: what became of questions that were sent and whose ids nobody wrote down. */
import type { Job } from '../rows/job';
import type { Execution } from './execution';
import { settle as settleWith } from './settle';

/** Adopts what Linkup's list shows, and frees what is certainly absent. */
export function settle(execution: Execution, job: Job): void {
  if (job.unsettled().length > 0) look(execution, job);
}

/** The same right after a POST that did not go through. */
export function look({ id, agreements, linkup, refused, services }: Execution, job: Job): void {
  const circumstances = { agreements, execution: id, now: services.clock.now() };
  settleWith(job, linkup, { ...circumstances, refused: refused.has(job.run.id) });
}

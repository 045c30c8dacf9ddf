/** When an execution looks again, and when it leaves that to the next one. */
import type { TaskType } from '../../enrichment/options';
import { isOverdue } from './collect';
import type { Execution } from './execution';

/** Milliseconds to wait before the next cycle. */
export function nextPause({ jobs, pace, progress }: Execution): number {
  const types = jobs.filter(({ awaited }) => awaited.size > 0).map(({ enrichment }) => enrichment.type);
  return pace.next(new Set<TaskType>(types), progress);
}

/** Whether only research or overdue tasks are in flight, with nothing to send: then a trigger looks once and leaves. */
export function onlySlow({ jobs, services }: Execution): boolean {
  const now = services.clock.now();
  return jobs.every(
    (job) =>
      job.reserved().length === 0 &&
      (job.enrichment.type === 'research' ||
        [...job.awaited.values()].every((each) => isOverdue(job, each, now))),
  );
}

/** The stage that collects: what has ended at Linkup, for all runs at once; and one overdue task, looked up by its id. */
import { lookUpOverdue } from './collect';
import type { Execution } from './execution';

/** Notes what has ended, and what the queue has free. */
export function collect(execution: Execution): void {
  const { jobs, linkup, services, pace } = execution;
  const now = services.clock.now();
  if (!jobs.some((job) => job.awaited.size > 0 || job.reserved().length > 0)) return;
  const { ended, quota } = execution.collector.collect(
    jobs,
    now,
    () => services.clock.now() < execution.deadline,
  );
  pace.recovered();
  execution.quota = quota;
  if (ended === 0 && !execution.lookedUp) execution.lookedUp = lookUpOverdue(jobs, linkup, now);
  execution.progress ||= ended > 0;
}

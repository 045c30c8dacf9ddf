/** The stage that collects: what has ended at Linkup, for all runs at once; and what is overdue, looked up by id. */
import type { Execution } from './execution';
import { lookUpOverdue } from './overdue';

/** Notes what has ended, and what the queue has free. */
export function collect(execution: Execution): void {
  const { jobs, linkup, services, pace } = execution;
  const now = services.clock.now();
  if (!jobs.some((job) => job.awaited.size > 0 || job.reserved().length > 0)) return;
  const isTime = (): boolean => !execution.isLate;
  const { ended, quota } = execution.collector.collect(jobs, now, isTime);
  pace.recovered();
  execution.quota = quota;
  if (ended === 0) lookUpOverdue(jobs, linkup, now, isTime);
  execution.progress ||= ended > 0;
}

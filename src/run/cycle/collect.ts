/** The stage that collects: what has ended at Linkup, for all runs at once; and what is overdue, looked up by id. */
import type { Execution } from './execution';
import { lookUpOverdue, lookUpOvertaken } from './overdue';

/** Notes what has ended, and what the queue has free. */
export function collect(execution: Execution): void {
  const { jobs, linkup, services, pace } = execution;
  const now = services.clock.now();
  if (!isToCollect(execution)) return;
  const isTime = (): boolean => !execution.isLate;
  const { ended, quota } = execution.collector.collect(jobs, now, isTime);
  pace.recovered();
  execution.quota = quota;
  if (ended === 0) lookUpOverdue(jobs, linkup, now, isTime);
  if (ended === 0 && execution.collector.mayHaveMissed(now)) lookUpOvertaken(jobs, linkup, now, isTime);
  execution.progress ||= ended > 0;
}

/** Asks Linkup for the list that the next cycle begins with, while the document is in nobody's hands. */
export function lookAhead(execution: Execution): void {
  if (isToCollect(execution)) execution.collector.lookAhead(execution.jobs);
}

/** Answers are awaited, or a place in the queue. */
function isToCollect({ jobs }: Execution): boolean {
  return jobs.some((job) => job.awaited.size > 0 || job.hasReserved());
}

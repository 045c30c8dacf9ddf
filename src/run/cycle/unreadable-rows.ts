/** Rows that cannot be read for the time being, because a formula is loading or has failed: a run waits for them, but not for ever. */
import type { Job } from '../rows/job';
import { unread } from '../rows/queue';
import type { Execution } from './execution';
import { releaseReserved } from './waiting-rows';

/** How long a run waits for such rows, in ms, counted from when it first saw one. What takes longer is no hiccup. */
const PATIENCE = 60 * 60_000;

/**
 * Whether rows that cannot be read keep a run open: those that wait, and those that were answered by what their ledger says and
 * not seen since. After an hour the waiting ones are let go and the others are taken for right.
 */
export function waitsForUnread(execution: Execution, job: Job): boolean {
  const { unreadSince, ...run } = job.run;
  if (unread(job).length === 0 || run.stopping) {
    job.run = run;
    return false;
  }
  const now = execution.services.clock.now();
  const since = unreadSince ?? now;
  job.run = { ...run, unreadSince: since };
  if (now - since < PATIENCE) return true;
  if (unread(job).some(({ ledger }) => ledger.state?.state === 'reserved')) {
    execution.marks.leave(job.run);
    releaseReserved(job, execution.flush, 'unreadable');
  }
  return false;
}

/** What an execution does that learns too late of a lock that Google lost: what it knew of some rows may stand over what others have written meanwhile. */
import { asProblem } from '../../enrichment/problem';
import { isFinal } from '../../sheet/ledger';
import { rangesOf, union } from '../record/ranges';
import { runsIn } from '../record/run';
import type { Job } from '../rows/job';
import { collect } from './collect';
import { letGoOfOpen } from './end-now';
import type { Execution } from './execution';
import { readAnew } from './read-anew';
import { recover } from './recover';
import { waitingRows } from './waiting-rows';
import { write } from './write';

/**
 * Of a run that goes on, its last look sees every row. One that was ended meanwhile nobody looks after any more: its answers are fetched
 * and written once more, free of charge.
 */
export function bringBack(execution: Execution): void {
  try {
    const live = new Set(runsIn(execution.services.documents.all()).map(({ id }) => id));
    const ended = execution.jobs.filter(({ run }) => !live.has(run.id));
    if (ended.length === 0 || !execution.turn.again()) return;
    execution.confirm();
    execution.jobs = ended;
    execution.last = true;
    for (const job of ended) bringBackFor(execution, job);
    execution.marks.close();
  } catch (thrown) {
    console.error(String(asProblem(thrown)));
  }
}

function bringBackFor(execution: Execution, job: Job): void {
  const { marks, outstanding, flush } = execution;
  readAnew(execution, job);
  if (!job.rows.some(({ ledger: { state } }) => state?.run === job.run.id && !isFinal(state.state))) return;
  marks.leaveAgain(job.run);
  outstanding.leave(job);
  if (!isFetched(execution, job)) countAsSent(job);
  // What is not there any more nobody waits for: it says whether it was asked.
  marks.untilDone(job.run, () => letGoOfOpen(job, flush));
}

/** Looks for all that its rows wait for, and writes what has come. It may fail: Linkup cannot be reached, or there is no more time. */
function isFetched(execution: Execution, job: Job): boolean {
  try {
    execution.marks.untilDone(job.run, () => {
      recover(execution, job, true);
      collect(execution);
      write(execution, job, true);
    });
    return !execution.isLate;
  } catch (thrown) {
    console.error(String(asProblem(thrown)));
    return false;
  }
}

/** Whoever came may have asked what waits here, and nobody knows. */
function countAsSent(job: Job): void {
  const waiting = waitingRows(job).flatMap(({ ledger: { state } }) => (state ? [state.ordinal] : []));
  job.run = { ...job.run, sent: union(job.run.sent, rangesOf(waiting)) };
}

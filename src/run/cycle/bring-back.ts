/** What an execution does that learns too late of a lock that Google lost: what it knew of some rows may stand over what others have written meanwhile. */
import { asProblem, orLog } from '../../enrichment/problem';
import { isFinal } from '../../sheet/ledger';
import { rangesOf, union } from '../record/ranges';
import { isLiveAmong, runsIn } from '../record/run';
import type { Job } from '../rows/job';
import { collect } from './collect';
import { letGoOfOpen } from './end-now';
import type { Execution } from './execution';
import { faultOf } from './faults';
import { readAnew } from './read-anew';
import { recover } from './recover';
import { waitingRows } from './waiting-rows';
import { write } from './write';

/**
 * Of a run that goes on, its last look sees every row. One that was ended meanwhile nobody looks after any more: its answers are fetched
 * and written once more, free of charge.
 */
export function bringBack(execution: Execution): void {
  orLog(() => {
    const isLive = isLiveAmong(runsIn(execution.services.documents.all()));
    const ended = execution.jobs.filter(({ run }) => !isLive(run.id));
    if (ended.length === 0 || !execution.turn.again()) return;
    execution.confirm();
    execution.jobs = ended;
    execution.last = true;
    for (const job of ended) orLog(() => bringBackFor(execution, job));
    execution.marks.close();
  });
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

/** How often Linkup is asked where it is out of reach: nobody comes after this execution. */
const TRIES = 4;

/** Looks for all that its rows wait for, and writes what has come. It may fail: Linkup cannot be reached for long, or there is no more time. */
function isFetched(execution: Execution, job: Job): boolean {
  const { marks, pace, services } = execution;
  return orLog(() => {
    marks.untilDone(job.run, () => {
      while (!isDone(execution, () => fetch(execution, job)))
        services.clock.sleep(pace.next(new Set(), false));
    });
    return !execution.isLate;
  });
}

function fetch(execution: Execution, job: Job): void {
  recover(execution, job, true);
  // Of much that has ended a look may show only a part.
  do collect(execution);
  while (execution.collector.isBehind && !execution.isLate);
  write(execution, job, true);
}

/** Whether a step is done; throws where another try would be in vain. */
function isDone(execution: Execution, step: () => void): boolean {
  try {
    step();
    return true;
  } catch (thrown) {
    const mayPass = faultOf(asProblem(thrown)) === 'passing' && !execution.isLate;
    if (!mayPass || execution.pace.fault() >= TRIES) throw thrown;
    return false;
  }
}

/** Whoever came may have asked what waits here, and nobody knows. */
function countAsSent(job: Job): void {
  const waiting = waitingRows(job).flatMap(({ ledger: { state } }) => (state ? [state.ordinal] : []));
  job.run = { ...job.run, sent: union(job.run.sent, rangesOf(waiting)) };
}

/** What an execution does that learns too late of a lock that Google lost: what it knew of some rows may stand over what others have written meanwhile. */
import { asProblem, orLog, type Problem } from '../../enrichment/problem';
import { isFinal } from '../../sheet/ledger';
import { rangesOf, union } from '../record/ranges';
import { isLiveAmong, runsIn } from '../record/run';
import type { Job } from '../rows/job';
import { collect } from './collect';
import { letGoOfOpen } from './end-now';
import type { Execution } from './execution';
import { faultOf } from './faults';
import { putTogether } from './read-anew';
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
  job.load();
  marks.leaveAgain(job.run);
  marks.untilDone(job.run, () => putTogether(execution, job));
  if (!job.rows.some(({ ledger: { state } }) => state?.run === job.run.id && !isFinal(state.state))) return;
  outstanding.leave(job);
  if (!isFetched(execution, job)) countAsSent(job);
  // What is not there any more nobody waits for: it says whether it was asked.
  marks.untilDone(job.run, () => letGoOfOpen(job, flush));
}

/** How often Linkup is asked where it is out of reach, and how long at most it is waited for each time, in ms: nobody comes after this execution. */
const TRIES = 4;
const LONGEST_WAIT = 30_000;

/** Looks for all that its rows wait for, and writes what has come. It may fail: Linkup cannot be reached for long, or there is no more time. */
function isFetched(execution: Execution, job: Job): boolean {
  return orLog(() => {
    execution.marks.untilDone(job.run, () => patiently(execution, () => fetch(execution, job)));
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

/** Does a step, and once more where what was in its way may be gone in a moment. */
function patiently(execution: Execution, step: () => void): void {
  for (;;) {
    try {
      step();
      return;
    } catch (thrown) {
      const wait = waitAfter(execution, asProblem(thrown));
      if (wait > LONGEST_WAIT) throw thrown;
      execution.services.clock.sleep(wait);
    }
  }
}

/** How long to wait before another try, in ms: for ever where none would help. */
function waitAfter({ pace, isLate }: Execution, problem: Problem): number {
  const mayPass = faultOf(problem) === 'passing' && !isLate && pace.fault() < TRIES;
  return mayPass ? pace.next(new Set(), false) : Number.POSITIVE_INFINITY;
}

/** Whoever came may have asked what waits here, and nobody knows. */
function countAsSent(job: Job): void {
  const waiting = waitingRows(job).flatMap(({ ledger: { state } }) => (state ? [state.ordinal] : []));
  job.run = { ...job.run, sent: union(job.run.sent, rangesOf(waiting)) };
}

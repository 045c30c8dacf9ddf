/** After a crash between a write and its verification: whatever lost its id is found again by its question in Linkup's list. */
import { questionOf } from '../../enrichment/question';
import type { Row } from '../../sheet/table';
import { type Ranges, rangesOf, sizeOf, without } from '../record/ranges';
import { bereaved, takeBeyond } from '../rows/beyond';
import type { Job } from '../rows/job';
import { fingerprintOf, knowsItsEnd, takes, wasHeld } from '../rows/standing';
import { waitAgainForLostAnswers } from '../rows/wait-again';
import type { Execution } from './execution';
import { lostPost } from './judge-posts';
import { NONE, settle } from './settle-posts';

/** Finds lost tasks of a run. Costs list requests only where some row has neither an end nor a task nor a reservation; one of a run that `isOver` is none. */
export function recover(execution: Execution, job: Job, isOver = false): void {
  waitAgainForLostAnswers(job, execution.flush);
  findLost(execution, job, isOver);
}

/** Takes away what a write on moved columns left where it does not belong. Other enrichments that lost answers to it get a mark. */
export function clearBeyond({ marks, flush, services }: Execution, job: Job): void {
  takeBeyond(job, flush);
  for (const id of bereaved(job)) marks.leaveFor(id, job.run.sheetId, services.newId());
}

/** Whether something was sent that no row remembers: somebody emptied the hidden cells, or deleted the row. */
export function hasForgotten(job: Job): boolean {
  return forgottenBy(job).length > 0;
}

function forgottenBy({ run, rows }: Job): Ranges {
  const named = rows.flatMap(({ ledger: { state } }) => (state?.run === run.id ? [state.ordinal] : []));
  return without(run.sent, rangesOf(named));
}

/**
 * Looks in Linkup's list for the tasks of rows that a run held, and that have no end, no task and no reservation. A row that shows no
 * trace of a run is believed to have been held only where no more such rows are found than questions that no row remembers: another
 * person's tasks may well ask what unchosen rows here would ask.
 */
export function findLost(execution: Execution, job: Job, isOver = false): void {
  const lost = lostRows(job, isOver);
  if (lost.length === 0) return;
  const now = execution.services.clock.now();
  const doubts = lost.map(({ text, fingerprint }) => ({
    job,
    post: lostPost(job.run.startedAt, now),
    ordinal: NONE,
    fingerprint,
    sought: { question: questionOf(job.asked, text) },
  }));
  const forgotten = sizeOf(forgottenBy(job));
  settle(execution, doubts, (found) => {
    const traced = lost.filter(({ isTraced }, i) => isTraced && found[i]).length;
    const traceless = lost.filter(({ isTraced }, i) => !isTraced && found[i]).length;
    return (i) => (lost[i]?.isTraced ?? false) || traceless <= forgotten - traced;
  });
}

interface LostRow {
  readonly text: string;
  readonly fingerprint: string;
  readonly isTraced: boolean;
}

function lostRows(job: Job, isOver: boolean): LostRow[] {
  const known = new Set([...job.awaited.values()].map(({ about }) => about.fingerprint));
  const lost = new Map<string, LostRow>();
  for (const row of job.rows) {
    if (!('text' in row.question) || known.has(row.question.fingerprint)) continue;
    // Where an answer could not be written, it is not looked for, again and again: what stands there is kept.
    if (knowsItsEnd(row) || (isReserved(row) && !isOver) || !takes(row)) continue;
    const { text, fingerprint } = row.question;
    const isTraced = wasHeld(job.view, row) || lost.get(fingerprint)?.isTraced === true;
    lost.set(fingerprint, { text, fingerprint, isTraced });
  }
  return [...lost.values()];
}

function isReserved(row: Row): boolean {
  const { state } = row.ledger;
  return state?.state === 'reserved' && state.fingerprint === fingerprintOf(row);
}

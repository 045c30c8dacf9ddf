/** After a crash between a write and its verification: whatever lost its id is found again by its question in Linkup's list. */
import { questionOf } from '../../enrichment/question';
import { isEmptyAnswer } from '../../sheet/ledger';
import type { Row } from '../../sheet/table';
import { isBlank, NO_CELLS } from '../../sheet/written';
import { rangesOf, without } from '../record/ranges';
import { apply } from '../rows/apply';
import type { Job } from '../rows/job';
import { movedPatch } from '../rows/patching';
import { asked, isSettled, wasHeld } from '../rows/standing';
import type { Execution } from './execution';
import { lostPost } from './judge';
import { NONE, settle } from './settle';

/** Finds lost tasks of a run. Costs list requests only where some row has neither an end nor a task nor a reservation. */
export function recover(execution: Execution, job: Job): void {
  waitAgainForLostAnswers(job, execution.flush);
  findLost(execution, job);
}

/** Whether something was sent that no row remembers: somebody emptied the hidden cells, or deleted the row. */
export function hasForgotten({ run, rows }: Job): boolean {
  const named = rangesOf(
    rows.flatMap(({ ledger: { state } }) => (state?.run === run.id ? [state.ordinal] : [])),
  );
  return without(run.sent, named).length > 0;
}

/** Looks in Linkup's list for the tasks of rows that a run held, and that have no end, no task and no reservation. */
export function findLost(execution: Execution, job: Job): void {
  const now = execution.services.clock.now();
  const lost = lostQuestions(job).map(({ text, fingerprint }) => ({
    job,
    post: lostPost(job.run.startedAt, now),
    ordinal: NONE,
    fingerprint,
    sought: { question: questionOf(job.enrichment, text) },
  }));
  if (lost.length > 0) settle(execution, lost);
}

function lostQuestions(job: Job): { text: string; fingerprint: string }[] {
  const known = new Set([...job.awaited.values()].map(({ about }) => about.fingerprint));
  const lost = new Map<string, { text: string; fingerprint: string }>();
  for (const row of job.rows) {
    if (!('text' in row.question) || known.has(row.question.fingerprint) || !wasHeld(job.view, row)) continue;
    if (!isSettled(row) && !isReserved(row)) lost.set(row.question.fingerprint, row.question);
  }
  return [...lost.values()];
}

function isReserved(row: Row): boolean {
  const { state } = row.ledger;
  return state?.state === 'reserved' && state.fingerprint === asked(row);
}

/** The ledger says that an answer was written, and nothing is there: the writing was cut short. */
function waitAgainForLostAnswers(job: Job, flush: () => void): void {
  const isLost = ({ ledger: { state, taskId }, cells }: Row): boolean =>
    state?.state === 'done' && !isEmptyAnswer(state) && isBlank(cells) && taskId !== '';
  apply(
    job,
    flush,
    () => job.rows.filter(isLost),
    (row) => {
      const { state, taskId, question } = row.ledger;
      if (!state || !isLost(row)) return undefined;
      const again = { ...state, state: 'submitted', at: job.run.startedAt, cells: NO_CELLS } as const;
      return movedPatch(job.view, row, { state: again, taskId, question }, false);
    },
  );
}

/** After a crash between a write and its verification: whatever lost its id is found again by its question in Linkup's list. */
import { questionOf } from '../../enrichment/question';
import type { Linkup } from '../../linkup/client';
import { findTasks } from '../../linkup/find';
import { isEmptyAnswer } from '../../sheet/ledger';
import type { Row } from '../../sheet/table';
import { isBlank, NO_CELLS } from '../../sheet/written';
import { apply } from '../rows/apply';
import type { Job } from '../rows/job';
import { movedPatch } from '../rows/patching';
import { asked, isSettled } from '../rows/standing';
import { createdSince } from './settle';
import { noteCreated } from './submit';

/** Finds lost tasks of a run. Costs list requests only where some row has neither an end nor a task nor a reservation. */
export function recover(job: Job, linkup: Linkup, flush: () => void): void {
  waitAgainForLostAnswers(job, flush);
  findLost(job, linkup);
}

/** Whether something was sent that no row remembers: somebody emptied the hidden cells, or deleted the row. */
export function hasForgotten({ run, rows }: Job): boolean {
  const named = new Set(
    rows.flatMap(({ ledger: { state } }) => (state?.run === run.id ? [state.ordinal] : [])),
  );
  for (let ordinal = 1; ordinal <= run.cursor; ordinal++) {
    if (!named.has(ordinal) && !run.again.includes(ordinal)) return true;
  }
  return false;
}

/** Looks in Linkup's list for the tasks of rows that have no end, no task and no reservation. */
export function findLost(job: Job, linkup: Linkup): void {
  const lost = lostQuestions(job);
  if (lost.length === 0) return;
  const sought = lost.map(({ text }) => ({ question: questionOf(job.enrichment, text) }));
  const found = findTasks(sought, createdSince(linkup, job.run.startedAt), (id) => job.awaited.has(id));
  for (const [i, { text, fingerprint }] of lost.entries()) {
    const task = found[i];
    if (typeof task === 'object') noteCreated(job, { text, fingerprint, ordinal: 0 }, task);
  }
}

function lostQuestions(job: Job): { text: string; fingerprint: string }[] {
  const known = new Set([...job.awaited.values()].map(({ about }) => about.fingerprint));
  const lost = new Map<string, { text: string; fingerprint: string }>();
  for (const row of job.rows) {
    if (!('text' in row.question) || known.has(row.question.fingerprint)) continue;
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

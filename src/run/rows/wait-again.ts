/** Answers whose writing was cut short: the ledger says that they were written, and not all of it is there. Linkup still has them. */
import { earlierRuns } from '../../sheet/earlier';
import { isEmptyAnswer } from '../../sheet/ledger';
import type { Patch } from '../../sheet/patches';
import type { Row } from '../../sheet/table';
import { isBlank } from '../../sheet/written';
import { apply } from './apply';
import type { Job } from './job';
import { movedPatch } from './patching';
import { ourCells } from './standing';

/** Lets such rows wait for their tasks again, as rows of the job's run; returns how many they are. Nothing is asked for it, and nothing billed. */
export function waitAgainForLostAnswers(job: Job, flush: () => void): number {
  const lost = job.rows.filter(isLost).length;
  apply(
    job,
    flush,
    () => job.rows.filter(isLost),
    (row) => (isLost(row) ? waiting(job, row) : undefined),
  );
  return lost;
}

/** An output may stand behind the ledger: then a write that was cut short can have left a part of an answer. */
function isLost({ ledger: { state, taskId }, cells }: Row): boolean {
  if (state?.state !== 'done' || isEmptyAnswer(state) || taskId === '') return false;
  return isBlank(cells) || [...state.cells].some(([slot, hash]) => hash !== '' && cells.get(slot) === '');
}

/** A question of another run has no number in this one. What is there of the answer stays known as the machine's. */
function waiting({ view, run }: Job, row: Row): Patch | undefined {
  const { state, taskId, question } = row.ledger;
  if (!state) return undefined;
  const ordinal = state.run === run.id ? state.ordinal : 0;
  const about = {
    state: 'submitted',
    run: run.id,
    ordinal,
    at: run.startedAt,
    cells: ourCells(row),
    was: earlierRuns(state, run.id),
  } as const;
  return movedPatch(view, row, { state: { ...state, ...about }, taskId, question }, false);
}

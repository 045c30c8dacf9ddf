/** The changes that a row can undergo, as patches: reserved, submitted, copied, let go. How a question ends is in `outcome`. */
import { type RowState, STATUS } from '../../enrichment/status';
import { type State, taskHash } from '../../sheet/ledger';
import type { Patch } from '../../sheet/patches';
import type { Row, TableView } from '../../sheet/table';
import { copiedStatus, standingStatus } from './answered-status';
import { type Besides, contentLike } from './besides';
import {
  type About,
  carried,
  contentIn,
  isFree,
  ownTask,
  patch,
  state,
  withoutOtherAnswer,
  withoutOurs,
  writtenCells,
} from './parts';

/**
 * Chosen, and not asked yet. An answer to another question goes now: it would be wrong whatever comes. The id of the task before
 * stays until there is a new one: should the answer to the POST be lost, the old task must not be taken for the new one.
 */
export function reservedPatch(view: TableView, row: Row, about: About): Patch {
  return patch(view, row, {
    ...withoutOtherAnswer(row, about),
    status: STATUS.reserved,
    state: state(row, 'reserved', about, carried(row, about), taskHash(row.ledger.taskId)),
    taskId: row.ledger.taskId,
    question: about.fingerprint,
  });
}

/** Sent, with the id of its task. What answers another question, after a sort for instance, goes. */
export function submittedPatch(view: TableView, row: Row, about: About, taskId: string): Patch {
  return patch(view, row, {
    ...withoutOtherAnswer(row, about),
    status: STATUS.submitted,
    state: state(row, 'submitted', about, carried(row, about), taskHash(taskId)),
    taskId,
    question: about.fingerprint,
  });
}

/** The task of a row that asks something else by now has ended: no longer waited for. An answer that nobody took counts as expired. */
export function strandedPatch(
  view: TableView,
  row: Row,
  about: About,
  ended: RowState,
  taskId?: string,
): Patch {
  const task = taskId === undefined ? ownTask(row) : taskHash(taskId);
  return patch(view, row, {
    status: STATUS.outdated,
    state: state(row, ended === 'done' ? 'expired' : ended, about, carried(row, about), task),
    ...(taskId === undefined ? {} : { taskId }),
  });
}

/** The task of a row that asks something else by now, or nothing, has its id: should the row ask it again, its answer is found. */
export function strandedIdPatch(view: TableView, row: Row, about: About, taskId: string): Patch {
  return patch(view, row, {
    state: state(row, 'submitted', about, carried(row, about), taskHash(taskId)),
    taskId,
  });
}

/** The same answer as another row's, with its identity, and of the same age, and with what was left beside it; what a person typed stays. */
export function copiedPatch(
  view: TableView,
  row: Row,
  source: Row,
  about: About,
  besides: Besides = {},
): Patch {
  const { ledger } = source;
  const slots = view.layout.outputs.map(({ column }) => column.slot);
  const free = slots.map((slot) => isFree(row, slot));
  const taskId = ledger.question === about.fingerprint ? ledger.taskId : '';
  const at = ledger.state?.fingerprint === about.fingerprint ? ledger.state.at : about.at;
  const held = view.layout.outputs.map(({ at: c }, i) => (free[i] ? source.values[c - 1] : undefined));
  const outputs = view.layout.outputs.map(({ column }, i) =>
    free[i] ? contentIn(row, column.slot, contentLike(column, held[i], source.at, besides)) : undefined,
  );
  return patch(view, row, {
    outputs,
    status: copiedStatus(view, row, held, free),
    state: state(row, 'done', { ...about, at }, writtenCells(view, source.outputs, free), taskHash(taskId)),
    taskId,
    question: about.fingerprint,
  });
}

/** A ledger put where its question is asked now; what the machine wrote for another question goes if `clear`. */
export function movedPatch(
  view: TableView,
  row: Row,
  ledger: { state: State; taskId: string; question: string },
  clear: boolean,
): Patch {
  const stands = !clear && ledger.state.state === 'done';
  return patch(view, row, {
    ...(clear ? withoutOurs(row) : {}),
    status: stands ? standingStatus(view, row, ledger.state) : STATUS[ledger.state.state],
    state: ledger.state,
    taskId: ledger.taskId,
    question: ledger.question,
  });
}

/** The same, of an answer that stands nowhere any more: nothing of the machine's is left beside it. */
export function lostPatch(
  view: TableView,
  row: Row,
  { state, taskId, question }: { state: State; taskId: string; question: string },
): Patch {
  return patch(view, row, { ...withoutOurs(row), status: STATUS.outdated, state, taskId, question });
}

/** The identifying cells of a row whose answer is right, put right as well. */
export function identityPatch(view: TableView, row: Row, taskId: string, question: string): Patch {
  return patch(view, row, { taskId, question });
}

/** Out of the run: the ledger forgets the row, and what the machine wrote for another question goes if `clear`. */
export function releasedPatch(view: TableView, row: Row, status: string, clear = false): Patch {
  return patch(view, row, {
    ...(clear ? withoutOurs(row) : {}),
    status,
    state: '',
    taskId: '',
    question: '',
  });
}

/** Only the visible Status. */
export function statusPatch(view: TableView, row: Row, status: string): Patch {
  return patch(view, row, { status });
}

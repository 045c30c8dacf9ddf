/** How a question ended, as the patch of a row that asked it. Pure. */
import type { AnswerValue } from '../../enrichment/answer';
import { outputColumns } from '../../enrichment/columns';
import { failedStatus, STATUS } from '../../enrichment/status';
import { contentOf, readingOf } from '../../sheet/cells';
import { taskHash } from '../../sheet/ledger';
import type { Patch } from '../../sheet/patches';
import type { Row, TableView } from '../../sheet/table';
import { isBlank } from '../../sheet/written';
import { answeredStatus } from './answered-status';
import {
  type About,
  blanks,
  carried,
  contentIn,
  isFree,
  ownTask,
  patch,
  state,
  withoutOtherAnswer,
  writtenCells,
} from './parts';

/** How a question ended. */
export type Outcome =
  /** `inForm` is false where the values are only the whole of an answer that could not be read. */
  | { readonly state: 'done'; readonly values: readonly AnswerValue[]; readonly inForm?: boolean }
  | { readonly state: 'not found' | 'expired' }
  | { readonly state: 'failed'; readonly reason: string }
  | { readonly state: 'perhaps asked' };

/**
 * Ended. Values that a person typed stay unless `overwrite`, cell by cell. The identifying cells are touched only where the end came
 * before the id was written: with `taskId`.
 */
export function outcomePatch(
  view: TableView,
  row: Row,
  about: About,
  outcome: Outcome,
  overwrite: boolean,
  taskId?: string,
): Patch {
  const task = taskId === undefined ? ownTask(row) : taskHash(taskId);
  const identity = taskId === undefined ? {} : { taskId, question: about.fingerprint };
  if (outcome.state !== 'done') {
    return patch(view, row, {
      ...(isBlank(row.cells) ? { outputs: blanks(row) } : withoutOtherAnswer(row, about)),
      status: statusOf(outcome),
      state: state(row, outcome.state, about, carried(row, about), task),
      ...identity,
    });
  }
  const values = placedValues(view, outcome.values);
  const slots = view.layout.outputs.map(({ column }) => column.slot);
  const free = slots.map((slot) => overwrite || isFree(row, slot));
  const shown = outcome.inForm === false ? inFirstFree(values, free) : values;
  return patch(view, row, {
    outputs: shown.map((value, i) => (free[i] ? contentIn(row, slots[i], contentOf(value)) : undefined)),
    status: answeredStatus(view, row, outcome, shown, free),
    state: state(row, 'done', about, writtenCells(view, shown.map(readingOf), free), task),
    ...identity,
  });
}

/** An answer that could not be read is one text: it is shown in the first cell that a person has not filled. */
function inFirstFree(values: readonly AnswerValue[], free: readonly boolean[]): AnswerValue[] {
  const whole = values.find((value) => value !== undefined);
  return values.map((_, i) => (i === free.indexOf(true) ? whole : undefined));
}

function statusOf(outcome: Outcome): string {
  return outcome.state === 'failed' ? failedStatus(outcome.reason) : STATUS[outcome.state];
}

/** The values of those output columns that are still on the sheet, in the layout's order. */
export function placedValues(view: TableView, values: readonly AnswerValue[]): AnswerValue[] {
  const byPart = new Map(outputColumns(view.enrichment).map(({ part }, i) => [part, values[i]]));
  return view.layout.outputs.map(({ column }) => byPart.get(column.part));
}

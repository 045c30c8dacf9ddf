/** The changes that a row can undergo, as patches: reserved, submitted, answered, copied, let go. */
import type { AnswerValue } from '../../enrichment/answer';
import { outputColumns } from '../../enrichment/columns';
import { failedStatus, type RowState, STATUS } from '../../enrichment/status';
import { asTextContent, type Content, contentOf, readingOf } from '../../sheet/cells';
import { earlierRuns } from '../../sheet/earlier';
import { NO_TASK, type State, stateText, taskHash } from '../../sheet/ledger';
import type { Patch } from '../../sheet/patches';
import type { Row, TableView } from '../../sheet/table';
import { type Cells, cellsOf, isBlank, isOurs, NO_CELLS } from '../../sheet/written';
import { answeredStatus, copiedStatus } from './answered-status';
import { type Besides, contentLike, withBesides } from './besides';
import { holdsOurs, ourCells } from './standing';

/** How a question ended. */
export type Outcome =
  /** `inForm` is false where the values are only the whole of an answer that could not be read. */
  | { readonly state: 'done'; readonly values: readonly AnswerValue[]; readonly inForm?: boolean }
  | { readonly state: 'not found' }
  | { readonly state: 'failed'; readonly reason: string }
  | { readonly state: 'expired' | 'perhaps asked' };

/** Which question of which run a change is about. */
export interface About {
  readonly run: string;
  readonly fingerprint: string;
  readonly ordinal: number;
  readonly at: number;
  /** At which step it is asked, from 1; missing for the first. */
  readonly step?: number;
}

interface Parts {
  /** In the layout's order; undefined for a cell that stays as it is. */
  readonly outputs?: readonly (Content | undefined)[];
  readonly status?: string;
  /** '' to forget it. */
  readonly state?: State | '';
  readonly taskId?: string;
  readonly question?: string;
}

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

/** Blank outputs are written as blank: rows with and without an answer then make one block. In a person's own column somebody may be typing just now. */
function blanks({ cells, theirs }: Row): (Content | undefined)[] {
  return [...cells.keys()].map((slot) => (theirs.has(slot) ? undefined : ''));
}

/** The same for an answer without anything for a cell. */
function contentIn({ cells, theirs }: Row, slot: string | undefined, content: Content): Content | undefined {
  const isNoChange = content === '' && slot !== undefined && theirs.has(slot) && cells.get(slot) === '';
  return isNoChange ? undefined : content;
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
    status: copiedStatus(view, held, free),
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
  return patch(view, row, {
    ...(clear ? withoutOurs(row) : {}),
    status: STATUS[ledger.state.state],
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

function statusOf(outcome: Outcome): string {
  return outcome.state === 'failed' ? failedStatus(outcome.reason) : STATUS[outcome.state];
}

/** What the machine left in a row before stays known as its work while a new answer is under way. */
function carried(row: Row, about: About): Cells {
  return holdsOurs(row) && !holdsOtherAnswer(row, about) ? ourCells(row) : NO_CELLS;
}

/** Whether some outputs are the machine's answer to another question than the one in hand. */
function holdsOtherAnswer(row: Row, about: About): boolean {
  return row.ledger.state?.fingerprint !== about.fingerprint && holdsOurs(row);
}

/** Whether an output cell may be written into: nothing stands there, or what the machine wrote. */
function isFree({ cells, ledger, held }: Row, slot: string): boolean {
  if (cells.get(slot) === '') return !held.has(slot);
  return isOurs(ledger.state?.cells ?? NO_CELLS, cells, slot);
}

/** The cells that are written, as they will read. */
function writtenCells(view: TableView, readings: readonly string[], free: readonly boolean[]): Cells {
  const slots = view.layout.outputs.map(({ column }) => column.slot);
  return new Map([...cellsOf(slots, readings)].filter((_, i) => free[i]));
}

function withoutOtherAnswer(row: Row, about: About): Parts {
  return holdsOtherAnswer(row, about) ? withoutOurs(row) : {};
}

/** Blanks for what the machine wrote; whatever a person typed stays. */
function withoutOurs(row: Row): Parts {
  const { cells, ledger } = row;
  const written = ledger.state?.cells ?? NO_CELLS;
  const left = blanks(row);
  return {
    outputs: [...cells].map(([slot, hash], i) => {
      if (hash === '') return left[i];
      return isOurs(written, cells, slot) ? '' : undefined;
    }),
  };
}

/** The task whose id stands beside the state, as the state knows it; of a row that has none yet, it may be an earlier one's. */
function ownTask({ ledger: { state: before, taskId } }: Row): string {
  return before?.state === 'reserved' && before.task !== '' && taskId === '' ? NO_TASK : taskHash(taskId);
}

function state(row: Row, word: RowState, about: About, cells: Cells, task: string): State {
  const was = earlierRuns(row.ledger.state, about.run);
  return { ...about, state: word, cells, task, step: about.step ?? 1, was };
}

/** The values of those output columns that are still on the sheet, in the layout's order. */
function placedValues(view: TableView, values: readonly AnswerValue[]): AnswerValue[] {
  const byPart = new Map(outputColumns(view.enrichment).map(({ part }, i) => [part, values[i]]));
  return view.layout.outputs.map(({ column }) => byPart.get(column.part));
}

function patch({ layout }: TableView, row: Row, parts: Parts): Patch {
  const cells = new Map<number, Content>();
  const left: Besides = row.ledger.state ?? {};
  // Beside cells that stay there is what the ledger says that is put there, if it says anything.
  const told: Besides = parts.state || left;
  const stays = told.note || told.shares ? told : left;
  const columns = layout.outputs.map(({ column }) => column);
  const { contents, besides } = withBesides(columns, parts.outputs ?? [], left, stays);
  for (const [i, content] of contents.entries()) {
    const column = layout.outputs[i]?.at;
    if (column && content !== undefined) cells.set(column, content);
  }
  const texts = [
    [layout.status, parts.status],
    [layout.state, parts.state && stateText(withLeft(parts.state, besides))],
    [layout.task, parts.taskId],
    [layout.question, parts.question],
  ] as const;
  for (const [column, text] of texts) {
    if (column > 0 && text !== undefined) cells.set(column, asTextContent(text));
  }
  return { at: row.at, cells };
}

function withLeft({ note, shares, ...state }: State, besides: Besides): State {
  return { ...state, ...besides };
}

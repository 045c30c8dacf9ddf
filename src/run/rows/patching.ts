/** The changes that a row can undergo, as patches: reserved, submitted, answered, copied, let go. */
import type { AnswerValue } from '../../enrichment/answer';
import { outputColumns } from '../../enrichment/columns';
import { failedStatus, type RowState, STATUS } from '../../enrichment/status';
import { asTextContent, type Content, contentAgain, contentOf, readingOf } from '../../sheet/cells';
import { type State, stateText, witnessOf } from '../../sheet/ledger';
import type { Patch } from '../../sheet/patches';
import type { Row, TableView } from '../../sheet/table';
import { machineMade } from './standing';

/** How a question ended. */
export type Outcome =
  | { readonly state: 'done'; readonly values: readonly AnswerValue[] }
  | { readonly state: 'not found' }
  | { readonly state: 'failed'; readonly reason: string }
  | { readonly state: 'expired' | 'perhaps asked' };

/** Which question of which run a change is about. */
export interface About {
  readonly run: string;
  readonly fingerprint: string;
  readonly ordinal: number;
  readonly at: number;
}

interface Parts {
  readonly outputs?: readonly Content[];
  readonly status?: string;
  readonly state?: string;
  readonly taskId?: string;
  readonly question?: string;
}

/** Chosen, and not asked yet. An answer to another question goes now: it would be wrong whatever comes. */
export function reservedPatch(view: TableView, row: Row, about: About): Patch {
  return patch(view, row.at, {
    ...withoutForeign(view, row, about),
    status: STATUS.reserved,
    state: state('reserved', about, carried(row, about)),
    taskId: '',
    question: about.fingerprint,
  });
}

/** Sent, with the id of its task. What answers another question, after a sort for instance, goes. */
export function submittedPatch(view: TableView, row: Row, about: About, taskId: string): Patch {
  return patch(view, row.at, {
    ...withoutForeign(view, row, about),
    status: STATUS.submitted,
    state: state('submitted', about, carried(row, about)),
    taskId,
    question: about.fingerprint,
  });
}

/** Ended. The identifying cells are not touched; values that a person typed stay unless `overwrite`. */
export function outcomePatch(
  view: TableView,
  row: Row,
  about: About,
  outcome: Outcome,
  overwrite: boolean,
): Patch {
  if (outcome.state !== 'done') {
    return patch(view, row.at, {
      // Blank outputs are written as blank: rows with and without an answer then make one block.
      ...(row.witness === '' ? { outputs: blankOutputs(view) } : withoutForeign(view, row, about)),
      status: statusOf(outcome),
      state: state(outcome.state, about, carried(row, about)),
    });
  }
  const values = placedValues(view, outcome.values);
  const ended = state('done', about, witnessOf(values.map(readingOf)));
  if (!overwrite && !machineMade(row)) return patch(view, row.at, { status: STATUS.kept, state: ended });
  const status = outcome.values.every((value) => value === undefined) ? STATUS.nothing : STATUS.done;
  return patch(view, row.at, { outputs: values.map(contentOf), status, state: ended });
}

/** The task of a row that asks something else by now has ended: no longer waited for. An answer that nobody took counts as expired. */
export function strandedPatch(view: TableView, row: Row, about: About, ended: RowState): Patch {
  return patch(view, row.at, {
    status: STATUS.outdated,
    state: state(ended === 'done' ? 'expired' : ended, about, carried(row, about)),
  });
}

/** The task of a row that asks something else by now, or nothing, has its id: should the row ask it again, its answer is found. */
export function strandedIdPatch(view: TableView, row: Row, about: About, taskId: string): Patch {
  return patch(view, row.at, { state: state('submitted', about, carried(row, about)), taskId });
}

/** The same answer as another row's, with its identity. */
export function copiedPatch(view: TableView, row: Row, source: Row, about: About): Patch {
  return patch(view, row.at, {
    outputs: view.layout.outputs.map(({ at }) => contentAgain(source.values[at - 1])),
    status: STATUS.done,
    state: state('done', about, source.witness),
    taskId: source.ledger.question === about.fingerprint ? source.ledger.taskId : '',
    question: about.fingerprint,
  });
}

/** A ledger put where its question is asked now; outputs that answer another question go if `clear`. */
export function movedPatch(
  view: TableView,
  row: Row,
  ledger: { state: State; taskId: string; question: string },
  clear: boolean,
): Patch {
  return patch(view, row.at, {
    ...(clear ? { outputs: blankOutputs(view) } : {}),
    status: STATUS[ledger.state.state],
    state: stateText(ledger.state),
    taskId: ledger.taskId,
    question: ledger.question,
  });
}

/** The identifying cells of a row whose answer is right, put right as well. */
export function identityPatch(view: TableView, row: Row, taskId: string, question: string): Patch {
  return patch(view, row.at, { taskId, question });
}

/** Out of the run: the ledger forgets the row, and what the machine wrote for another question goes if `clear`. */
export function releasedPatch(view: TableView, row: Row, status: string, clear = false): Patch {
  return patch(view, row.at, {
    ...(clear ? { outputs: blankOutputs(view) } : {}),
    status,
    state: '',
    taskId: '',
    question: '',
  });
}

/** Only the visible Status. */
export function statusPatch(view: TableView, row: Row, status: string): Patch {
  return patch(view, row.at, { status });
}

function statusOf(outcome: Outcome): string {
  return outcome.state === 'failed' ? failedStatus(outcome.reason) : STATUS[outcome.state];
}

/** What the machine left in a row before stays known as its work while a new answer is under way. */
function carried(row: Row, about: About): string {
  return machineMade(row) && !holdsForeign(row, about) ? row.witness : '';
}

/** Whether the outputs are the machine's answer to another question than the one in hand. */
function holdsForeign(row: Row, about: About): boolean {
  const { state } = row.ledger;
  return (
    row.witness !== '' &&
    machineMade(row) &&
    state?.state === 'done' &&
    state.fingerprint !== about.fingerprint
  );
}

function blankOutputs(view: TableView): Content[] {
  return view.layout.outputs.map(() => '');
}

function withoutForeign(view: TableView, row: Row, about: About): Parts {
  return holdsForeign(row, about) ? { outputs: blankOutputs(view) } : {};
}

function state(word: RowState, { run, fingerprint, ordinal, at }: About, witness: string): string {
  return stateText({ state: word, at, run, fingerprint, ordinal, witness });
}

/** The values of those output columns that are still on the sheet, in the layout's order. */
function placedValues(view: TableView, values: readonly AnswerValue[]): AnswerValue[] {
  const byPart = new Map(outputColumns(view.enrichment).map(({ part }, i) => [part, values[i]]));
  return view.layout.outputs.map(({ column }) => byPart.get(column.part));
}

function patch(view: TableView, at: number, parts: Parts): Patch {
  const { layout } = view;
  const cells = new Map<number, Content>();
  parts.outputs?.forEach((content, i) => {
    const column = layout.outputs[i]?.at;
    if (column) cells.set(column, content);
  });
  const texts = [
    [layout.status, parts.status],
    [layout.state, parts.state],
    [layout.task, parts.taskId],
    [layout.question, parts.question],
  ] as const;
  for (const [column, text] of texts) {
    if (column > 0 && text !== undefined) cells.set(column, asTextContent(text));
  }
  return { at, cells };
}

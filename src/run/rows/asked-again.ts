/**
 * How a question ended that was asked anew while the machine's answer to it stood: no cell is emptied by it, and none replaced by a
 * failure. And how such an answer comes back where it was not asked anew after all, or what was written since is undone. Pure.
 */
import type { AnswerValue } from '../../enrichment/answer';
import { changesIn } from '../../enrichment/changes';
import { headingOf } from '../../enrichment/columns';
import type { Mode } from '../../enrichment/selection';
import { askedAgainStatus, STATUS } from '../../enrichment/status';
import { type Content, contentOf, readingOf } from '../../sheet/cells';
import { taskHash } from '../../sheet/ledger';
import type { Patch } from '../../sheet/patches';
import { type Row, type TableView, textIn } from '../../sheet/table';
import { type Cells, cellsOf } from '../../sheet/written';
import { anewIn, ownSlots, stateBefore, stateWithout } from './anew';
import { shownStatus, standingStatus } from './answered-status';
import { type Outcome, outcomePatch, placedValues } from './outcome';
import { type About, contentIn, isFree, ownTask, type Parts, patch, state, withoutOurs } from './parts';
import { releasedPatch } from './patching';
import { hasBlank, holdsOurs, ourCells } from './standing';

/** An end that leaves what stands in the row. */
type Bare = Exclude<Outcome, { readonly state: 'perhaps asked' }>;

/** What a Status says where an answer could only be taken as a whole: there is no cell for it then. */
const OTHER_FORM = 'the answer is not in the form asked for';

/** Whether what stands in a row outlives an empty answer: of a refresh, of a further step, and where a row was asked for what it lacks. */
export function outlives(row: Row, { fingerprint, step = 1 }: About, mode: Mode): boolean {
  const { state: known } = row.ledger;
  if (known?.fingerprint !== fingerprint || !holdsOurs(row)) return false;
  return (
    step > 1 ||
    mode === 'refresh' ||
    mode === 'unanswered' ||
    (mode === 'again' && hasBlank(row, known.cells))
  );
}

/** Ended, in a row whose answer outlives that (`outlives`). */
export function againPatch(
  view: TableView,
  row: Row,
  about: About,
  outcome: Outcome,
  taskId?: string,
): Patch {
  if (outcome.state === 'perhaps asked') return outcomePatch(view, row, about, outcome, false, taskId);
  const identity = taskId === undefined ? {} : { taskId, question: about.fingerprint };
  const task = taskId === undefined ? ownTask(row) : taskHash(taskId);
  return patch(view, row, { ...partsOf(view, row, about, outcome, task), ...identity });
}

function partsOf(view: TableView, row: Row, about: About, outcome: Bare, task: string): Parts {
  if (outcome.state !== 'done') return stays(row, about, task, outcome);
  const values = placedValues(view, outcome.values);
  const isAsked = ({ asked }: Row, i: number): boolean =>
    asked.has(view.layout.outputs[i]?.column.slot ?? '');
  const isNothing = values.every((value, i) => readingOf(value) === '' || !isAsked(row, i));
  if (outcome.inForm === false || isNothing) return stays(row, about, task, outcome);
  const changed = merged(view, row, values);
  if (isWritten(row, about)) return asWritten(view, row, changed.outputs);
  const { before } = anewIn(row, about);
  const { cells, kept, outputs, status } = changed;
  const anew = before && kept.size > 0 ? { before, kept } : {};
  return { outputs, status, state: { ...state(row, 'done', about, cells, task), ...anew } };
}

/** All of it stays. That it was asked is known by the State, which is of today. */
function stays(row: Row, about: About, task: string, outcome: Bare): Parts {
  if (isWritten(row, about)) return {};
  const { before } = anewIn(row, about);
  const ended = outcome.state === 'done' ? {} : { ended: outcome.state };
  const anew = { ...(before && { before, kept: ownSlots(row) }), ...ended };
  return {
    status: statusOf(outcome),
    state: { ...state(row, 'done', about, ourCells(row), task), ...anew },
  };
}

function statusOf(outcome: Bare): string {
  if (outcome.state === 'failed') return askedAgainStatus('failed', outcome.reason);
  if (outcome.state !== 'done') return askedAgainStatus(outcome.state);
  return outcome.inForm === false ? askedAgainStatus('failed', OTHER_FORM) : askedAgainStatus('not found');
}

/** Whether a row says already how this very question ended: it is written once more where a table moved, and what changed can no longer be told. */
function isWritten({ ledger: { state: known } }: Row, { run, ordinal }: About): boolean {
  return known?.state === 'done' && known.run === run && known.ordinal === ordinal;
}

function asWritten({ layout }: TableView, row: Row, outputs: Parts['outputs']): Parts {
  const said = textIn(row.values, layout.status);
  const isOpen = said === STATUS.submitted || said === STATUS.reserved;
  return { ...(outputs && { outputs }), ...(isOpen && { status: STATUS.done }) };
}

/** What a row comes to hold of an answer and of the one before. */
interface Merged {
  readonly outputs: readonly (Content | undefined)[];
  readonly cells: Cells;
  /** The slots whose cells are filled, and as they were. */
  readonly kept: ReadonlySet<string>;
  readonly status: string;
}

/** What the new answer brings is written, into cells that nobody typed into; beside an empty field the old cell stays. */
function merged(view: TableView, row: Row, values: readonly AnswerValue[]): Merged {
  const columns = view.layout.outputs.map(({ column }) => column);
  const slots = columns.map(({ slot }) => slot);
  const free = slots.map((slot) => isFree(row, slot));
  const news = values.map(readingOf);
  const olds = row.outputs;
  const brings = news.map((text, i) => free[i] === true && text !== '');
  const readings = news.map((text, i) => (brings[i] ? text : (olds[i] ?? '')));
  const all = [...cellsOf(slots, readings)];
  const cells = new Map(all.filter((_, i) => free[i]));
  const kept = [...cells].filter(([slot, hash]) => hash !== '' && row.cells.get(slot) === hash);
  const isField = (slot: string): boolean => row.asked.has(slot);
  const changes = columns.flatMap((column, i) => {
    const [from, to] = [olds[i] ?? '', news[i] ?? ''];
    return brings[i] && from !== to && isField(column.slot) ? [{ heading: headingOf(column), from, to }] : [];
  });
  const texts = values.map((value, i) => (brings[i] && value?.kind === 'text' ? value.text : undefined));
  return {
    outputs: values.map((value, i) => {
      if (!brings[i]) return free[i] && olds[i] === '' ? contentIn(row, slots[i], '') : undefined;
      return contentOf(value);
    }),
    cells,
    kept: new Set(kept.map(([slot]) => slot)),
    status: shownStatus(view, row, { texts, readings, free, changes: changesIn(changes) }),
  };
}

/** Let go without being asked. What was answered before stands as it did, and of any other row nothing is remembered. */
export function letGoPatch(view: TableView, row: Row, status: string): Patch {
  const before = stateBefore(row);
  if (!before) return releasedPatch(view, row, status);
  return patch(view, row, { state: before, status: standingStatus(view, row, before) });
}

/** What a run wrote goes from a row, and what it found there stays; the ledger still says what was written. */
export function emptiedPatch(view: TableView, row: Row): Patch {
  const { state: written } = row.ledger;
  const kept = stateWithout(row) && written?.kept;
  return patch(view, row, { ...withoutOurs(row, kept), ...(written && { state: written }) });
}

/** The ledger after that: it speaks of the answer that is left, if any is. */
export function undonePatch(view: TableView, row: Row): Patch {
  const left = stateWithout(row);
  if (!left) return releasedPatch(view, row, '');
  return patch(view, row, { state: left, status: standingStatus(view, row, left) });
}

/** What the Status of a row with an answer says: done, what a person should look at in it, what changed, and what is empty. */
import type { AnswerValue } from '../../enrichment/answer';
import { namesOf } from '../../enrichment/blanks';
import { headingOf } from '../../enrichment/columns';
import { doubtsAbout } from '../../enrichment/doubts';
import { checkStatus, nothingFor, STATUS, withMore } from '../../enrichment/status';
import { readingOf, type Value } from '../../sheet/cells';
import { isEmptyAnswer, type State } from '../../sheet/ledger';
import type { Row, TableView } from '../../sheet/table';
import { isOurs } from '../../sheet/written';
import { fingerprintOf } from './standing';

/** An answer, of which `inForm` is false where it could only be taken as a whole. */
interface Answered {
  readonly values: readonly AnswerValue[];
  readonly inForm?: boolean;
}

/** Of an answer as it is shown, in the cells that are free. One in another form than was asked for is left to the person to judge. */
export function answeredStatus(
  view: TableView,
  row: Row,
  { values, inForm = true }: Answered,
  shown: readonly AnswerValue[],
  free: readonly boolean[],
): string {
  if (!inForm && free.includes(true)) return STATUS.odd;
  // Into columns of their own people have typed before: what counts is whether their blanks got something.
  if (
    row.theirs.size > 0 &&
    free.includes(true) &&
    shown.every((value, i) => !free[i] || value === undefined)
  )
    return STATUS.nothing;
  const texts = shown.map((value) => (value?.kind === 'text' ? value.text : undefined));
  if (!free.includes(false) && values.every((value) => value === undefined)) return STATUS.nothing;
  return shownStatus(view, row, { texts, readings: shown.map(readingOf), free });
}

/** Of an answer copied from another row, by what its cells hold there. */
export function copiedStatus(
  view: TableView,
  row: Row,
  held: readonly (Value | undefined)[],
  free: readonly boolean[],
): string {
  const texts = held.map((value) => (typeof value === 'string' ? value : undefined));
  const readings = held.map((value) => (value === undefined ? '' : String(value)));
  return shownStatus(view, row, { texts, readings, free });
}

/** Of an answer that stands in a row, as its State tells which cells are the machine's: also where the row asks something else by now. */
export function standingStatus(view: TableView, row: Row, state: State): string {
  if (fingerprintOf(row) !== state.fingerprint) return STATUS.outdated;
  const { outputs } = view.layout;
  const free = outputs.map(({ column: { slot } }) => {
    const isBlank = row.cells.get(slot) === '' && !row.held.has(slot);
    return isBlank || isOurs(state.cells, row.cells, slot);
  });
  if (isEmptyAnswer(state) && !free.includes(false)) return STATUS.nothing;
  const held = outputs.map(({ at }) => row.values[at - 1]);
  return copiedStatus(view, row, held, free);
}

/** What the cells of an answer hold, in the layout's order. */
interface Shown {
  /** Of those that hold text. */
  readonly texts: readonly (string | undefined)[];
  readonly readings: readonly string[];
  /** Whether nothing that a person typed stands there. */
  readonly free: readonly boolean[];
  /** What a refresh changed, in words. */
  readonly changes?: string;
}

/** Doubts first, then what a person typed, what changed, and last what is empty. */
export function shownStatus(
  view: TableView,
  row: Row,
  { texts, readings, free, changes = '' }: Shown,
): string {
  const doubts = doubtsIn(
    view,
    texts.map((text, i) => (free[i] ? text : undefined)),
  );
  const kept = free.includes(false) ? STATUS.kept : STATUS.done;
  const first = doubts === '' ? kept : checkStatus(doubts);
  return withMore(withMore(first, changes), nothingFor(blanksIn(view, row, readings, free)));
}

/** The names of what was asked for and is empty, where nobody else holds the cell. */
function blanksIn(
  { layout }: TableView,
  { asked }: Row,
  readings: readonly string[],
  free: readonly boolean[],
): string {
  const blank = layout.outputs.filter(
    ({ column }, i) => asked.has(column.slot) && free[i] === true && (readings[i] ?? '') === '',
  );
  return namesOf(blank.map(({ column }) => headingOf(column)));
}

/** What is not what its column holds, in words; by the layout's outputs. */
function doubtsIn({ layout }: TableView, texts: readonly (string | undefined)[]): string {
  const columns = layout.outputs.map(({ column }) => ({ ...column, heading: headingOf(column) }));
  return doubtsAbout(columns, texts);
}

/** What the Status of a row with an answer says: done, or what a person should look at in it. */
import type { AnswerValue } from '../../enrichment/answer';
import { doubtsAbout } from '../../enrichment/doubts';
import { checkStatus, STATUS } from '../../enrichment/status';
import type { Value } from '../../sheet/cells';
import type { Row, TableView } from '../../sheet/table';

/** An answer, of which `inForm` is false where it could only be taken as a whole. */
interface Answered {
  readonly values: readonly AnswerValue[];
  readonly inForm?: boolean;
}

/** Of an answer as it is shown, in the cells that are free. One in another form than was asked for is left to the person to judge. */
export function answeredStatus(
  view: TableView,
  { theirs }: Row,
  { values, inForm = true }: Answered,
  shown: readonly AnswerValue[],
  free: readonly boolean[],
): string {
  if (!inForm && free.includes(true)) return STATUS.odd;
  // Into columns of their own people have typed before: what counts is whether their blanks got something.
  if (theirs.size > 0 && free.includes(true) && shown.every((value, i) => !free[i] || value === undefined))
    return STATUS.nothing;
  const texts = shown.map((value, i) => (free[i] && value?.kind === 'text' ? value.text : undefined));
  const doubts = doubtsIn(view, texts);
  if (doubts !== '') return checkStatus(doubts);
  if (free.includes(false)) return STATUS.kept;
  return values.every((value) => value === undefined) ? STATUS.nothing : STATUS.done;
}

/** Of an answer copied from another row, by what its cells hold there. */
export function copiedStatus(
  view: TableView,
  held: readonly (Value | undefined)[],
  free: readonly boolean[],
): string {
  const texts = held.map((value, i) => (free[i] && typeof value === 'string' ? value : undefined));
  const doubts = doubtsIn(view, texts);
  if (doubts !== '') return checkStatus(doubts);
  return free.includes(false) ? STATUS.kept : STATUS.done;
}

/** What is not what its column holds, in words; by the layout's outputs. */
function doubtsIn({ layout }: TableView, texts: readonly (string | undefined)[]): string {
  const columns = layout.outputs.map(({ column }) => column);
  return doubtsAbout(
    columns.map(({ fills, ...column }) => ({ ...column, heading: fills?.heading ?? column.heading })),
    texts,
  );
}

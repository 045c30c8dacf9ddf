/** What a yes would take away: rows whose answers or typed values would be written over. Pure. */
import type { Typed } from '../../enrichment/offer-lines';
import type { Mode, Selection } from '../../enrichment/selection';
import type { Row, TableView } from '../../sheet/table';
import { isOurs, NO_CELLS } from '../../sheet/written';
import { knowsItsEnd } from '../rows/standing';

/** What is at stake in the rows that are asked. */
export interface Replaced {
  /** How many rows would lose what they hold now. */
  readonly replaced: number;
  /** What becomes of what a person typed into rows that are asked. */
  readonly typed: Typed;
}

/** Counts it among the rows that get an answer. */
export function replacedIn(
  { layout }: TableView,
  rows: readonly Row[],
  { questions, copies, along }: Selection,
  mode: Mode,
): Replaced {
  const chosen = new Set([...questions.flatMap((question) => question.rows), ...copies, ...along]);
  const sources = layout.outputs.find(({ column }) => column.part === 'sources')?.column.slot;
  let [replaced, isTyped] = [0, false];
  for (const row of rows) {
    if (!chosen.has(row.at)) continue;
    const { answer, typed } = heldIn(row, sources);
    isTyped ||= typed;
    // Where only what is missing is asked for, what stands there outlives the answer to that.
    const isKept = mode === 'unanswered' && row.ledger.state?.state === 'done' && knowsItsEnd(row);
    if ((answer && !isKept) || (typed && mode === 'overwrite')) replaced += 1;
  }
  const fate = mode === 'overwrite' ? 'replaced' : 'kept';
  return { replaced, typed: isTyped ? fate : 'none' };
}

/** Whether a row holds an answer, and anything typed, a formula too. The sources of an answer that somebody has emptied are no loss. */
function heldIn({ cells, held, ledger }: Row, sources?: string): { answer: boolean; typed: boolean } {
  const written = ledger.state?.cells ?? NO_CELLS;
  let [answer, typed] = [false, held.size > 0];
  for (const [slot, hash] of cells) {
    if (hash === '') continue;
    if (!isOurs(written, cells, slot)) typed = true;
    else if (slot !== sources) answer = true;
  }
  return { answer, typed };
}

/**
 * An answer whose writing was cut short in the middle of a row: its cells may stand there, and the State that would name them does not.
 * Taken for typed, they would stay beside whatever question is sorted there. Pure.
 */
import type { AnswerValue } from '../../enrichment/answer';
import { readingOf } from '../../sheet/cells';
import { isFinal } from '../../sheet/ledger';
import type { Row, TableView } from '../../sheet/table';
import { cellsOf, isOurs } from '../../sheet/written';
import { type Outcome, placedValues } from './outcome';
import { fingerprintOf } from './standing';

/**
 * The row with a ledger that knows as the machine's what reads just as its answer, in columns that were made for answers: in their own
 * columns people have typed before, and may have known the answer.
 */
export function withLanded(view: TableView, row: Row, outcome: Outcome): Row {
  const { state } = row.ledger;
  if (outcome.state !== 'done' || !state || isFinal(state.state) || state.fingerprint !== fingerprintOf(row))
    return row;
  const landed = landedIn(view, row, placedValues(view, outcome.values));
  if (landed.length === 0) return row;
  return {
    ...row,
    ledger: { ...row.ledger, state: { ...state, cells: new Map([...state.cells, ...landed]) } },
  };
}

function landedIn(view: TableView, row: Row, values: readonly AnswerValue[]): [slot: string, hash: string][] {
  const slots = view.layout.outputs.map(({ column }) => column.slot);
  const answer = cellsOf(slots, values.map(readingOf));
  return [...answer].filter(([slot]) => !row.theirs.has(slot) && isOurs(answer, row.cells, slot));
}

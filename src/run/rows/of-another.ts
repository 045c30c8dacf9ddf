/**
 * Rows without a ledger that show the answer to another row's question: the hidden cells were emptied, and then a sort took the row away
 * from what it held. Pure.
 */
import { isOutdated, STATUS } from '../../enrichment/status';
import type { State } from '../../sheet/ledger';
import { type Row, type TableView, textIn } from '../../sheet/table';
import { filledKey, isBlank } from '../../sheet/written';
import { fingerprintOf } from './standing';

/** Whether a row's Status says that what it asks was answered. */
export function saysDone({ layout }: TableView, { values }: Row): boolean {
  return textIn(values, layout.status).startsWith(STATUS.done);
}

/**
 * Finds what the ledger of another question says of the cells of such a row, if they are its answer from end to end, and the row's Status
 * says that it is outdated. Nobody types a whole answer beside these words; in columns of their own people may have.
 */
export function ofAnother(view: TableView, rows: readonly Row[]): (row: Row) => State | undefined {
  let answers: ReadonlyMap<string, State> | undefined;
  return (row) => {
    const mayBe = row.theirs.size === 0 && row.held.size === 0 && !isBlank(row.cells);
    if (!mayBe || !isOutdated(textIn(row.values, view.layout.status))) return undefined;
    answers ??= answersIn(rows);
    const state = answers.get(filledKey(row.cells));
    return state?.fingerprint === fingerprintOf(row) ? undefined : state;
  };
}

/** What ledgers say of answers, by how their cells read. */
function answersIn(rows: readonly Row[]): Map<string, State> {
  const states = rows.flatMap(({ ledger: { state } }) => (state?.state === 'done' ? [state] : []));
  return new Map(states.map((state) => [filledKey(state.cells), state]));
}

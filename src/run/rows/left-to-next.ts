/** Answers that are gone from the sheet where no run goes on: the next one has them from Linkup, for nothing, as long as a mark says so. Pure. */
import type { Row } from '../../sheet/table';

/** The rows that say that they were answered, and know of no cell: what `realign` leaves where nothing is fetched. */
export function leftToNext(rows: readonly Row[]): readonly Row[] {
  return rows.filter(
    ({ ledger: { state, taskId } }) =>
      state?.state === 'done' && state.witness === undefined && state.cells.size === 0 && taskId !== '',
  );
}

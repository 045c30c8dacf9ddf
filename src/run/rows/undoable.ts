/** What undoing a run does to each row: it takes what the run wrote last and nobody has changed, and leaves everything else. Pure. */
import { wasFilledBy } from '../../sheet/earlier';
import { isFinal } from '../../sheet/ledger';
import type { Row } from '../../sheet/table';
import { isAllChanged, isChanged } from '../../sheet/written';
import { foundAll } from './anew';
import { holdsOurs, machineMade } from './standing';

/** The rows of a run, by what undoing it does to them. */
export interface Undoable {
  /** What it wrote there is still there: that goes. */
  readonly taken: readonly Row[];
  /** So many of those hold something that somebody has put in place of what it wrote: that stays. Missing for none. */
  readonly partly?: number;
  /** Somebody has changed them since. */
  readonly kept: number;
  /** It filled them, and another run, or a try, has written there since. */
  readonly later: number;
  /** It wrote nothing but how its question ended, or what stood there already: the answer beside that is an earlier run's. */
  readonly earlier: number;
}

/** Sorts the rows of a table, in one pass. */
export function undoable(rows: readonly Row[], run: string): Undoable {
  const taken: Row[] = [];
  const rest = { kept: 0, later: 0, earlier: 0 };
  for (const row of rows) {
    const fate = fateOf(row, run);
    if (fate === 'taken') taken.push(row);
    else if (fate) rest[fate] += 1;
  }
  const partly = taken.filter(isPartlyChanged).length;
  return { taken, ...(partly > 0 && { partly }), ...rest };
}

/** Whether undoing a run empties what it wrote into a row. */
export function isUndoable(row: Row, run: string): boolean {
  return fateOf(row, run) === 'taken';
}

type Fate = 'taken' | 'kept' | 'later' | 'earlier';

function fateOf(row: Row, run: string): Fate | undefined {
  const { state } = row.ledger;
  if (!state) return undefined;
  if (state.run !== run) return wasFilledBy(state, run) ? 'later' : undefined;
  if (!isAsWritten(row)) return 'kept';
  const isEarlier = state.state !== 'done' || foundAll(state);
  return isEarlier && holdsOurs(row) ? 'earlier' : 'taken';
}

/**
 * Whether a row of a run that has ended is still as the run left it. Where people had typed into columns of their own before, each cell
 * counts for itself: what the run wrote goes, and what they typed stays. A row that was emptied is then still as it was left, so that an
 * Undo that was cut short can be done again, and counts as it said it would.
 */
export function isAsWritten(row: Row): boolean {
  const { state } = row.ledger;
  if (state === undefined || !isFinal(state.state)) return false;
  return row.theirs.size > 0 ? !isAllChanged(state.cells, row.cells) : machineMade(row);
}

function isPartlyChanged({ ledger: { state }, cells }: Row): boolean {
  return state !== undefined && isChanged(state.cells, cells);
}

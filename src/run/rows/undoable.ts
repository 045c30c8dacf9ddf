/** What undoing a run does to each row: it takes what the run wrote last and nobody has changed, and leaves everything else. Pure. */
import { wasFilledBy } from '../../sheet/earlier';
import { isFinal } from '../../sheet/ledger';
import type { Row } from '../../sheet/table';
import { isChanged } from '../../sheet/written';
import { foundAll } from './anew';
import { holdsOurs, machineMade } from './standing';

/** The rows of a run, by what undoing it does to them. */
export interface Undoable {
  /** What it wrote there is still there: that goes. */
  readonly taken: readonly Row[];
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
  return { taken, ...rest };
}

/** Whether undoing a run empties what it wrote into a row. */
export function isTaken(row: Row, run: string): boolean {
  return fateOf(row, run) === 'taken';
}

function fateOf(row: Row, run: string): keyof Undoable | undefined {
  const { state } = row.ledger;
  if (!state) return undefined;
  if (state.run !== run) return wasFilledBy(state, run) ? 'later' : undefined;
  if (!isAsWritten(row)) return 'kept';
  const isEarlier = state.state !== 'done' || foundAll(state);
  return isEarlier && holdsOurs(row) ? 'earlier' : 'taken';
}

/**
 * Whether a row of a run that has ended is still as the run left it. Where people had typed into columns of their own before, each cell
 * counts for itself: what the run wrote goes, and what they typed stays.
 */
export function isAsWritten(row: Row): boolean {
  const { state } = row.ledger;
  if (state === undefined || !isFinal(state.state)) return false;
  return row.theirs.size > 0 ? holdsOurs(row) || !isChanged(state.cells, row.cells) : machineMade(row);
}

/** The questions that a run has chosen: those that can be asked, in their order, and the rows that cannot be read at present. */
import { isUnreadable } from '../../enrichment/row-question';
import type { Row } from '../../sheet/table';
import type { Run } from '../record/run';
import { fingerprintOf } from './standing';

/** A question of a run as rows remember it. */
export interface Chosen {
  readonly ordinal: number;
  readonly fingerprint: string;
  /** '' while no row that asks it has been looked at. */
  readonly text: string;
  /** When its state was written; for a submitted one, when Linkup created its task, by Linkup's clock. In ms. */
  readonly at: number;
}

/** What of a job the queue is read from. */
interface Table {
  readonly run: Run;
  readonly rows: readonly Row[];
  textOf(fingerprint: string): string | undefined;
  isUnseen(fingerprint: string): boolean;
  hasMisplacedTask(row: Row): boolean;
}

/** The questions of a run by what their rows say of them: looked for once for as long as the rows are the same, for every stage of a cycle asks. */
export class Queue {
  private readonly found = new Map<Wanted, readonly Chosen[]>();

  constructor(private readonly table: Table) {}

  /** Questions of this run in a state, without a task id, that some row is seen to ask; by their ordinals. */
  in(wanted: Wanted): readonly Chosen[] {
    const found = this.found.get(wanted) ?? chosenIn(this.table, wanted);
    this.found.set(wanted, found);
    return found;
  }

  /** Rows were read anew, or an id beside one turned out to be another question's. */
  forget(): void {
    this.found.clear();
  }
}

type Wanted = 'reserved' | 'submitted';

function chosenIn(table: Table, wanted: Wanted): Chosen[] {
  const found = new Map<string, Chosen>();
  const beyond = beyondReserved(table);
  for (const row of table.rows) {
    const { state } = row.ledger;
    if (state?.run !== table.run.id || !isWithoutTask(table, row, wanted, beyond)) continue;
    const { fingerprint, ordinal, at } = state;
    const text = table.textOf(fingerprint) ?? (table.isUnseen(fingerprint) ? '' : undefined);
    if (text !== undefined) found.set(fingerprint, { ordinal, fingerprint, text, at });
  }
  return [...found.values()].sort((a, b) => a.ordinal - b.ordinal);
}

function isWithoutTask(table: Table, row: Row, wanted: Wanted, beyond: ReadonlySet<string>): boolean {
  const { state, taskId } = row.ledger;
  if (state?.state !== wanted) return false;
  if (wanted === 'reserved' && beyond.has(state.fingerprint)) return false;
  // A state that was pasted beside another question says nothing about a lost id.
  if (wanted === 'submitted' && fingerprintOf(row) !== state.fingerprint) return false;
  return taskId === '' || table.hasMisplacedTask(row);
}

/** Questions of which some row knows more than that they were chosen: a row that was edited meanwhile was left behind. */
function beyondReserved({ run, rows }: Pick<Table, 'run' | 'rows'>): Set<string> {
  return new Set(
    rows.flatMap(({ ledger: { state } }) =>
      state?.run === run.id && state.state !== 'reserved' ? [state.fingerprint] : [],
    ),
  );
}

/** The rows of a run of which it cannot be told what they ask: not asked yet, not answered yet, or written without being seen. */
export function unread({ run, rows }: Pick<Table, 'run' | 'rows'>): Row[] {
  return rows.filter(({ question, ledger }) => isUnreadable(question) && ledger.state?.run === run.id);
}

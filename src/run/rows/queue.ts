/** The questions that a run has chosen: those that can be asked, in their order, and the rows that cannot be read at present. */
import { isUnknown } from '../../enrichment/row-question';
import type { Row } from '../../sheet/table';
import type { Run } from '../record/run';
import { asked } from './standing';

/** A question that was chosen and has no task yet. */
export interface Reserved {
  readonly ordinal: number;
  readonly fingerprint: string;
  readonly text: string;
}

/** What of a job the queue is read from. */
interface Table {
  readonly run: Run;
  readonly rows: readonly Row[];
  textOf(fingerprint: string): string | undefined;
  hasMisplacedTask(row: Row): boolean;
}

/** Questions of this run in a state, without a task id, that some row is seen to ask; by their ordinals. */
export function chosenIn(table: Table, wanted: 'reserved' | 'submitted'): Reserved[] {
  const found = new Map<string, Reserved>();
  for (const row of table.rows) {
    const { state, taskId } = row.ledger;
    if (state?.state !== wanted || state.run !== table.run.id) continue;
    // A state that was pasted beside another question says nothing about a lost id.
    if (wanted === 'submitted' && asked(row) !== state.fingerprint) continue;
    if (taskId && !table.hasMisplacedTask(row)) continue;
    const { fingerprint, ordinal } = state;
    const text = table.textOf(fingerprint);
    if (text !== undefined) found.set(fingerprint, { ordinal, fingerprint, text });
  }
  return [...found.values()].sort((a, b) => a.ordinal - b.ordinal);
}

/** The rows of a run of which it cannot be told what they ask: not asked yet, not answered yet, or written without being seen. */
export function unread({ run, rows }: Pick<Table, 'run' | 'rows'>): Row[] {
  return rows.filter(({ question, ledger }) => isUnknown(question) && ledger.state?.run === run.id);
}

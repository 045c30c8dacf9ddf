/** What a job waits for: the tasks that its rows' ledgers name, as long as somebody still wants their answers. */
import type { Mode } from '../../enrichment/selection';
import { isFinal, type Ledger, taskHash } from '../../sheet/ledger';
import type { Row, TableView } from '../../sheet/table';
import type { Run } from '../record/run';
import type { Answers } from './answers';
import type { About } from './parts';
import { isMeant, knowsItsEnd, takes } from './standing';

/** A task whose end is awaited. */
export interface Awaited {
  readonly about: About;
  /** Whether the id is certainly that of the question's task: its POST gave it, or State knows it. Else somebody may have pasted it. */
  readonly vouched: boolean;
  /** Whether this execution created it: then its time is what Linkup's own clock said just now. */
  readonly isFresh?: boolean;
}

/** The table as it was last read, as far as waiting depends on it. */
interface Table {
  readonly run: Run;
  readonly view: TableView;
  readonly answers: Answers;
  /** Ends that are known, and only to be written, by fingerprint. */
  readonly ended: ReadonlyMap<string, unknown>;
  /** The rows that ask a question. */
  asking(fingerprint: string): readonly Row[];
}

/** Tasks in flight, by id. */
export class Awaiting {
  readonly tasks = new Map<string, Awaited>();
  /** Task ids that turned out to belong to another question than the one they stand beside: `fingerprint id`. */
  private readonly misplaced = new Set<string>();

  /** Notes whatever rows wait for besides what is known. */
  note(rows: readonly Row[], table: Table): void {
    for (const row of rows) if (this.isWanted(row, table)) this.noteTask(row, table);
  }

  /** Takes an id for no longer that of the question it stands beside. Whoever else waits for the task gets it. */
  disown(taskId: string, fingerprint: string, rows: readonly Row[], table: Table): void {
    this.misplaced.add(`${fingerprint} ${taskId}`);
    this.tasks.delete(taskId);
    this.note(rows, table);
  }

  /** The id of the task for a question, where one of the rows whose ledger names the question still has it; '' else. */
  idBeside(naming: readonly Row[]): string {
    return naming.find(({ ledger }) => ledger.taskId && !this.isMisplaced(ledger))?.ledger.taskId ?? '';
  }

  /** Whether a ledger's task is known to be that of another question. */
  isMisplaced({ question, taskId }: Ledger): boolean {
    return this.misplaced.has(`${question} ${taskId}`);
  }

  /** Whether somebody still waits for the task that a row's ledger names: a row that asks its question, or the row itself. */
  private isWanted({ ledger }: Row, table: Table): boolean {
    const { run, view, answers } = table;
    if (!ledger.taskId || !ledger.question || this.isMisplaced(ledger)) return false;
    const asking = table.asking(ledger.question);
    // First what is cheap, and true of most rows of a run that is nearly over.
    if (asking.length > 0 && asking.every(knowsItsEnd)) return false;
    // Its answer is on the sheet: whoever else asks gets a copy, and nobody need wait.
    if (ledger.state?.state === 'done' && answers.holder(ledger.question)) return false;
    if (asking.length > 0)
      return asking.some(
        (row) =>
          !knowsItsEnd(row) && !isAskedAfter(row, ledger, run) && takes(row) && isMeant(view, row, asking),
      );
    return !ledger.state || !isFinal(ledger.state.state);
  }

  /** Every task that is waited for is collected, whichever run sent it: it is paid for. */
  private noteTask({ ledger }: Row, { run, ended }: Table): void {
    if (this.tasks.has(ledger.taskId) || ended.has(ledger.question)) return;
    const own = ledger.state?.fingerprint === ledger.question ? ledger.state : undefined;
    const about = {
      run: run.id,
      fingerprint: ledger.question,
      ordinal: own?.ordinal ?? 0,
      at: own?.at ?? run.startedAt,
    };
    this.tasks.set(ledger.taskId, { about, vouched: own?.task === taskHash(ledger.taskId) });
  }
}

/** Modes that take an answer from before: the others ask anew what has one. */
const FROM_BEFORE: readonly Mode[] = ['fill', 'outdated'];

/** Whether a row was chosen to be asked anew after its question had ended elsewhere, as a row says which was not chosen with it. */
function isAskedAfter({ ledger: { state: own } }: Row, { state: ended }: Ledger, { id, mode }: Run): boolean {
  if (own?.state !== 'reserved' || own.run !== id || !ended || ended.run === id) return false;
  return isFinal(ended.state) && !(ended.state === 'done' && FROM_BEFORE.includes(mode));
}

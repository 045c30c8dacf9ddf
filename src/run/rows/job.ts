/** A job: one run with its sheet as it was last read, and what this execution knows about its questions. */
import type { Enrichment } from '../../enrichment/definition';
import { type Places, places } from '../../sheet/layout';
import { isFinal, type Ledger, taskHash } from '../../sheet/ledger';
import { stretches } from '../../sheet/patches';
import type { Sheet } from '../../sheet/spreadsheet';
import { type Row, readDisplay, readFormulas, readRows, readTable, TableView } from '../../sheet/table';
import { holds } from '../record/ranges';
import type { Run } from '../record/run';
import type { About, Outcome } from './patching';
import { Answers, asked, isSettled, takes } from './standing';

/** A task whose end is awaited. */
export interface Awaited {
  readonly about: About;
  /** Whether the id is certainly that of the question's task: its POST gave it, or State knows it. Else somebody may have pasted it. */
  readonly vouched: boolean;
}

/** A question of a run as rows remember it. */
export interface Chosen {
  readonly ordinal: number;
  readonly fingerprint: string;
  readonly text: string;
  /** When its state was written; for a submitted one, when Linkup created its task, by Linkup's clock. In ms. */
  readonly at: number;
}

/** A known end that is not written yet; `since` when it is known. */
export interface Ended {
  readonly outcome: Outcome;
  readonly about: About;
  readonly since: number;
}

/** Everything in it can be rebuilt from the sheet, the run and Linkup: losing it loses time, never answers. */
export class Job {
  rows: readonly Row[] = [];
  /** The person's formulas, by row from 0 below the headings, as they were at the last `load`. */
  formulas: readonly (readonly string[])[] = [];
  answers = new Answers([]);
  /** Tasks in flight, by id. */
  readonly awaited = new Map<string, Awaited>();
  /** Ends to be written, by fingerprint. */
  readonly ended = new Map<string, Ended>();
  /** Tasks just created whose ids are to be written, by fingerprint. */
  readonly created = new Map<string, { readonly taskId: string; readonly about: About }>();
  /** Task ids that turned out to belong to another question than the one they stand beside: `fingerprint id`. */
  private readonly foreign = new Set<string>();
  private byQuestion = new Map<string, Row[]>();
  private current: TableView;

  /** Reads the table. Throws what a TableView throws. */
  constructor(
    public run: Run,
    readonly enrichment: Enrichment,
    readonly sheet: Sheet,
  ) {
    this.current = this.load();
  }

  get view(): TableView {
    return this.current;
  }

  /** Reads the whole table anew and trusts nothing that was known of positions. */
  load(): TableView {
    this.formulas = readFormulas(this.sheet);
    const reading = readTable(this.sheet);
    this.current = new TableView(this.enrichment, reading.headings, reading.places);
    this.keep(this.current.rows(reading));
    return this.current;
  }

  /** Reads some rows anew. Undefined when columns have moved: then only `load` helps. */
  reread(positions: readonly number[]): Row[] | undefined {
    if (!samePlaces(places(this.sheet), this.current.placed)) return undefined;
    const readings = stretches(positions).map(([first, last]) =>
      readRows(this.sheet, first, last, this.current),
    );
    const wanted = new Set(positions);
    const rows = readings.flatMap((reading) => (reading ? this.current.rows(reading) : []));
    return rows.filter((row) => wanted.has(row.at));
  }

  /** A quick look whether rows still ask what they asked when they were read. */
  stillAsk(rows: readonly Row[]): boolean {
    const byPosition = new Map(rows.map((row) => [row.at, asked(row)]));
    return stretches([...byPosition.keys()]).every(([first, last]) => {
      const display = readDisplay(this.sheet, first, last, this.current);
      return display?.every((cells, i) => {
        const print = byPosition.get(first + i);
        const question = this.current.asks(cells);
        return print === undefined || ('fingerprint' in question && question.fingerprint === print);
      });
    });
  }

  /** Takes freshly read rows in place of those at the same positions. */
  renew(fresh: readonly Row[]): void {
    const byPosition = new Map(fresh.map((row) => [row.at, row]));
    this.keep(this.rows.map((row) => byPosition.get(row.at) ?? row));
  }

  /** The rows that ask a question, as last read. */
  asking(fingerprint: string): readonly Row[] {
    return this.byQuestion.get(fingerprint) ?? [];
  }

  /** The rows that ask any of these questions, in the table's order. */
  askingAny(fingerprints: Iterable<string>): Row[] {
    return [...fingerprints].flatMap((print) => this.asking(print)).sort((a, b) => a.at - b.at);
  }

  /** Rows whose ledger names one of these questions, though no row asks it any more. */
  stranded(fingerprints: ReadonlySet<string>): Row[] {
    return this.rows.filter(
      ({ ledger }) => fingerprints.has(ledger.question) && this.asking(ledger.question).length === 0,
    );
  }

  /** Questions that are chosen and were never sent, or certainly never arrived; in the order of their ordinals. */
  reserved(): Chosen[] {
    return this.chosen('reserved').filter(({ ordinal }) => !holds(this.run.sent, ordinal));
  }

  /** Questions that were sent, and whose task nobody knows yet. */
  inDoubt(): Chosen[] {
    return this.chosen('reserved').filter(
      ({ ordinal, fingerprint }) => holds(this.run.sent, ordinal) && !this.isKnown(fingerprint),
    );
  }

  /** Questions whose task was known, and whose id somebody took away. */
  lost(): Chosen[] {
    return this.chosen('submitted').filter(({ fingerprint }) => !this.isKnown(fingerprint));
  }

  private isKnown(fingerprint: string): boolean {
    return this.created.has(fingerprint) || this.ended.has(fingerprint);
  }

  /** Questions of this run in a state, without a task id, that some row asks. */
  private chosen(wanted: 'reserved' | 'submitted'): Chosen[] {
    const found = new Map<string, Chosen>();
    const beyond = this.beyondReserved();
    for (const row of this.rows) {
      const { ledger } = row;
      const { state, taskId } = ledger;
      if (state?.state !== wanted || state.run !== this.run.id) continue;
      if (wanted === 'reserved' && beyond.has(state.fingerprint)) continue;
      // A state that was pasted beside another question says nothing about a lost id.
      if (wanted === 'submitted' && asked(row) !== state.fingerprint) continue;
      if (taskId && !this.isForeign(ledger)) continue;
      const { fingerprint, ordinal, at } = state;
      const text = this.textOf(fingerprint);
      if (text !== undefined) found.set(fingerprint, { ordinal, fingerprint, text, at });
    }
    return [...found.values()].sort((a, b) => a.ordinal - b.ordinal);
  }

  /** Questions of which some row knows more than that they were chosen: a row that was edited meanwhile was left behind. */
  private beyondReserved(): Set<string> {
    return new Set(
      this.rows.flatMap(({ ledger: { state } }) =>
        state?.run === this.run.id && state.state !== 'reserved' ? [state.fingerprint] : [],
      ),
    );
  }

  /** The id of the task for a question, wherever a ledger still names it; '' where none does. */
  taskOf(fingerprint: string): string {
    return (
      this.rows.find(
        ({ ledger }) => ledger.question === fingerprint && ledger.taskId && !this.isForeign(ledger),
      )?.ledger.taskId ?? ''
    );
  }

  /** The text of a question that some row asks now. */
  textOf(fingerprint: string): string | undefined {
    const question = this.asking(fingerprint)[0]?.question;
    return question && 'text' in question ? question.text : undefined;
  }

  private keep(rows: readonly Row[]): void {
    this.rows = rows;
    this.answers = new Answers(rows);
    this.byQuestion = new Map();
    for (const row of rows) {
      const print = asked(row);
      const same = this.byQuestion.get(print);
      if (same) same.push(row);
      else if (print) this.byQuestion.set(print, [row]);
    }
    this.awaitTasks();
  }

  private awaitTasks(): void {
    for (const row of this.rows) if (this.waitsFor(row)) this.noteAwaited(row);
  }

  /** Takes an id for no longer that of the question it stands beside. Whoever else waits for the task gets it. */
  disown(taskId: string, fingerprint: string): void {
    this.foreign.add(`${fingerprint} ${taskId}`);
    this.awaited.delete(taskId);
    this.awaitTasks();
  }

  private isForeign({ question, taskId }: Ledger): boolean {
    return this.foreign.has(`${question} ${taskId}`);
  }

  /** Whether somebody still waits for the task that a row's ledger names: a row that asks its question, or the row itself. */
  private waitsFor({ ledger }: Row): boolean {
    if (!ledger.taskId || !ledger.question || this.isForeign(ledger)) return false;
    // Its answer is on the sheet: whoever else asks gets a copy, and nobody need wait.
    if (ledger.state?.state === 'done' && this.answers.holder(ledger.question)) return false;
    const asking = this.asking(ledger.question);
    if (asking.length > 0) return asking.some((row) => !isSettled(row) && takes(row));
    return !ledger.state || !isFinal(ledger.state.state);
  }

  /** Every task that is waited for is collected, whichever run sent it: it is paid for. */
  private noteAwaited({ ledger }: Row): void {
    if (this.awaited.has(ledger.taskId) || this.ended.has(ledger.question)) return;
    const own = ledger.state?.fingerprint === ledger.question ? ledger.state : undefined;
    const about = {
      run: this.run.id,
      fingerprint: ledger.question,
      ordinal: own?.ordinal ?? 0,
      at: own?.at ?? this.run.startedAt,
    };
    this.awaited.set(ledger.taskId, { about, vouched: own?.task === taskHash(ledger.taskId) });
  }
}

function samePlaces(a: Places, b: Places): boolean {
  return a.size === b.size && [...a].every(([part, column]) => b.get(part) === column);
}

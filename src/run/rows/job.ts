/** A job: one run with its sheet as it was last read, and what this execution knows about its questions. */
import type { Enrichment } from '../../enrichment/definition';
import { atStep } from '../../enrichment/steps';
import type { Sheet } from '../../sheet/spreadsheet';
import type { Row, TableView } from '../../sheet/table';
import type { Run } from '../record/run';
import { Answers } from './answers';
import { type Awaited, Awaiting } from './awaiting';
import { BySent } from './by-sent';
import type { Outcome } from './outcome';
import type { About } from './parts';
import { partedQuestions, presuming, Questions } from './questions';
import { type Chosen, Queue } from './queue';
import { readOurs, readWhole, type Whole } from './read-whole';
import { Indexes } from './row-index';

export type { Awaited } from './awaiting';
export type { Chosen } from './queue';

/** A known end that is not written yet. */
export interface Ended {
  readonly outcome: Outcome;
  readonly about: About;
}

/** Everything in it can be rebuilt from the sheet, the run and Linkup: losing it loses time, never answers. */
export class Job {
  rows: readonly Row[] = [];
  /** The person's formulas, by row from 0 below row 1, as they were at the last `load`. */
  formulas: readonly (readonly string[])[] = [];
  private indexes = new Indexes([]);
  answers = new Answers(this.indexes);
  /** Ends to be written, by fingerprint. */
  readonly ended = new Map<string, Ended>();
  /** Tasks just created whose ids are to be written, by fingerprint. */
  readonly created = new Map<string, { readonly taskId: string; readonly about: About }>();
  /** Questions of which something is known that one window has left to the next: more may come meanwhile. */
  readonly passedOver = new Set<string>();
  private readonly awaiting = new Awaiting();
  private questions = new Questions(this.indexes);
  private readonly queue = new Queue(this);
  private readonly bySent = new BySent(this, this.queue);
  /** Questions that were parted from their ledgers, as last read whole. */
  parted: ReadonlySet<string> = new Set();
  /** Which step all of its questions are asked at, from 1: what the record says, until whoever goes on with it knows what was agreed (`agreedStep`). */
  step: number;
  /** A write was cut short, by this execution or one that died: cells may hold answers that no State names. */
  isCutShort = false;
  /** Whether no more was read at first than our own columns: what rows ask was not seen. */
  readonly isNarrow: boolean;
  view: TableView;

  /** Reads the table: the whole of it, unless that was just done, or first no more than our own columns. Throws what a TableView throws. */
  constructor(
    public run: Run,
    readonly enrichment: Enrichment,
    readonly sheet: Sheet,
    extent: 'whole' | 'ours' | Whole = 'whole',
  ) {
    this.step = run.step ?? 1;
    const ours = extent === 'ours' ? readOurs(enrichment, sheet) : undefined;
    this.isNarrow = ours !== undefined;
    this.view = ours?.view ?? this.take(typeof extent === 'object' ? extent : readWhole(enrichment, sheet));
    if (ours) this.keep(ours.rows);
  }

  /** The enrichment as it asks at the step that was agreed to by now. */
  get asked(): Enrichment {
    return atStep(this.enrichment, this.step);
  }

  /** Tasks in flight, by id. */
  get awaited(): Map<string, Awaited> {
    return this.awaiting.tasks;
  }

  /** Reads the whole table anew and trusts nothing that was known of positions. */
  load(): TableView {
    return this.take(readWhole(this.enrichment, this.sheet));
  }

  private take({ reading, view, rows }: Whole): TableView {
    this.formulas = reading.formulas();
    this.view = view;
    this.parted = partedQuestions(rows);
    this.keep(presuming(rows, this.parted));
    return view;
  }

  /** Takes freshly read rows in place of those at the same positions. */
  renew(fresh: readonly Row[]): void {
    if (fresh.length === 0) return;
    const { rows, touched } = this.indexes.replace(this.rows, fresh);
    this.rows = rows;
    this.answers = new Answers(this.indexes);
    this.queue.renew(touched);
    const named = [...touched].flatMap((print) => this.indexes.naming.of(print));
    this.awaiting.note(named, this.table());
  }

  /** The rows that ask a question, as last read. */
  asking(fingerprint: string): readonly Row[] {
    return this.questions.asking(fingerprint);
  }

  /** The rows that ask any of these questions, in the table's order. */
  askingAny(fingerprints: Iterable<string>): Row[] {
    return this.questions.askingAny(fingerprints);
  }

  /** The rows whose ledger holds the state of a question. */
  stating(fingerprint: string): readonly Row[] {
    return this.indexes.stating.of(fingerprint);
  }

  /** Rows whose ledger names one of these questions, though no row asks it any more. */
  stranded(fingerprints: ReadonlySet<string>): Row[] {
    return this.questions.stranded(fingerprints);
  }

  /** The text of a question that some row asks now. */
  textOf(fingerprint: string): string | undefined {
    return this.questions.textOf(fingerprint);
  }

  /** Whether a question is presumed of a row only because nobody has looked at it. */
  isUnseen(fingerprint: string): boolean {
    return this.questions.isUnseen(fingerprint);
  }

  /** Questions that are chosen and were never sent, or certainly never arrived, in the order of their ordinals. One that was refused has ended. */
  reserved(): readonly Chosen[] {
    return this.bySent.reserved();
  }

  /** Whether there are any such. */
  readonly hasReserved = (): boolean => this.bySent.hasReserved();

  /** Questions that were sent, and whose task nobody knows yet. */
  readonly inDoubt = (): readonly Chosen[] => this.bySent.inDoubt();

  /** Questions whose task was known, and whose id somebody took away. */
  readonly lost = (): readonly Chosen[] => this.bySent.lost();

  /** The id of the task for a question, wherever a ledger still names it; '' where none does. */
  taskOf(fingerprint: string): string {
    return this.awaiting.idBeside(this.indexes.naming.of(fingerprint));
  }

  /** Whether the task that a row's ledger names is known to be that of another question. */
  hasMisplacedTask({ ledger }: Row): boolean {
    return this.awaiting.isMisplaced(ledger);
  }

  /** Takes an id for no longer that of the question it stands beside. Whoever else waits for the task gets it. */
  disown(taskId: string, fingerprint: string): void {
    this.queue.forget();
    this.awaiting.disown(taskId, fingerprint, this.rows, this.table());
  }

  private keep(rows: readonly Row[]): void {
    this.rows = rows;
    this.queue.forget();
    this.indexes = new Indexes(rows);
    this.answers = new Answers(this.indexes);
    this.questions = new Questions(this.indexes);
    this.awaiting.note(rows, this.table());
  }

  private table() {
    const { run, view, answers, questions, ended } = this;
    return { run, view, answers, questions, hasEnded: (print: string) => ended.has(print) };
  }
}

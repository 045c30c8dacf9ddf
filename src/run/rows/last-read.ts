/** The table of an enrichment as it was last read: its rows, and which of them ask, name and state each question. */
import type { Enrichment } from '../../enrichment/definition';
import type { Sheet } from '../../sheet/spreadsheet';
import type { Row, TableView } from '../../sheet/table';
import { Answers } from './answers';
import { partedQuestions, presuming, Questions } from './questions';
import { readOurs, readWhole, type Whole } from './read-whole';
import { Indexes } from './row-index';

/** A reading, and its rows by the questions that they have to do with. */
interface Held {
  readonly view: TableView;
  readonly rows: readonly Row[];
  readonly formulas: readonly (readonly string[])[];
  readonly parted: ReadonlySet<string>;
  readonly indexes: Indexes;
  readonly answers: Answers;
  readonly questions: Questions;
}

/** Nobody but itself changes what it holds: a position is only true of the reading that it comes from. */
export class LastRead {
  /** Whether no more was read at first than our own columns: what rows ask was not seen. */
  readonly isNarrow: boolean;
  private held: Held;

  /** Reads the table: the whole of it, unless that was just done, or first no more than our own columns. Throws what a TableView throws. */
  constructor(
    readonly enrichment: Enrichment,
    readonly sheet: Sheet,
    extent: 'whole' | 'ours' | Whole,
  ) {
    const ours = extent === 'ours' ? readOurs(enrichment, sheet) : undefined;
    this.isNarrow = ours !== undefined;
    if (ours) this.held = held({ ...ours, formulas: [], parted: new Set() });
    else this.held = heldOf(typeof extent === 'object' ? extent : readWhole(enrichment, sheet));
  }

  get view(): TableView {
    return this.held.view;
  }

  get rows(): readonly Row[] {
    return this.held.rows;
  }

  /** The person's formulas, by row from 0 below row 1, as they were when the whole table was last read. */
  get formulas(): readonly (readonly string[])[] {
    return this.held.formulas;
  }

  /** Questions that were parted from their ledgers, as last read whole. */
  get parted(): ReadonlySet<string> {
    return this.held.parted;
  }

  get answers(): Answers {
    return this.held.answers;
  }

  /** Reads the whole table anew and trusts nothing that was known of positions. */
  load(): TableView {
    this.held = heldOf(readWhole(this.enrichment, this.sheet));
    return this.view;
  }

  /** Takes freshly read rows in place of those at the same positions; the questions that something may have changed for. */
  protected replace(fresh: readonly Row[]): ReadonlySet<string> {
    const { indexes } = this.held;
    const { rows, touched } = indexes.replace(this.rows, fresh);
    this.held = { ...this.held, rows, answers: new Answers(indexes) };
    return touched;
  }

  /** The rows that ask a question. */
  asking(fingerprint: string): readonly Row[] {
    return this.held.questions.asking(fingerprint);
  }

  /** The rows that ask any of these questions, in the table's order. */
  askingAny(fingerprints: Iterable<string>): Row[] {
    return this.held.questions.askingAny(fingerprints);
  }

  /** The rows whose ledger names a question. */
  naming(fingerprint: string): readonly Row[] {
    return this.held.indexes.naming.of(fingerprint);
  }

  /** The rows whose ledger holds the state of a question. */
  stating(fingerprint: string): readonly Row[] {
    return this.held.indexes.stating.of(fingerprint);
  }

  /** Rows whose ledger names one of these questions, though no row asks it any more. */
  stranded(fingerprints: ReadonlySet<string>): Row[] {
    return this.held.questions.stranded(fingerprints);
  }

  /** The text of a question that some row asks now. */
  textOf(fingerprint: string): string | undefined {
    return this.held.questions.textOf(fingerprint);
  }

  /** Whether a question is presumed of a row only because nobody has looked at it. */
  isUnseen(fingerprint: string): boolean {
    return this.held.questions.isUnseen(fingerprint);
  }
}

function heldOf({ reading, view, rows }: Whole): Held {
  const parted = partedQuestions(rows);
  return held({ view, rows: presuming(rows, parted), formulas: reading.formulas(), parted });
}

function held(read: Pick<Held, 'view' | 'rows' | 'formulas' | 'parted'>): Held {
  const indexes = new Indexes(read.rows);
  return { ...read, indexes, answers: new Answers(indexes), questions: new Questions(indexes) };
}

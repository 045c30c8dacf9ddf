/** The index of a table's questions: which rows ask each, as they were last read. */
import { isUnseen } from '../../enrichment/row-question';
import type { Row } from '../../sheet/table';
import type { Indexes } from './row-index';
import { fingerprintOf } from './standing';

/** Over indexes that are kept up to date. */
export class Questions {
  constructor(private readonly rows: Indexes) {}

  /** The rows that ask a question. */
  asking(fingerprint: string): readonly Row[] {
    return fingerprint === '' ? [] : this.rows.asking.of(fingerprint);
  }

  /** The rows that ask any of these questions, in the table's order. */
  askingAny(fingerprints: Iterable<string>): Row[] {
    return [...fingerprints].flatMap((print) => this.asking(print)).sort((a, b) => a.at - b.at);
  }

  /** Rows whose ledger names one of these questions, though no row asks it any more. */
  stranded(fingerprints: ReadonlySet<string>): Row[] {
    const left = [...fingerprints].filter((print) => this.asking(print).length === 0);
    return left.flatMap((print) => this.rows.naming.of(print)).sort((a, b) => a.at - b.at);
  }

  /** The text of a question that some row is seen to ask now. */
  textOf(fingerprint: string): string | undefined {
    for (const { question } of this.asking(fingerprint)) if ('text' in question) return question.text;
    return undefined;
  }

  /** Whether some row is presumed to ask a question only because nobody has looked at it. */
  isUnseen(fingerprint: string): boolean {
    return this.asking(fingerprint).some(({ question }) => isUnseen(question));
  }
}

/** Questions that some row is seen to ask, and none with a ledger that names it: rows and ledgers were parted. */
export function partedQuestions(rows: readonly Row[]): Set<string> {
  const seen = rows.filter(({ question }) => 'text' in question);
  const joined = new Set(seen.filter((row) => row.ledger.question === fingerprintOf(row)).map(fingerprintOf));
  return new Set(seen.map(fingerprintOf).filter((print) => !joined.has(print)));
}

/**
 * A row of which it cannot be told what it asks counts as asking what its ledger names, unless that question was parted from its
 * ledger: then the ledger belongs to the row that is seen to ask it.
 */
export function presuming(rows: readonly Row[], parted: ReadonlySet<string>): Row[] {
  return rows.map((row) => (row.presumed && parted.has(row.presumed) ? unpresumed(row) : row));
}

function unpresumed(row: Row): Row {
  return { ...row, presumed: '' };
}

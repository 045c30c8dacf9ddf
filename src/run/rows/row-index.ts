/** Rows by what they say, each under one word or none: kept up to date row by row, for a table is large and a window small. */
import type { Row } from '../../sheet/table';
import { fingerprintOf } from './standing';

/** One index. */
class RowIndex {
  private readonly byKey = new Map<string, Row[]>();

  constructor(
    rows: readonly Row[],
    /** What a row is found by; '' where it is not to be found. */
    private readonly keyOf: (row: Row) => string,
  ) {
    for (const row of rows) this.add(row);
  }

  /** The rows under a word, in the table's order. */
  of(key: string): readonly Row[] {
    return this.byKey.get(key) ?? NOBODY;
  }

  /** A row was read anew, at the same position. */
  replace(before: Row, after: Row): void {
    const [from, to] = [this.keyOf(before), this.keyOf(after)];
    if (from === to) {
      const rows = this.byKey.get(to);
      if (rows) rows[placeOf(rows, after.at)] = after;
      return;
    }
    this.remove(from, before);
    this.add(after);
  }

  private add(row: Row): void {
    const key = this.keyOf(row);
    const rows = this.byKey.get(key);
    if (rows) rows.splice(placeOf(rows, row.at), 0, row);
    else if (key !== '') this.byKey.set(key, [row]);
  }

  private remove(key: string, { at }: Row): void {
    const rows = this.byKey.get(key);
    if (!rows) return;
    if (rows.length === 1) this.byKey.delete(key);
    else rows.splice(placeOf(rows, at), 1);
  }
}

const NOBODY: readonly Row[] = [];

/** Where a row of this position is, or would be, among rows in the table's order. */
function placeOf(rows: readonly Row[], at: number): number {
  let [low, high] = [0, rows.length];
  // Rows mostly come in their order.
  if ((rows[high - 1]?.at ?? 0) < at) return high;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.at ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The rows of a table by the questions that they have to do with. */
export class Indexes {
  /** By what they ask, or are presumed to. */
  readonly asking: RowIndex;
  /** By the question whose task their ledger names. */
  readonly naming: RowIndex;
  /** By the question whose state their ledger holds. */
  readonly stating: RowIndex;

  constructor(rows: readonly Row[]) {
    this.asking = new RowIndex(rows, fingerprintOf);
    this.naming = new RowIndex(rows, named);
    this.stating = new RowIndex(rows, stated);
  }

  /** The rows with those that were read anew at the positions of others, and the questions that something may have changed for. */
  replace(rows: readonly Row[], fresh: readonly Row[]): { rows: readonly Row[]; touched: Set<string> } {
    const [now, touched] = [[...rows], new Set<string>()];
    const first = rows[0]?.at ?? 0;
    for (const after of fresh) {
      const before = now[after.at - first];
      if (before?.at !== after.at) continue;
      now[after.at - first] = after;
      for (const row of [before, after]) for (const keyOf of KEYS) touched.add(keyOf(row));
      for (const index of [this.asking, this.naming, this.stating]) index.replace(before, after);
    }
    touched.delete('');
    return { rows: now, touched };
  }
}

function named({ ledger }: Row): string {
  return ledger.question;
}

function stated({ ledger }: Row): string {
  return ledger.state?.fingerprint ?? '';
}

const KEYS = [fingerprintOf, named, stated] as const;

/**
 * Which row of before a row of now is, where rows moved under a write and several ask the same. What a write hit tells them apart no
 * more; what it left alone does, and whom they stand beside. Pure.
 */
import { grouped } from '../../enrichment/grouped';
import { isUnseen } from '../../enrichment/row-question';
import type { Patch } from '../../sheet/patches';
import type { Row, TableView } from '../../sheet/table';
import { alike, shows } from './cell-shows';
import { fingerprintOf } from './standing';

/** A table as it was read: its rows, and their formulas, by row from 0 below row 1. */
interface Table {
  readonly rows: readonly Row[];
  readonly formulas: readonly (readonly string[])[];
}

/** Finds among some rows of before the one that a row of now is. */
type Way = (row: Row, among: readonly Row[]) => Row | undefined;

/** Pairs rows of before and now that hold the same in the person's own columns, each with one other. */
export class Counterparts {
  /** Rows of before, by the position of the row that each is now. */
  private readonly found = new Map<number, Row>();
  private readonly taken = new Set<Row>();
  private readonly wereAt: ReadonlyMap<number, Row>;
  private readonly outputs: readonly number[];
  /** Columns of the person's own, from 0, in which formulas stand. */
  private readonly mixed: readonly number[];

  constructor(
    private readonly view: TableView,
    private readonly before: Table,
    private readonly now: Table,
    private readonly patches: ReadonlyMap<number, Patch>,
  ) {
    this.outputs = view.layout.outputs.map(({ at }) => at);
    this.wereAt = new Map(before.rows.map((row) => [row.at, row]));
    const ours = new Set(view.placed.values());
    const theirs = view.headings.flatMap((_, i) => (ours.has(i + 1) ? [] : [i]));
    this.mixed = theirs.filter((column) => hasFormula(before, column) || hasFormula(now, column));
    const plain = theirs.filter((column) => !this.mixed.includes(column));
    this.pairAll(plain);
  }

  /** The row of before that stands at a position now; undefined where none is seen to. */
  at(position: number): Row | undefined {
    return this.found.get(position);
  }

  /** First those that can be nobody else: they tell where the others stand. */
  private pairAll(plain: readonly number[]): void {
    const keyOf = ({ values }: Row): string => JSON.stringify(plain.map((i) => String(values[i] ?? '')));
    const seen = grouped(this.before.rows, (was) => (isUnseen(was.question) ? undefined : keyOf(was)));
    const unseen = grouped(this.before.rows, (was) =>
      isUnseen(was.question) ? was.presumed || undefined : undefined,
    );
    const groups = [...grouped(this.now.rows, keyOf)].map(([key, rows]) => {
      const prints = new Set(rows.map(fingerprintOf));
      return {
        rows,
        were: [...(seen.get(key) ?? []), ...[...prints].flatMap((print) => unseen.get(print) ?? [])],
      };
    });
    for (const { rows, were } of groups)
      if (rows.length === 1 && were.length === 1) this.pair(rows, were, [this.next]);
    for (const { rows, were } of groups) this.part(rows, were);
  }

  /** Those that hold what no write put there are known by it, before the others are by their neighbours, or else by their order. */
  private part(rows: readonly Row[], were: readonly Row[]): void {
    const ways = [this.following, this.preceding, this.next];
    const isKnown = (row: Row): boolean => this.outputs.some((column) => this.isLeftAlone(row, column));
    this.pair(rows.filter(isKnown), were, ways);
    this.pair(rows, were, ways);
    for (const was of were) if (!this.taken.has(was) && this.hasOwn(was)) this.makeRoom(was, rows);
  }

  /** One of those that were alike is gone. Rather than one that held what nobody else has, it was the one above it that held nothing. */
  private makeRoom(was: Row, rows: readonly Row[]): void {
    const mayYield = (row: Row): boolean => {
      const other = this.found.get(row.at);
      return other !== undefined && other.at < was.at && !this.hasOwn(other) && this.mayHaveBeen(row, was);
    };
    const row = [...rows].reverse().find(mayYield);
    const other = row && this.found.get(row.at);
    if (!row || !other) return;
    this.taken.delete(other);
    this.found.set(row.at, was);
    this.taken.add(was);
  }

  /** Whether a row held in its outputs what was not to be written over. */
  private hasOwn({ at, values }: Row): boolean {
    const written = this.patches.get(at)?.cells;
    return this.outputs.some((column) => (values[column - 1] ?? '') !== '' && !written?.has(column));
  }

  private pair(rows: readonly Row[], were: readonly Row[], ways: readonly Way[]): void {
    const upwards = [...rows].reverse();
    for (const way of ways)
      for (const row of way === this.preceding ? upwards : rows) {
        const was = this.found.has(row.at) ? undefined : way(row, were);
        if (!was) continue;
        this.found.set(row.at, was);
        this.taken.add(was);
      }
  }

  private readonly next: Way = (row, were) => were.find((was) => this.mayHaveBeen(row, was));

  /** It still follows the row above it. */
  private readonly following: Way = (row, were) => {
    const isFirst = row.at === this.view.firstRow;
    const above = isFirst ? row.at - 1 : this.found.get(row.at - 1)?.at;
    return above === undefined ? undefined : this.amongThese(row, above + 1, were);
  };

  /** It still stands above the one below it. */
  private readonly preceding: Way = (row, were) => {
    const below = this.found.get(row.at + 1)?.at;
    return below === undefined ? undefined : this.amongThese(row, below - 1, were);
  };

  private amongThese(row: Row, at: number, were: readonly Row[]): Row | undefined {
    const was = this.wereAt.get(at);
    return was && were.includes(was) && this.mayHaveBeen(row, was) ? was : undefined;
  }

  private mayHaveBeen(row: Row, was: Row): boolean {
    if (this.taken.has(was) || !this.outputs.every((column) => this.isExplained(row, was, column)))
      return false;
    return isUnseen(was.question)
      ? was.presumed === fingerprintOf(row)
      : this.mixed.every((column) => this.isAlikeIn(row, was, column));
  }

  /** What a formula gives may be another value by now. */
  private isAlikeIn(row: Row, was: Row, column: number): boolean {
    const isComputed = Boolean(formulasOf(this.now, row)[column]);
    if (isComputed !== Boolean(formulasOf(this.before, was)[column])) return false;
    return isComputed || alike(row.values[column], was.values[column]);
  }

  /** A cell is as it was, or as what was written makes it: into the row that it was, or into the one that stands there now. */
  private isExplained(row: Row, was: Row, column: number): boolean {
    return (
      alike(row.values[column - 1], was.values[column - 1]) ||
      this.isWritten(row, column, row.at) ||
      this.isWritten(row, column, was.at)
    );
  }

  private isLeftAlone(row: Row, column: number): boolean {
    return row.values[column - 1] !== '' && !this.isWritten(row, column, row.at);
  }

  private isWritten(row: Row, column: number, at: number): boolean {
    const content = this.patches.get(at)?.cells.get(column);
    return content !== undefined && shows(row, column, content);
  }
}

function formulasOf({ formulas }: Table, row: Row): readonly string[] {
  return row.formulas ?? formulas[row.at - 2] ?? [];
}

function hasFormula(table: Table, column: number): boolean {
  return table.rows.some((row) => Boolean(formulasOf(table, row)[column]));
}

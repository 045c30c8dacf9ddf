/** Cells that say nothing at present: a formula that is computing or has failed, in whatever language Google speaks, and the blanks that it leaves. */
import type { Unknown } from '../enrichment/row-question';
import type { Value } from './cells';
import { mayBeState, type Origin, stateOf } from './formula-words';

/** Which cells of a block say nothing at present. Rows from 1 as on the sheet, columns from 0. */
export type Unknowns = (row: number, column: number) => Unknown | undefined;

/** All cells say what they hold. */
export const NOTHING_UNKNOWN: Unknowns = () => undefined;

/** Cheap: whether a cell could be in a state at all. Most tables have none such, and their formulas need not be read. */
export function isSuspect(value: Value | undefined): boolean {
  return typeof value === 'string' && mayBeState(value);
}

/** A formula without a value, and where the blanks beside it end. */
interface Hole {
  readonly state: Unknown;
  readonly column: number;
  open: boolean;
}

/**
 * Finds the cells of a block that say nothing. An array formula (IMPORTRANGE, ARRAYFORMULA) shows its state in its own cell and
 * leaves blank what it would fill: whatever is blank below it and to its right, up to the first cell that holds something.
 * What answers say in our own columns (from 0) is text, and none of it a reason to read the formulas. The formulas `above` the
 * block are read where only they can tell whether a text was computed.
 */
export function unknownsIn(
  values: readonly (readonly Value[])[],
  formulas: () => readonly (readonly string[])[],
  ours: ReadonlySet<number>,
  firstRow = 1,
  above: () => readonly (readonly string[])[] = () => [],
): Unknowns {
  const isSuspectRow = (row: readonly Value[]): boolean =>
    row.some((value, c) => isSuspect(value) && !ours.has(c));
  if (!values.some(isSuspectRow)) return NOTHING_UNKNOWN;
  const found = new Map<string, Unknown>();
  const scan = new Scan(formulas());
  if (values.some((row, r) => row.some((value, c) => !ours.has(c) && scan.isOpen(value, r, c))))
    scan.passOver(above());
  values.forEach((row, r) => {
    row.forEach((value, c) => {
      const state = scan.cell(value, r, c);
      if (state) found.set(`${firstRow + r} ${c}`, state);
    });
  });
  return (row, column) => found.get(`${row} ${column}`);
}

/** Goes through a block row by row. */
class Scan {
  /** By column: the nearest hole that a blank may belong to. */
  private readonly holes = new Map<number, Hole>();
  private readonly computed = new Set<number>();
  /** The first column in which a formula was seen. */
  private leftmost = Number.POSITIVE_INFINITY;

  constructor(private readonly formulas: readonly (readonly string[])[]) {}

  /** Whether it depends on the formulas above whether a cell is in a state. */
  isOpen(value: Value, row: number, column: number): boolean {
    if (typeof value !== 'string' || !isSuspect(value) || this.formulas[row]?.[column]) return false;
    return stateOf(value, 'computed') !== stateOf(value, 'typed');
  }

  /** Takes note of formulas above the block. */
  passOver(above: readonly (readonly string[])[]): void {
    for (const row of above) {
      for (const [column, formula] of row.entries()) if (formula !== '') this.note(column);
    }
  }

  private note(column: number): void {
    this.computed.add(column);
    this.leftmost = Math.min(this.leftmost, column);
  }

  private originOf(column: number): Origin {
    if (this.computed.has(column)) return 'computed';
    return column > this.leftmost ? 'beside' : 'typed';
  }

  cell(value: Value, row: number, column: number): Unknown | undefined {
    const hasFormula = Boolean(this.formulas[row]?.[column]);
    if (value === '' && !hasFormula) return this.blank(row, column);
    const above = this.holes.get(column);
    // What holds something ends the hole, for its own column or for all that it would fill.
    if (above?.column === column) above.open = false;
    this.holes.delete(column);
    if (hasFormula) this.note(column);
    const state = typeof value === 'string' ? stateOf(value, this.originOf(column)) : undefined;
    if (state && hasFormula) this.holes.set(column, { state, column, open: true });
    return state;
  }

  private blank(row: number, column: number): Unknown | undefined {
    const left = this.holes.get(column - 1);
    // In the formula's own row the hole reaches to the right as far as there are blanks.
    const isOwnRow = left?.open === true && Boolean(this.formulas[row]?.[left.column]);
    if (isOwnRow && !this.holes.get(column)?.open) this.holes.set(column, left);
    const hole = this.holes.get(column);
    return hole?.open ? hole.state : undefined;
  }
}

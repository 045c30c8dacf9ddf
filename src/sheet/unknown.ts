/** Cells that say nothing at present: a formula that is computing or has failed, in whatever language Google speaks, and the blanks that it leaves. */
import type { Unknown } from '../enrichment/row-question';
import type { Value } from './cells';

/** Which cells of a block say nothing at present. Rows from 1 as on the sheet, columns from 0. */
export type Unknowns = (row: number, column: number) => Unknown | undefined;

/** All cells say what they hold. */
export const NOTHING_UNKNOWN: Unknowns = () => undefined;

/**
 * What a cell with a formula shows while it computes; Google's other languages end it with dots as well. A text of these kinds
 * that a person typed is their own: without a formula in or above the cell nothing is taken for a state of one.
 */
const LOADING = /(\.\.\.|…)$/;

/** Errors in any language: capitals between "#" and a mark ("#REF!", "#VALEUR!", "#IMIĘ?"), or one of those that have no mark. */
const ERROR =
  /^#(?:[\p{Lu}\p{N}/_ ]+[!?]|N\/A|N\/D|N\/B|I\/T|Н\/Д|NV|YOK|HIÁNYZIK|NENÍ_K_DISPOZICI|NEDOSTUPNÝ)$/u;

/** English errors, and "#N/A" and its like: nobody asks about them, whoever typed them. */
const TYPED_ERROR =
  /^#(?:N\/A|N\/D|N\/B|I\/T|Н\/Д|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|ERROR!|SPILL!|CALC!|BUSY!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!)$/;

/** The state that a text is of a formula; undefined for a text like any other. `computed`: the cell has a formula, or lies below one. */
export function stateOf(text: string, computed: boolean): Unknown | undefined {
  const shown = text.trim();
  if (!computed) return TYPED_ERROR.test(shown) ? 'error' : undefined;
  if (ERROR.test(shown)) return 'error';
  return LOADING.test(shown) ? 'loading' : undefined;
}

/** Cheap: whether a cell could be in a state at all. Most tables have none such, and their formulas need not be read. */
export function isSuspect(value: Value | undefined): boolean {
  return typeof value === 'string' && (value.startsWith('#') || LOADING.test(value.trimEnd()));
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
 * What answers say in our own columns (from 0) is text, and none of it a reason to read the formulas.
 */
export function unknownsIn(
  values: readonly (readonly Value[])[],
  formulas: () => readonly (readonly string[])[],
  ours: ReadonlySet<number>,
  firstRow = 1,
): Unknowns {
  const isSuspectRow = (row: readonly Value[]): boolean =>
    row.some((value, c) => isSuspect(value) && !ours.has(c));
  if (!values.some(isSuspectRow)) return NOTHING_UNKNOWN;
  const found = new Map<string, Unknown>();
  const scan = new Scan(formulas());
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

  constructor(private readonly formulas: readonly (readonly string[])[]) {}

  cell(value: Value, row: number, column: number): Unknown | undefined {
    const hasFormula = Boolean(this.formulas[row]?.[column]);
    if (value === '' && !hasFormula) return this.blank(row, column);
    const above = this.holes.get(column);
    // What holds something ends the hole, for its own column or for all that it would fill.
    if (above?.column === column) above.open = false;
    this.holes.delete(column);
    if (hasFormula) this.computed.add(column);
    const state = typeof value === 'string' ? stateOf(value, this.computed.has(column)) : undefined;
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

/** Array formulas: the cells that they fill look like any others, and the first answer among them would empty them all. */
import type { Sheet } from './spreadsheet';

/** What fills cells beside its own, to the right too (Sheets function list, November 2026). */
const WIDE =
  /\b(?:BYROW|CHOOSECOLS|EXPAND|FILTER|GOOGLEFINANCE|HSTACK|IMPORT(?:DATA|FEED|HTML|RANGE|XML)|LINEST|LOGEST|MAKEARRAY|MAP|MINVERSE|MMULT|MUNIT|QUERY|RANDARRAY|SCAN|SEQUENCE|SORTN?|SPLIT|TOROW|TRANSPOSE|UNIQUE|VSTACK|WRAP(?:COLS|ROWS))\s*\(|\{[^{}]*[,\\]/i;

/** What fills the cells below its own. */
const LONG =
  /\{|\b(?:ARRAYFORMULA|ARRAY_CONSTRAIN|BYCOL|CHOOSEROWS|FLATTEN|FREQUENCY|GROWTH|TOCOL|TREND)\s*\(/i;

/** Texts within a formula, which may say anything. */
const QUOTED = /"[^"]*"/g;

/** The columns, from 1 to `last`, that hold an array formula, row 1 included, or into which one may fill values from its left. */
export function arrayColumns(sheet: Sheet, last: number): Set<number> {
  const range = sheet.getRange(1, 1, Math.max(1, sheet.getLastRow()), last);
  const formulas = range.getFormulas();
  const isAny = formulas.some((row) => row.some((formula) => formula !== ''));
  return isAny ? arraysIn(formulas, range.getValues()) : new Set();
}

/**
 * The same in a block. What a formula fills has no formula of its own, and nothing tells it from what was typed: whatever stands
 * right of one that may be several columns wide, without a gap, may be its.
 */
export function arraysIn(
  formulas: readonly (readonly string[])[],
  values: readonly (readonly unknown[])[],
): Set<number> {
  const found = new Set<number>();
  formulas.forEach((row, r) => {
    let isReached = false;
    row.forEach((formula, c) => {
      const bare = formula.replace(QUOTED, '');
      const isWide = WIDE.test(bare);
      isReached = isWide || (isReached && formula === '' && values[r]?.[c] !== '');
      if (isReached || LONG.test(bare)) found.add(c + 1);
    });
  });
  return found;
}

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

/** The columns, from 1 to `last`, that an array formula fills below the headings, or may fill, in a sheet that is not read yet. */
export function arrayColumns(sheet: Sheet, last: number, headingsAt: number): Set<number> {
  const range = sheet.getRange(1, 1, Math.max(1, sheet.getLastRow()), last);
  const formulas = range.getFormulas();
  const isAny = formulas.some((row) => row.some((formula) => formula !== ''));
  return isAny ? arraysIn(formulas, range.getValues(), headingsAt) : new Set();
}

/**
 * The same in a sheet as it was read from row 1. What a formula fills has no formula of its own, and nothing tells it from what was
 * typed: whatever stands right of one that may be several columns wide, without a gap, may be its. One above the headings comes down
 * to the table only through them, without a gap as well: a total that stands apart fills nothing.
 */
export function arraysIn(
  formulas: readonly (readonly string[])[],
  values: readonly (readonly unknown[])[],
  headingsAt: number,
): Set<number> {
  const found = new Set<number>();
  formulas.forEach((row, r) => {
    let isReached = false;
    row.forEach((formula, c) => {
      const bare = formula.replace(QUOTED, '');
      const isWide = WIDE.test(bare);
      isReached = isWide || (isReached && formula === '' && values[r]?.[c] !== '');
      const comesDown = (): boolean => values.slice(r + 1, headingsAt).every((below) => below[c] !== '');
      if ((isReached || LONG.test(bare)) && comesDown()) found.add(c + 1);
    });
  });
  return found;
}

/** Functions that cells call (custom functions guide): what Google passes them, and what their cells then show. */
import { ExecutionKilled, ScriptError, SetupError } from './errors';
import { fromA1 } from './model/a1';
import type { Spreadsheet } from './model/spreadsheet';
import { readableValue } from './services/values';

/** What the cells of a formula show: values, or Google's error with the message behind it. */
export type Calculated = { readonly shows: unknown } | { readonly error: string };

/** A reference to the active sheet as Google passes it: a value for one cell, rows of values for a block; a blank is '', an error its text. */
export function argumentFrom(
  { activeSheet: sheet, timeZone }: Pick<Spreadsheet, 'activeSheet' | 'timeZone'>,
  a1: string,
): unknown {
  const grid = { rows: sheet.maxRows, columns: sheet.maxColumns };
  const { row, column, rows, columns } = fromA1(a1, grid);
  const values = Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (_, c) =>
      readableValue(sheet.peek(row + r, column + c), timeZone, sheet.world.language),
    ),
  );
  return rows * columns === 1 ? values[0]?.[0] : values;
}

/** What the cells show of a value that was returned. */
export function shownOf(value: unknown): Calculated {
  const flat = Array.isArray(value) ? value.flat() : [value];
  const isShown = (each: unknown): boolean =>
    each === undefined ||
    each === null ||
    each instanceof Date ||
    ['string', 'number', 'boolean'].includes(typeof each);
  if (!flat.every(isShown)) throw new SetupError('a formula returned what no cell can show');
  if (flat.some((each) => typeof each === 'string' && each.length > 50_000))
    return { error: 'Text result is longer than the limit of 50000 characters.' };
  return { shows: value };
}

/** What a cell shows of what was thrown: of the script, or at the end of its time; the host's own errors and kills go on. */
export function errorOf(thrown: unknown): Calculated {
  if (thrown instanceof ScriptError) return { error: thrown.message };
  if (thrown instanceof ExecutionKilled && thrown.message === 'Exceeded maximum execution time')
    return { error: thrown.message };
  throw thrown;
}

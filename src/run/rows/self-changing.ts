/** Questions that change by themselves: a formula with NOW or RAND, or one that reads otherwise a moment later. */
import { stateOf } from '../../sheet/formula-words';
import { readDisplay } from '../../sheet/reading';
import type { Sheet } from '../../sheet/spreadsheet';
import type { Row } from '../../sheet/table';
import type { Whole } from './read-whole';

/** Functions that give another value at every calculation (Sheets function list, November 2026); TODAY keeps for a day. */
const VOLATILE = /\b(?:NOW|RAND|RANDBETWEEN|RANDARRAY)\s*\(/i;

/** The rows of a table; those whose question changes by itself ask nothing, and say so. Reads once more where questions come from formulas. */
export function withoutChanging({ reading, view, rows }: Whole, sheet: Sheet): Row[] {
  const formulas = view.inputs.length > 0 ? reading.formulas() : [];
  const formulaIn = ({ at }: Row, column: number): string => formulas[at - 2]?.[column] ?? '';
  const columns = view.inputs.filter((column) => rows.some((row) => formulaIn(row, column) !== ''));
  const last = rows[rows.length - 1];
  if (columns.length === 0 || !last) return [...rows];
  const later = readDisplay(sheet, [reading.firstRow, last.at], [1, view.headings.length]);
  const changes = (row: Row, column: number): boolean => {
    const [formula, before] = [formulaIn(row, column), row.display[column] ?? ''];
    const after = later?.[row.at - reading.firstRow]?.[column] ?? before;
    const isKnown = [before, after].every((text) => stateOf(text, 'computed') === undefined);
    return formula !== '' && (VOLATILE.test(formula) || (isKnown && before !== after));
  };
  return rows.map((row) => {
    const column = columns.find((each) => changes(row, each));
    if (column === undefined || !('text' in row.question)) return row;
    const question = { blocker: 'changing', column: view.headings[column] ?? '' } as const;
    return { ...row, question };
  });
}

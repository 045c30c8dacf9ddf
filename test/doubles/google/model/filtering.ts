/**
 * Which cells a filter's criterion lets through, at the moment that it is set.
 *
 * Known (Sheets API, FilterCriteria): a value among the hidden ones is hidden whatever the condition says; a colour excludes all else.
 * Assumed: hidden values are texts as cells display them, letter by letter; conditions on texts go by what is displayed, and neither
 * capitals nor blanks around matter, as in conditional formats; what is no number meets no condition on numbers but “not”.
 */
import { NotModelledError } from '../errors';
import type { Cell, CellValue } from './cell';
import type { FilterCriterion } from './regions';

/** Whether a criterion shows a row, by its cell and what that displays. */
export function isShown(
  { hiddenValues, condition, background, formula }: FilterCriterion,
  cell: Cell | undefined,
  shown: string,
): boolean {
  if (hiddenValues?.includes(shown)) return false;
  if (background !== undefined && (cell?.style.background ?? '#ffffff') !== background) return false;
  if (!condition) return true;
  if (condition.type === 'CUSTOM_FORMULA' && formula) return formula(shown);
  return isMet(condition, cell?.value, shown);
}

/** On what a cell displays, and what the condition names. */
const TEXTS: Readonly<Record<string, (shown: string, text: string) => boolean>> = {
  TEXT_CONTAINS: (shown, text) => shown.includes(text),
  TEXT_DOES_NOT_CONTAIN: (shown, text) => !shown.includes(text),
  TEXT_EQUAL_TO: (shown, text) => shown === text,
  TEXT_NOT_EQUAL_TO: (shown, text) => shown !== text,
  TEXT_STARTS_WITH: (shown, text) => shown.startsWith(text),
  TEXT_ENDS_WITH: (shown, text) => shown.endsWith(text),
};

/** On the number in a cell; NaN, which is like no number, where there is none. */
const NUMBERS: Readonly<Record<string, (n: number, a: number, b: number) => boolean>> = {
  NUMBER_GREATER_THAN: (n, a) => n > a,
  NUMBER_GREATER_THAN_OR_EQUAL_TO: (n, a) => n >= a,
  NUMBER_LESS_THAN: (n, a) => n < a,
  NUMBER_LESS_THAN_OR_EQUAL_TO: (n, a) => n <= a,
  NUMBER_EQUAL_TO: (n, a) => n === a,
  NUMBER_NOT_EQUAL_TO: (n, a) => n !== a,
  NUMBER_BETWEEN: (n, a, b) => n >= a && n <= b,
  NUMBER_NOT_BETWEEN: (n, a, b) => !(n >= a && n <= b),
};

function isMet(
  { type, values }: NonNullable<FilterCriterion['condition']>,
  value: CellValue | undefined,
  shown: string,
): boolean {
  if (type === 'CELL_EMPTY') return shown === '';
  if (type === 'CELL_NOT_EMPTY') return shown !== '';
  const [a, b] = values;
  const onTexts = TEXTS[type];
  if (onTexts) return onTexts(plain(shown), plain(String(a)));
  const onNumbers = NUMBERS[type];
  if (onNumbers) return onNumbers(typeof value === 'number' ? value : Number.NaN, Number(a), Number(b));
  throw new NotModelledError(`the filter condition ${type}`);
}

const plain = (text: string): string => text.trim().toLowerCase();

/** Cell values across the border: what `setValues` makes of a script's values, and what `getValues` gives back. */
import { NotModelledError } from '../errors';
import type { Cell, CellValue } from '../model/cell';
import { isComputed } from '../model/display';
import { type Language, shownIn } from '../model/language';
import { type Entry, type ParseRules, parseTyped } from '../model/parse';
import { instantOf, wallTime } from '../model/zone';
import { isDate } from '../signature';
import { pictures } from './cell-image';

/** What a value becomes in a cell that has the given number format. */
export function entryOf(value: unknown, format: string, rules: ParseRules, zone: string): Entry {
  if (value === null || value === undefined) return { kind: 'blank' };
  if (typeof value === 'string') return parseTyped(value, format, rules);
  if (typeof value === 'boolean') return { kind: 'value', value };
  if (typeof value === 'number' && Number.isFinite(value))
    return { kind: 'value', value: format === '@' && !rules.plainTextKeepsNumbers ? String(value) : value };
  if (isDate(value)) return { kind: 'value', value: wallTime(new Date(value.getTime()), zone) };
  const picture = typeof value === 'object' && pictures.has(value) ? pictures.get(value) : undefined;
  if (picture) return { kind: 'picture', picture };
  throw new NotModelledError(`writing ${Object.prototype.toString.call(value)} ${String(value)} into a cell`);
}

/** The value that a script reads: blank is `''`, a formula what it computes to, its states in the person's language. */
export function readableValue(cell: Cell | undefined, zone: string, language: Language): CellValue {
  if (cell?.value instanceof Date) return instantOf(cell.value, zone);
  if (cell?.value === undefined) return cell?.formula === undefined ? '' : shownIn(language, '#NAME?');
  return typeof cell.value === 'string' && isComputed(cell) ? shownIn(language, cell.value) : cell.value;
}

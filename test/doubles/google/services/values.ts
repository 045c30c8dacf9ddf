/** Cell values across the border: what `setValues` makes of a script's values, and what `getValues` gives back. */
import { NotModelledError } from '../errors';
import type { Cell, CellValue } from '../model/cell';
import { type Entry, type ParseRules, parseTyped } from '../model/parse';
import { instantOf, wallTime } from '../model/zone';
import { isDate } from '../signature';

/** What a value becomes in a cell that has the given number format. */
export function entryOf(value: unknown, format: string, rules: ParseRules, zone: string): Entry {
  if (value === null || value === undefined) return { kind: 'blank' };
  if (typeof value === 'string') return parseTyped(value, format, rules);
  if (typeof value === 'boolean') return { kind: 'value', value };
  if (typeof value === 'number' && Number.isFinite(value)) return { kind: 'value', value };
  if (isDate(value)) return { kind: 'value', value: wallTime(new Date(value.getTime()), zone) };
  throw new NotModelledError(`writing ${Object.prototype.toString.call(value)} ${String(value)} into a cell`);
}

/** The value that a script reads: blank is `''`, a formula what it computes to. */
export function readableValue(cell: Cell | undefined, zone: string): CellValue {
  if (cell?.value instanceof Date) return instantOf(cell.value, zone);
  if (cell?.value !== undefined) return cell.value;
  return cell?.formula === undefined ? '' : '#NAME?';
}

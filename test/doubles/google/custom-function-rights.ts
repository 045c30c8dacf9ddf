/** What a function that a cell calls may do: it never asks anybody for a permission (custom functions guide). */
import { permissionError } from './errors';
import type { Rule } from './service';

/** Services that need nobody's permission; of SpreadsheetApp only what reads. */
const OPEN = [
  'SpreadsheetApp',
  'PropertiesService',
  'LockService',
  'CacheService',
  'UrlFetchApp',
  'Utilities',
];
const READING: readonly Rule['kind'][] = ['handle', 'lookup', 'read'];

/** Throws what Google throws where a custom function calls what it may not. */
export function checkInFormula(name: string, method: string, { kind }: Rule): void {
  const [service = ''] = name.split('.');
  const isOpen = OPEN.includes(service) && (service !== 'SpreadsheetApp' || READING.includes(kind));
  if (!isOpen) throw permissionError(`${name}.${method}`, [], true);
}

/** Checks arguments against the signatures of a service method, as the Apps Script runtime does before a call. */
import { EnumConstant } from './enums';
import { ServiceError } from './errors';

/** The service that a value is a handle of (`SpreadsheetApp.Range`), if any. */
export type NameOf = (value: unknown) => string | undefined;

type Check = (value: unknown, nameOf: NameOf) => boolean;

const isArray = (value: unknown, item: (item: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(item);

/** Dates come from another realm, where `instanceof` is blind. */
export const isDate = (value: unknown): value is Date =>
  Object.prototype.toString.call(value) === '[object Date]';

const isPlain = (value: unknown): boolean =>
  Object.prototype.toString.call(value) === '[object Object]' && !(value instanceof EnumConstant);

const CHECKS: Readonly<Record<string, Check>> = {
  any: () => true,
  int: (value) => Number.isInteger(value),
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  null: (value) => value === null,
  date: isDate,
  enum: (value) => value instanceof EnumConstant,
  object: (value, nameOf) => isPlain(value) && nameOf(value) === undefined,
};

/** Throws Google's text unless the arguments fit one of the overloads, written `int, int; string`. */
export function checkArguments(
  call: string,
  overloads: string,
  args: readonly unknown[],
  nameOf: NameOf,
): void {
  const fits = parsed(overloads).some(
    (types) => types.length === args.length && types.every((type, i) => matches(type, args[i], nameOf)),
  );
  if (fits) return;
  const names = args.map((arg) => typeName(arg, nameOf)).join(',');
  throw new ServiceError(`The parameters (${names}) don't match the method signature for ${call}.`);
}

const cache = new Map<string, readonly (readonly string[])[]>();

function parsed(overloads: string): readonly (readonly string[])[] {
  const known = cache.get(overloads);
  if (known) return known;
  const types = overloads
    .split(';')
    .map((one) => (one.trim() === '' ? [] : one.split(',').map((t) => t.trim())));
  cache.set(overloads, types);
  return types;
}

function matches(type: string, value: unknown, nameOf: NameOf): boolean {
  if (type.includes('|')) return type.split('|').some((one) => matches(one, value, nameOf));
  if (type.endsWith('[]')) return isArray(value, (item) => matches(type.slice(0, -2), item, nameOf));
  const check = CHECKS[type];
  return check ? check(value, nameOf) : nameOf(value) === type;
}

function typeName(value: unknown, nameOf: NameOf): string {
  if (Array.isArray(value)) return `${value.length > 0 ? typeName(value[0], nameOf) : 'Object'}[]`;
  if (value === null || value === undefined) return String(value);
  if (typeof value === 'string') return 'String';
  if (typeof value === 'boolean') return 'Boolean';
  if (typeof value === 'number') return 'number';
  return nameOf(value) ?? Object.prototype.toString.call(value).slice(8, -1);
}

/** Small parsers for whatever comes from outside: stored JSON, the sidebar, the API. Each returns a typed value or throws. */
import { Problem } from './problem';

/** Turns an unknown value into a T, or throws `malformed` naming the path. */
export type Parser<T> = (value: unknown, path: string) => T;

function refuse(path: string, wanted: string): never {
  throw new Problem('malformed', `${path || 'value'} should be ${wanted}`);
}

/** Any string. */
export const text: Parser<string> = (value, path) =>
  typeof value === 'string' ? value : refuse(path, 'a text');

/** A finite number. */
export const number: Parser<number> = (value, path) =>
  typeof value === 'number' && Number.isFinite(value) ? value : refuse(path, 'a number');

/** true or false. */
export const yesNo: Parser<boolean> = (value, path) =>
  typeof value === 'boolean' ? value : refuse(path, 'true or false');

/** A plain object, its values unknown. */
export const object: Parser<Record<string, unknown>> = (value, path) =>
  isRecord(value) ? value : refuse(path, 'an object');

/** One of the given words. */
export function oneOf<T extends string>(...words: readonly T[]): Parser<T> {
  return (value, path) => words.find((word) => word === value) ?? refuse(path, `one of ${words.join(', ')}`);
}

/** An array of T. */
export function list<T>(item: Parser<T>): Parser<T[]> {
  return (value, path) =>
    Array.isArray(value) ? value.map((each, i) => item(each, `${path}[${i}]`)) : refuse(path, 'a list');
}

/** T, or undefined where the value is missing or null. */
export function maybe<T>(parser: Parser<T>): Parser<T | undefined> {
  return (value, path) => (value === undefined || value === null ? undefined : parser(value, path));
}

/** An object with the given members; others are dropped, and so are members that turn out undefined. */
export function record<T extends object>(members: { [K in keyof Required<T>]: Parser<T[K]> }): Parser<T> {
  return (value, path) => {
    const source = object(value, path);
    const result: Partial<T> = {};
    for (const name of Object.keys(members) as (keyof T & string)[]) {
      const parsed = members[name](source[name], path ? `${path}.${name}` : name);
      if (parsed !== undefined) result[name] = parsed;
    }
    return result as T;
  };
}

/** The value of a JSON text, or undefined where it is none. */
export function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** Whether a value is a plain object (no array, not null). */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Small parsers for whatever comes from outside: stored JSON, the sidebar, the API. Each returns a typed value or throws. */
import { Problem, unlessProblem } from './problem';

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

/** A text of at most `max` characters. */
export function short(max: number): Parser<string> {
  return (value, path) => {
    const whole = text(value, path);
    return whole.length <= max ? whole : refuse(path, `a text of at most ${max} characters`);
  };
}

/** A text that only people read: whatever is longer is cut, for it is no reason to give up what it belongs to. */
export function cut(max: number): Parser<string> {
  return (value, path) => text(value, path).slice(0, max);
}

/** A text of a form. */
export function matching(form: RegExp, wanted: string): Parser<string> {
  return (value, path) => {
    const whole = text(value, path);
    return form.test(whole) ? whole : refuse(path, wanted);
  };
}

/** A whole number in a range, its ends included. */
export function integer(min: number, max: number): Parser<number> {
  return (value, path) => {
    const found = number(value, path);
    const fits = Number.isInteger(found) && found >= min && found <= max;
    return fits ? found : refuse(path, `a whole number from ${min} to ${max}`);
  };
}

/** A moment in ms since 1970, of this century: whoever may edit a document may write any number into it. */
export const moment: Parser<number> = integer(Date.UTC(2020, 0, 1), Date.UTC(2100, 0, 1));

/** What names an enrichment, a run or a POST: `newId` gives ten of these characters. No member of Object is called like one. */
export const id: Parser<string> = (value, path) => {
  const found = matching(/^[a-z0-9]{1,40}$/, 'a short name of letters and digits')(value, path);
  return found in Object.prototype ? refuse(path, 'no word of the language') : found;
};

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

/** What a parser reads; lists are not to be changed. */
type Value<P> = P extends Parser<infer T> ? (T extends (infer Item)[] ? readonly Item[] : T) : never;

/** The type of what `record` makes of these members: one that may turn out undefined may be missing. */
export type Read<M> = {
  readonly [K in keyof M as undefined extends Value<M[K]> ? never : K]: Value<M[K]>;
} & {
  readonly [K in keyof M as undefined extends Value<M[K]> ? K : never]?: Exclude<Value<M[K]>, undefined>;
};

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

/** What a parser makes of a stored JSON text; undefined where that is none, or says something else. */
export function readStored<T>(parser: Parser<T>, json: string): T | undefined {
  return unlessProblem(() => parser(parseJson(json), ''));
}

/** Whether a value is a plain object (no array, not null). */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The output of a completed task, read in the form that was asked for, or in one that clearly means it: it was paid for. */
import { isRecord, parseJson } from '../enrichment/parse';

/** A JSON object. */
export type Json = Readonly<Record<string, unknown>>;

/** The objects in a list, in order; none in anything else. */
export function records(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

/** Levels that are looked through for something: an answer has two, and nobody shall make us go ten thousand deep. */
const DEPTH = 5;

/** Whether there is nothing in it: nothing was found. */
export function isBlank(value: unknown, depth = DEPTH): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (typeof value !== 'object' || depth === 0) return false;
  return Object.values(value).every((each) => isBlank(each, depth - 1));
}

/** The object that a value is: itself, the only one in a list, or what a text holds as JSON. Undefined for anything else. */
export function objectIn(value: unknown): Json | undefined {
  const read = typeof value === 'string' ? parseJson(value) : value;
  const [only, ...others] = Array.isArray(read) ? read : [read];
  return others.length === 0 && isRecord(only) ? only : undefined;
}

/** What an object has under a name, or under the one name of its own that differs in case and separators only. */
export function valueAt(object: Json | undefined, name: string): unknown {
  const own = Object.keys(object ?? {});
  if (own.includes(name)) return object?.[name];
  const [alike, ...others] = own.filter((each) => folded(each) === folded(name));
  return alike === undefined || others.length > 0 ? undefined : object?.[alike];
}

/** Whether an object has any of these names, as `valueAt` knows them. */
export function hasAny(object: Json | undefined, names: readonly string[]): boolean {
  const own = new Set(Object.keys(object ?? {}).map(folded));
  return names.some((name) => own.has(folded(name)));
}

function folded(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
}

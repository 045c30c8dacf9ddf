/**
 * What the document keeps of the questions of its formulas, a property each: that one is being asked, the id of its task, its answer.
 * Whoever recalculates finds it there, and nothing is asked again.
 */
import { FORMULA_DEPTHS, type Form, WHATS } from '../../enrichment/linkup-formula';
import {
  cut,
  integer,
  maybe,
  moment,
  number,
  object,
  oneOf,
  type Parser,
  readStored,
  record,
  text,
  yesNo,
} from '../../enrichment/parse';
import { bytesOf } from '../../enrichment/utf8';
import type { Properties } from '../../platform/properties';

/** How a question has ended. failed: it was not billed · perhaps: nobody will ever know whether it was asked. */
export type FormulaEnd =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'yes/no'; readonly yes: boolean }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'nothing' | 'perhaps' };

/** One question. Times in ms since 1970, days since then, by UTC. */
export interface FormulaEntry {
  readonly form: Form;
  /** When it was about to be sent. */
  readonly at: number;
  /** The day whose cap it counts for. */
  readonly drawn: number;
  /** The last day on which a formula has used it, or so it was noted. */
  readonly used: number;
  /** refused: a coded answer that nothing was taken · unclear: nobody knows · absent: Linkup's list says that it never arrived. */
  readonly failure?: 'refused' | 'unclear' | 'absent';
  readonly failedAt?: number;
  /** Its task's id. */
  readonly task?: string;
  readonly end?: FormulaEnd;
}

/** Days since 1970 that are looked at: far beyond any that this will see. */
export const LAST_DAY = 50_000;

const end: Parser<FormulaEnd> = (value, path) => {
  const { kind, ...rest } = object(value, path);
  if (kind === 'text') return { kind, ...record({ text })(rest, path) };
  if (kind === 'number') return { kind, ...record({ number })(rest, path) };
  if (kind === 'yes/no') return { kind, ...record({ yes: yesNo })(rest, path) };
  if (kind === 'failed') return { kind, ...record({ reason: text })(rest, path) };
  return { kind: oneOf('nothing', 'perhaps')(kind, path) };
};

const entry: Parser<FormulaEntry> = record<FormulaEntry>({
  form: record<Form>({ depth: oneOf(...FORMULA_DEPTHS), what: oneOf(...WHATS) }),
  at: moment,
  drawn: integer(0, LAST_DAY),
  used: integer(0, LAST_DAY),
  failure: maybe(oneOf('refused', 'unclear', 'absent')),
  failedAt: maybe(moment),
  task: maybe(cut(200)),
  end: maybe(end),
});

const PREFIX = 'linkup.formula.';

/** The day of a moment, by UTC. */
export function dayOf(ms: number): number {
  return Math.floor(ms / 86_400_000);
}

/** Under which name the document keeps a question. */
export function entryKey(name: string): string {
  return PREFIX + name;
}

/** A stored question; undefined where there is none. One that cannot be read is never taken for none: it was perhaps asked. */
export function entryIn(json: string | undefined, form: Form, now: number): FormulaEntry | undefined {
  if (json === undefined) return undefined;
  const unreadable = { form, at: now, drawn: 0, used: dayOf(now), end: { kind: 'perhaps' } } as const;
  return readStored(entry, json) ?? unreadable;
}

/** All that can be read, by name. */
export function entriesIn(properties: Properties): Map<string, FormulaEntry> {
  const found = Object.entries(properties).flatMap(([key, json]) => {
    const read = key.startsWith(PREFIX) ? readStored(entry, json) : undefined;
    return read ? [[key.slice(PREFIX.length), read] as const] : [];
  });
  return new Map(found);
}

/** Questions as they are kept. */
export function asProperties(entries: ReadonlyMap<string, FormulaEntry>): Record<string, string> {
  return Object.fromEntries([...entries].map(([name, each]) => [entryKey(name), JSON.stringify(each)]));
}

/** The ids that formulas of the document have: nobody else's. */
export function formulaTasks(properties: Properties): string[] {
  return [...entriesIn(properties).values()].flatMap(({ task }) => task ?? []);
}

/** What all questions of formulas may take of the document's 500 kB, in bytes. */
export const MOST_BYTES = 150_000;

/** What is kept free for an answer that is still to come, with all that is kept of its question. */
const ROOM = 1_300;

/** So long an answer is kept that no formula uses, in days. */
const UNUSED = 30;

/** How much the formulas' properties take, or will. */
export function bytesTaken(properties: Properties): number {
  return Object.entries(properties).reduce((sum, [key, json]) => sum + bytesFor(key, json), 0);
}

/** How much of that is one question's. */
export function bytesOfEntry(name: string, each: FormulaEntry): number {
  return bytesFor(entryKey(name), JSON.stringify(each));
}

function bytesFor(key: string, json: string): number {
  if (!key.startsWith(PREFIX)) return 0;
  const taken = bytesOf(key) + bytesOf(json);
  return readStored(entry, json)?.end ? taken : Math.max(ROOM, taken);
}

/** What would have to go for so many questions more: the longest unused first, none that was used lately. Undefined where that is not enough. */
export function toEvict(properties: Properties, more: number, today: number): string[] | undefined {
  let over = bytesTaken(properties) + more * ROOM - MOST_BYTES;
  const old = [...entriesIn(properties)]
    .filter(([, { used }]) => today - used > UNUSED)
    .sort(([, a], [, b]) => a.used - b.used);
  const gone: string[] = [];
  for (const [name] of old) {
    if (over <= 0) break;
    const key = entryKey(name);
    over -= bytesFor(key, properties[key] ?? '');
    gone.push(key);
  }
  return over > 0 ? undefined : gone;
}

/** Google takes 9 kB for one value (quotas page, November 2026); a text of an answer may take most of that. */
const LONGEST = 6_000;

/** What a text may take at least, whatever room there is. */
const LEAST = 900;

const CUT = ' … [cut: no more of it can be kept for a formula]';

/** As much of a text as there is room for, in JSON. */
export function fitted(whole: string, taken: number): string {
  const room = Math.min(LONGEST, Math.max(LEAST, MOST_BYTES - taken));
  if (sizeOf(whole) <= room) return whole;
  let [from, to] = [0, whole.length];
  while (from < to) {
    const middle = Math.ceil((from + to) / 2);
    if (sizeOf(whole.slice(0, middle) + CUT) <= room) from = middle;
    else to = middle - 1;
  }
  return whole.slice(0, from).replace(/[\ud800-\udbff]$/, '') + CUT;
}

function sizeOf(kept: string): number {
  return bytesOf(JSON.stringify(kept));
}

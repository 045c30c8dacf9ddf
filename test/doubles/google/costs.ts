/** What each kind of service call costs in virtual milliseconds, and whether it reaches the service at all. */

/** Kinds of call. `handle` only makes or reads an object in hand; `write` is buffered; `change` takes effect at once. */
export type CallKind =
  | 'handle'
  | 'lookup'
  | 'read'
  | 'write'
  | 'change'
  | 'flush'
  | 'propertyRead'
  | 'propertyWrite'
  | 'cacheRead'
  | 'cacheWrite'
  | 'lock'
  | 'fetch'
  | 'trigger'
  | 'ui'
  | 'sleep';

/** Milliseconds per call, and per cell moved to or from the document. */
export interface Costs extends Readonly<Record<CallKind, number>> {
  readonly readPerCell: number;
  readonly writePerCell: number;
}

/** A cost, and whether anybody has published a measurement of it (2018 to 2026) or we assume it. */
interface Price {
  readonly ms: number;
  readonly from: 'published' | 'assumed';
  /** Who measured what; or why so much. */
  readonly note: string;
}

const published = (ms: number, note: string): Price => ({ ms, from: 'published', note });
const assumed = (ms: number, note: string): Price => ({ ms, from: 'assumed', note });

/** Every figure with its source. What is assumed is tried threefold as well before anything is said about speed. */
const PRICES: Readonly<Record<keyof Costs, Price>> = {
  handle: assumed(0, 'no round trip'),
  lookup: assumed(10, 'a small round trip'),
  read: assumed(100, 'getting the size of a huge sheet takes 300'),
  write: published(20, 'setValues of 4,000 cells returns in under 50'),
  change: assumed(150, 'a change of the structure'),
  flush: assumed(200, 'published: 30 alone; more where formulas recalculate'),
  propertyRead: published(30, 'ziritione.org, 100 runs: 20 to 84'),
  propertyWrite: published(60, 'ziritione.org, 100 runs: 43 to 231, 62 on average'),
  cacheRead: published(3, 'ziritione.org: 3; Poehnelt: 15 to 20'),
  cacheWrite: published(93, 'ziritione.org: 93; Poehnelt: 56 with the read'),
  lock: assumed(20, 'a small round trip'),
  fetch: assumed(200, 'Google’s part of a request'),
  trigger: assumed(200, 'as a change'),
  ui: assumed(0, 'the person’s time is not the script’s'),
  sleep: assumed(0, 'its own length comes on top'),
  readPerCell: assumed(0.01, 'a thousand cells in 10'),
  writePerCell: published(0.1, '4,000 cells in 610 with the flush: 0.14; rounded'),
};

/** The figures alone, in the virtual milliseconds of the host. */
export const MEASURED_COSTS: Costs = pricesOf(PRICES);

function pricesOf<Name extends string>(prices: Readonly<Record<Name, Price>>): Record<Name, number> {
  const entries = Object.entries<Price>(prices).map(([name, { ms }]) => [name, ms]);
  // The same names as came in.
  return Object.fromEntries(entries) as Record<Name, number>;
}

/** The figures so many times as high: what is assumed may be wrong by that much. */
export function dearer(times: number): Costs {
  const entries = Object.entries(MEASURED_COSTS).map(([name, ms]) => [name, ms * times]);
  return { ...MEASURED_COSTS, ...Object.fromEntries(entries) };
}

/** The README's table of costs. */
export function costTable(): string {
  const rows = Object.entries(PRICES).map(
    ([name, { ms, from, note }]) => `| ${name} | ${ms} | ${from} | ${note} |`,
  );
  return ['| kind | ms | figure | where from |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

/** For runs on the wall clock: the real machine takes its own time. */
export const FREE_COSTS: Costs = {
  ...MEASURED_COSTS,
  lookup: 0,
  read: 0,
  write: 0,
  change: 0,
  flush: 0,
  propertyRead: 0,
  propertyWrite: 0,
  cacheRead: 0,
  cacheWrite: 0,
  lock: 0,
  fetch: 0,
  trigger: 0,
  readPerCell: 0,
  writePerCell: 0,
};

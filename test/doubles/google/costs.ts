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

/** Community measurements of 2025 and 2026 (ziritione.org, justin.poehnelt.com), rounded. */
export const MEASURED_COSTS: Costs = {
  handle: 0,
  lookup: 10,
  read: 100,
  write: 20,
  change: 150,
  flush: 200,
  propertyRead: 30,
  propertyWrite: 60,
  cacheRead: 3,
  cacheWrite: 93,
  lock: 20,
  fetch: 200,
  trigger: 200,
  ui: 0,
  sleep: 0,
  readPerCell: 0.01,
  writePerCell: 0.1,
};

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

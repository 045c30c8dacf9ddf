/** How often each kind of thing happened: a simulation that never saw a fault has proved nothing about it. */

/** Counts by kind. */
export type Counts = Record<string, number>;

/** What happened during a simulation. */
export interface Tally {
  executions: number;
  kills: number;
  readonly faults: Counts;
  readonly userActions: Counts;
  /** Calls of the sidebar that were refused, by the code of the refusal. */
  readonly refusals: Counts;
  /** Scenarios by the situation that they were made for. */
  readonly themes: Counts;
}

/** A tally of nothing. */
export function emptyTally(): Tally {
  return { executions: 0, kills: 0, faults: {}, userActions: {}, refusals: {}, themes: {} };
}

/** Counts one more of a kind. */
export function count(counts: Counts, kind: string, times = 1): void {
  counts[kind] = (counts[kind] ?? 0) + times;
}

/** Adds one tally to another. */
export function add(total: Tally, more: Tally): void {
  total.executions += more.executions;
  total.kills += more.kills;
  for (const [kind, times] of Object.entries(more.faults)) count(total.faults, kind, times);
  for (const [kind, times] of Object.entries(more.userActions)) count(total.userActions, kind, times);
  for (const [code, times] of Object.entries(more.refusals)) count(total.refusals, code, times);
  for (const [theme, times] of Object.entries(more.themes)) count(total.themes, theme, times);
}

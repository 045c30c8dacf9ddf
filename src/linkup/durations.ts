/** How long a question typically takes, so that nobody waits in vain or gives up too early. */
import type { Enrichment } from '../enrichment/definition';
import type { Depth, ReasoningDepth } from '../enrichment/options';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** Shortest and longest, in ms. */
export type Duration = readonly [shortest: number, longest: number];

/** By search depth (search best practices, November 2026). */
const SEARCH_TAKES: Readonly<Record<Depth, Duration>> = {
  flash: [0.2 * SECOND, SECOND],
  fast: [SECOND, SECOND],
  standard: [SECOND, 3 * SECOND],
  deep: [5 * SECOND, 30 * SECOND],
};

/** Pages as they are, and pages that are rendered first. Linkup gives no numbers; these are what pages commonly take. */
const FETCH_TAKES = {
  plain: [SECOND, 2 * SECOND],
  rendered: [2 * SECOND, 5 * SECOND],
} as const satisfies Record<string, Duration>;

/** By reasoning depth (Research for agents, November 2026). */
const RESEARCH_TAKES: Readonly<Record<ReasoningDepth, Duration>> = {
  S: [2 * MINUTE, 5 * MINUTE],
  M: [3 * MINUTE, 7 * MINUTE],
  L: [5 * MINUTE, 10 * MINUTE],
  XL: [10 * MINUTE, 20 * MINUTE],
};

/** How long one question of an enrichment typically takes. */
export function durationOf(e: Enrichment): Duration {
  if (e.type === 'search') return SEARCH_TAKES[e.options.depth];
  if (e.type === 'fetch') return e.options.renderJs ? FETCH_TAKES.rendered : FETCH_TAKES.plain;
  return RESEARCH_TAKES[e.options.reasoningDepth];
}

/** Whether its answers typically take no longer than some seconds. */
export function isQuick(e: Enrichment): boolean {
  return durationOf(e)[1] <= 10 * SECOND;
}

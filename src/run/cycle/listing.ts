/** Reading back Linkup's list of tasks, and knowing how much of it was seen: ties may change places between two pages. */
import { type Linkup, MAX_PAGE } from '../../linkup/client';
import type { Task } from '../../linkup/types';

/** A stretch of Linkup's own time, in ms since 1970, both ends inclusive. */
export interface Stretch {
  readonly since: number;
  readonly until: number;
}

/** What was seen of the tasks created in a stretch. */
export interface Listing {
  readonly tasks: readonly Task[];
  /** Whether that is every one of them, as far as the list's own count tells. */
  readonly whole: boolean;
}

/** Most pages that are read in one pass. */
const MAX_PAGES = 50;

/**
 * Page sizes of the passes. Tasks of equal times have no order among themselves: one may slip from the second page to the first
 * while these are read. With the boundaries elsewhere it is seen; what two passes and the list's count do not show is not there.
 */
const PAGE_SIZES = [MAX_PAGE, 83, 97, 71, 89, 59] as const;

/** Passes without which nothing is taken for absent. */
const LEAST_PASSES = 2;

/** One pass, newest first. For tasks that are there for all to see it is enough; that one is absent it does not prove. */
export function glance(linkup: Linkup, stretch: Stretch, pages = MAX_PAGES): Listing {
  const seen = new Map<string, Task>();
  const isWhole = pass(linkup, stretch, MAX_PAGE, pages, seen);
  return { tasks: [...seen.values()], whole: isWhole };
}

/** As many passes as it takes to have seen everything, two at least; not whole where even the last one shows that something is missing. */
export function readThrough(linkup: Linkup, stretch: Stretch, isTime: () => boolean): Listing {
  const seen = new Map<string, Task>();
  let whole = false;
  for (const [i, pageSize] of PAGE_SIZES.entries()) {
    if (!isTime()) return { tasks: [...seen.values()], whole: false };
    whole = pass(linkup, stretch, pageSize, MAX_PAGES, seen);
    if (whole && i + 1 >= LEAST_PASSES) break;
  }
  return { tasks: [...seen.values()], whole };
}

/**
 * Adds what one pass shows. How many tasks there are in the stretch is told by the places of its ends, counted from the list's
 * own end: what others add in front meanwhile moves neither. True when as many were seen.
 */
function pass(
  linkup: Linkup,
  { since, until }: Stretch,
  pageSize: number,
  pages: number,
  seen: Map<string, Task>,
): boolean {
  let newest: number | undefined;
  let oldest: number | undefined;
  for (let page = 1; page <= pages && oldest === undefined; page++) {
    const { tasks, totalPages, total } = linkup.list({ sortBy: 'createdAt', page, pageSize, statuses: [] });
    const times = tasks.map(({ createdAt }) => Date.parse(createdAt));
    const fromEnd = (index: number): number => total - (page - 1) * pageSize - index;
    const first = times.findIndex((time) => time <= until);
    if (first >= 0) newest ??= fromEnd(first);
    const beyond = times.findIndex((time) => time < since);
    if (beyond >= 0) oldest = fromEnd(beyond);
    else if (tasks.length === 0 || page >= totalPages) oldest = 0;
    for (const [i, task] of tasks.entries()) if (isWithin(times[i], since, until)) seen.set(task.id, task);
  }
  return oldest !== undefined && seen.size >= (newest ?? oldest) - oldest;
}

function isWithin(time: number | undefined, since: number, until: number): boolean {
  return time !== undefined && time >= since && time <= until;
}

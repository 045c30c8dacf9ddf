/** Reading back Linkup's list of tasks, and knowing how much of it was seen: ties may change places between two pages. */
import { type Linkup, MAX_PAGE } from '../../linkup/client';
import type { Task, TaskPage } from '../../linkup/types';

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
  /** When the task ended that Linkup has remembered longest, in ms since 1970 of its own time; Infinity if none was seen that ended. */
  readonly remembers: number;
}

/** Most pages that are read in one pass. */
const MAX_PAGES = 50;

/**
 * Page sizes of the passes. Tasks of equal times have no order among themselves: one may slip from the second page to the first
 * while these are read. With the boundaries elsewhere it is seen; what two passes and the list's count do not show is not there.
 */
const PAGE_SIZES = [MAX_PAGE, 83, 97, 71, 89, 59, 93, 79] as const;

/** Passes without which nothing is taken for absent. */
const LEAST_PASSES = 2;

/** One pass, newest first. For tasks that are there for all to see it is enough; that one is absent it does not prove. */
export function glance(linkup: Linkup, stretch: Stretch, pages = MAX_PAGES): Listing {
  const seen = new Seen(stretch);
  const whole = pass(linkup, MAX_PAGE, pages, seen);
  return seen.listing(whole);
}

/** As many passes as it takes to have seen everything, two at least; not whole where even the last one shows that something is missing. */
export function readThrough(linkup: Linkup, stretch: Stretch, isTime: () => boolean): Listing {
  const seen = new Seen(stretch);
  let whole = false;
  for (const [i, pageSize] of PAGE_SIZES.entries()) {
    if (!isTime()) return seen.listing(false);
    whole = pass(linkup, pageSize, MAX_PAGES, seen);
    if (whole && i + 1 >= LEAST_PASSES) break;
  }
  return seen.listing(whole);
}

/** Linkup wants its list to be read once a second at most (Tasks best practices, November 2026), in ms. */
const BETWEEN_REQUESTS = 1_000;

/** The same Linkup, with pauses between requests for its list: another day that may have many pages. */
export function unhurried(linkup: Linkup, clock: { readonly sleep: (ms: number) => void }): Linkup {
  let isFirst = true;
  const list: Linkup['list'] = (query) => {
    if (!isFirst) clock.sleep(BETWEEN_REQUESTS);
    isFirst = false;
    return linkup.list(query);
  };
  return { ...linkup, list };
}

/** What some passes have shown. */
class Seen {
  private readonly tasks = new Map<string, Task>();
  private remembers = Number.POSITIVE_INFINITY;

  constructor(readonly stretch: Stretch) {}

  get size(): number {
    return this.tasks.size;
  }

  add(tasks: readonly Task[]): void {
    for (const task of tasks) {
      if (isWithin(task, this.stretch)) this.tasks.set(task.id, task);
      if (task.status === 'completed' || task.status === 'failed')
        this.remembers = Math.min(this.remembers, Date.parse(task.updatedAt));
    }
  }

  listing(whole: boolean): Listing {
    return { tasks: [...this.tasks.values()], whole, remembers: this.remembers };
  }
}

/**
 * Adds what one pass shows. How many tasks there are in the stretch is told by the places of its ends, counted from the list's
 * own end: what others add in front meanwhile moves neither. True when as many were seen, and nothing that cannot be read.
 */
function pass(linkup: Linkup, pageSize: number, pages: number, seen: Seen): boolean {
  let newest: number | undefined;
  for (let page = 1; page <= pages; page++) {
    const listed = linkup.list({ sortBy: 'createdAt', page, pageSize, statuses: [] });
    seen.add(listed.tasks);
    if (listed.unreadable > 0) return false;
    const ends = endsOn(listed, pageSize, seen.stretch);
    newest ??= ends.newest;
    if (ends.oldest !== undefined) return seen.size >= (newest ?? ends.oldest) - ends.oldest;
  }
  return false;
}

/** Where the ends of a stretch are, counted from the end of the list, as far as they are on a page. */
function endsOn(
  { tasks, page, total, totalPages }: TaskPage,
  pageSize: number,
  { since, until }: Stretch,
): { readonly newest?: number; readonly oldest?: number } {
  const times = tasks.map(({ createdAt }) => Date.parse(createdAt));
  const fromEnd = (index: number): number => total - (page - 1) * pageSize - index;
  const first = times.findIndex((time) => time <= until);
  const beyond = times.findIndex((time) => time < since);
  const isLast = tasks.length === 0 || page >= totalPages;
  return {
    ...(first >= 0 ? { newest: fromEnd(first) } : {}),
    ...(beyond >= 0 ? { oldest: fromEnd(beyond) } : isLast ? { oldest: 0 } : {}),
  };
}

function isWithin({ createdAt }: Task, { since, until }: Stretch): boolean {
  const time = Date.parse(createdAt);
  return time >= since && time <= until;
}

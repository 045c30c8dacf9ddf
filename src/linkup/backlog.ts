/**
 * Many tasks that have ended, read from the oldest one that nobody has seen: what ends meanwhile is listed behind them, and moves
 * nothing. Read from the newest on, page after page would show what the one before it showed.
 */
import { type Linkup, type ListQuery, MAX_PAGE } from './client';
import type { Listing } from './pages';
import type { Quota, Task } from './types';

/** What has been shown of the list. */
export interface Seen {
  /** How many tasks that is, from the oldest on. */
  readonly total: number;
  /** Whether a task is among the latest of them. */
  has(id: string): boolean;
}

/** What comes next. */
export interface Next {
  /** Tasks that were not seen before, oldest first. */
  readonly tasks: readonly Task[];
  readonly quota: Quota;
  /** Whether more are there already. */
  readonly isMore: boolean;
}

/** Fewest tasks on a page: pages begin at multiples of their size, and one is chosen that begins shortly before what is new. */
const SMALLEST = MAX_PAGE - 10;

/** The page that begins shortly before what was not seen. */
export function nextOf(listing: Listing, { total }: Seen): ListQuery {
  const place = Math.max(0, total - 1);
  const pageSize = sizeFor(place);
  return { ...listing, direction: 'asc', page: Math.floor(place / pageSize) + 1, pageSize };
}

/**
 * What was not seen on that page. Undefined where the list is not what was seen and something more: some of it is gone, came late
 * and stands before that, or has changed places with what ended in the same moment.
 */
export function readOn(linkup: Pick<Linkup, 'list'>, listing: Listing, seen: Seen): Next | undefined {
  const query = nextOf(listing, seen);
  const { page, pageSize } = query;
  const { tasks, quota, unreadable, totalPages } = linkup.list(query);
  const fresh = tasks.filter(({ id }) => !seen.has(id));
  const isWhole = unreadable === 0 && seen.total + fresh.length === (page - 1) * pageSize + tasks.length;
  return isWhole ? { tasks: fresh, quota, isMore: page < totalPages } : undefined;
}

/** The size of a page that shows most behind a place, and the place itself. */
function sizeFor(place: number): number {
  const shows = (size: number): number => size - (place % size);
  let best = MAX_PAGE;
  for (let size = MAX_PAGE; size >= SMALLEST; size--) if (shows(size) > shows(best)) best = size;
  return best;
}

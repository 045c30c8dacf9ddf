/** One page of a task list: filter, sort, cut. */
import type { TaskEnvelope } from './contract';
import { envelopeOf, type Stretch, statusAt, type Task, type TaskStore, updatedAt, wholeOf } from './tasks';
import type { ListQuery } from './validate/list-query';

/** The body shared by GET /tasks and GET /research. */
export interface Page {
  readonly data: readonly TaskEnvelope[];
  readonly metadata: {
    readonly page: number;
    readonly pageSize: number;
    readonly total: number;
    readonly totalPages: number;
  };
}

/** Whose list is read, and the moment it shows. */
export interface View {
  readonly organization: string;
  readonly at: number;
  readonly retentionMs: number;
}

/** Cuts the page out of the store; equal times keep the order of the store, reversed if `desc`. */
export function pageOf(store: TaskStore, query: ListQuery, view: View): Page {
  const { page, pageSize } = query;
  const matching = isPollForEnded(query)
    ? store.endedBy(view.organization, view.at, view.retentionMs)
    : matchingTasks(store, query, view);
  const total = matching.to - matching.from;
  return {
    data: cut(matching, query).map((task) => envelopeOf(task, view.at)),
    metadata: { page, pageSize, total, totalPages: Math.ceil(total / pageSize) },
  };
}

function cut({ all, from, to }: Stretch, { page, pageSize, sortDirection }: ListQuery): readonly Task[] {
  const skipped = (page - 1) * pageSize;
  if (sortDirection === 'asc') return all.slice(from + skipped, Math.min(to, from + skipped + pageSize));
  const end = Math.max(from, to - skipped);
  return all.slice(Math.max(from, end - pageSize), end).reverse();
}

/** The recommended poll asks for everything that has ended; the store has that ready, however many they are. */
function isPollForEnded({ sortBy, statuses, types }: ListQuery): boolean {
  return sortBy === 'updatedAt' && types === null && statuses?.join() === 'completed,failed';
}

function matchingTasks(store: TaskStore, { sortBy, statuses, types }: ListQuery, view: View): Stretch {
  const { organization, at, retentionMs } = view;
  const visible = store.visible(organization, at, retentionMs);
  if (statuses === null && types === null && sortBy === 'createdAt') return visible;
  const tasks = visible.all
    .slice(visible.from, visible.to)
    .filter((task) => types === null || types.includes(task.type))
    .filter((task) => statuses === null || statuses.includes(statusAt(task, at)));
  if (sortBy === 'updatedAt') tasks.sort((a, b) => updatedAt(a, at) - updatedAt(b, at));
  return wholeOf(tasks);
}

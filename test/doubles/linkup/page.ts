/** One page of a task list: filter, sort, cut. */
import type { JsonObject } from './contract';
import { envelopeJson, type Stretch, statusAt, type Task, type TaskStore, updatedAt, wholeOf } from './tasks';
import type { ListQuery } from './validate/list-query';

/** Whose list is read, and the moment it shows. */
export interface View {
  readonly organization: string;
  readonly at: number;
  readonly retentionMs: number;
}

/**
 * The body shared by GET /tasks and GET /research as JSON, with `more` members of its own behind data and metadata.
 * Equal times keep the order of the store, reversed if `desc`.
 */
export function pageJson(store: TaskStore, query: ListQuery, view: View, more: JsonObject): string {
  const { page, pageSize } = query;
  const matching = isPollForEnded(query)
    ? store.endedBy(view.organization, view.at, view.retentionMs)
    : matchingTasks(store, query, view);
  const total = matching.to - matching.from;
  const data = cut(matching, query).map((task) => envelopeJson(task, view.at));
  const metadata = { page, pageSize, total, totalPages: Math.ceil(total / pageSize) };
  return `{"data":[${data.join(',')}],${JSON.stringify({ metadata, ...more }).slice(1)}`;
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

/** One page of a task list: filter, sort, cut. */
import type { JsonObject } from './contract';
import type { LinkupKnobs } from './knobs';
import { envelopeJson, type Stretch, statusAt, type Task, type TaskStore, updatedAt, wholeOf } from './tasks';
import { shuffledTies } from './ties';
import type { ListQuery } from './validate/list-query';

/** Whose list is read, and the moment it shows. */
export interface View {
  readonly organization: string;
  readonly at: number;
  readonly retentionMs: number;
  readonly ties: LinkupKnobs['ties'];
}

/**
 * The body shared by GET /tasks and GET /research as JSON, with `more` members of its own behind data and metadata.
 * Equal times keep the order of the store, reversed if `desc`, or have none: then a reader may miss some and see others twice.
 */
export function pageJson(store: TaskStore, query: ListQuery, view: View, more: JsonObject): string {
  const { page, pageSize } = query;
  const matching = isPollForEnded(query)
    ? store.endedBy(view.organization, view.at, view.retentionMs)
    : matchingTasks(store, query, view);
  const total = matching.to - matching.from;
  const data = cut(matching, query, view).map((task) => envelopeJson(task, view.at));
  const metadata = { page, pageSize, total, totalPages: Math.ceil(total / pageSize) };
  return `{"data":[${data.join(',')}],${JSON.stringify({ metadata, ...more }).slice(1)}`;
}

function cut({ all, from, to }: Stretch, query: ListQuery, { at, ties }: View): readonly Task[] {
  const { page, pageSize, sortDirection, sortBy } = query;
  const skipped = (page - 1) * pageSize;
  const isUp = sortDirection === 'asc';
  const first = isUp ? Math.min(to, from + skipped) : Math.max(from, to - skipped - pageSize);
  const last = isUp ? Math.min(to, first + pageSize) : Math.max(from, to - skipped);
  const timeOf = (task: Task) => (sortBy === 'updatedAt' ? updatedAt(task, at) : task.createdAt);
  const cutOut =
    ties === 'stable'
      ? all.slice(first, last)
      : shuffledTies({ all, least: from, most: to, first, last }, timeOf, 1_000 * page + pageSize);
  return isUp ? cutOut : [...cutOut].reverse();
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

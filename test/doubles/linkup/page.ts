/** One page of a task list: filter, sort, cut. */
import type { JsonObject } from './contract';
import { envelopeJson, type Stretch, statusAt, type Task, type TaskStore, updatedAt, wholeOf } from './tasks';
import type { ListQuery } from './validate/list-query';

/** Whose list is read, and the moment it shows. */
export interface View {
  readonly organization: string;
  readonly at: number;
  readonly retentionMs: number;
  /** Puts tasks with equal times in their order for this reading. */
  readonly tied: (tasks: readonly Task[]) => readonly Task[];
}

/**
 * The body shared by GET /tasks and GET /research as JSON, with `more` members of its own behind data and metadata.
 * Equal times are in the order that the view gives them, reversed if `desc`.
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

function cut({ all, from, to }: Stretch, query: ListQuery, view: View): readonly Task[] {
  const { page, pageSize, sortDirection } = query;
  const skipped = (page - 1) * pageSize;
  const isAscending = sortDirection === 'asc';
  const first = isAscending ? Math.min(to, from + skipped) : Math.max(from, to - skipped - pageSize);
  const end = isAscending ? Math.min(to, from + skipped + pageSize) : Math.max(from, to - skipped);
  const tasks = withTies({ all, from, to }, first, end, (task) => timeOf(task, query, view), view.tied);
  return isAscending ? tasks : [...tasks].reverse();
}

function timeOf(task: Task, { sortBy }: ListQuery, { at }: View): number {
  return sortBy === 'createdAt' ? task.createdAt : updatedAt(task, at);
}

/** The tasks at the places `first` to `end`, after tasks with equal times have changed places, also with those just outside. */
function withTies(
  { all, from, to }: Stretch,
  first: number,
  end: number,
  time: (task: Task) => number,
  tied: View['tied'],
): readonly Task[] {
  const isTie = (i: number) => {
    const [before, after] = [all[i - 1], all[i]];
    return i > from && i < to && before !== undefined && after !== undefined && time(before) === time(after);
  };
  let [start, stop] = [first, end];
  if (first < end) {
    while (isTie(start)) start--;
    while (isTie(stop)) stop++;
  }
  const ordered: Task[] = [];
  for (let i = start; i < stop; ) {
    const group = i;
    for (i++; i < stop && isTie(i); ) i++;
    ordered.push(...tied(all.slice(group, i)));
  }
  return ordered.slice(first - start, end - start);
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

/** Tasks of equal times: no second sort key is documented, so that each page may have an order of its own. */
import type { Task } from './tasks';

/** A stretch of tasks in the order of their times, inside a longer list. */
export interface Cut {
  readonly all: readonly Task[];
  /** The bounds of the whole list in `all`: `least` inclusive, `most` exclusive. */
  readonly least: number;
  readonly most: number;
  /** The bounds of the stretch, in the same way. */
  readonly first: number;
  readonly last: number;
}

/** The tasks of a stretch, where each group of equal times was thrown together in the order of one `query`: the same each time it is asked. */
export function shuffledTies(
  { all, least, most, first, last }: Cut,
  timeOf: (task: Task) => number,
  query: number,
): Task[] {
  const time = (i: number): number => {
    const task = all[i];
    return task ? timeOf(task) : Number.NaN;
  };
  let low = first;
  while (low > least && time(low - 1) === time(low)) low--;
  let high = last;
  while (high < most && high > low && time(high) === time(high - 1)) high++;
  const keyed = all
    .slice(low, high)
    .map((task) => ({ task, time: timeOf(task), key: chance(task.id, query) }));
  keyed.sort((a, b) => a.time - b.time || a.key - b.key);
  return keyed.slice(first - low, last - low).map(({ task }) => task);
}

/** FNV-1a: the same in every run, another for every query. */
function chance(id: string, query: number): number {
  let hash = 0x811c9dc5 ^ Math.imul(query, 0x9e3779b1);
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}

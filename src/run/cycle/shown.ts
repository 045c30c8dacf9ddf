/** What one look at Linkup's list has shown, to be counted against by the next one. */
import type { Task, TaskPage } from '../../linkup/types';

/** So many tasks take pages of which each shows again what the one before it showed, where much ends meanwhile; and between which one may slip. */
export const MANY = 200;

/** The tasks that had ended when the look began. */
export class Shown {
  /** How many those are, whoever asked for them; NaN before the first page. */
  total = Number.NaN;
  private newestAt = Number.POSITIVE_INFINITY;
  private readonly ids = new Set<string>();

  /** Adds a page, the newest first. What ended after the first one was read does not count: it moves the others, and is not among `total`. */
  add({ tasks, total }: Pick<TaskPage, 'tasks' | 'total'>): void {
    const [first] = tasks;
    if (Number.isNaN(this.total)) {
      this.total = total;
      this.newestAt = first ? Date.parse(first.updatedAt) : this.newestAt;
    }
    for (const { id, updatedAt } of tasks) if (Date.parse(updatedAt) <= this.newestAt) this.ids.add(id);
  }

  /** Adds what comes next, the oldest first. */
  follow(tasks: readonly Task[]): void {
    for (const { id } of tasks) this.ids.add(id);
    this.total += tasks.length;
  }

  has(id: string): boolean {
    return this.ids.has(id);
  }

  /** Whether more has ended since an earlier look than a few pages show. */
  isMuchSince({ total }: Shown): boolean {
    return this.total - total > MANY;
  }

  /** Whether as many were shown for the first time as have ended since an earlier look, and some that it showed: then there are no more. */
  isAllSince(before: Shown): boolean {
    const fresh = [...this.ids].filter((id) => !before.ids.has(id));
    return fresh.length < this.ids.size && this.total - before.total === fresh.length;
  }
}

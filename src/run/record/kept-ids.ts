/**
 * The ids that POSTs were answered with, until they are on the sheet. They are kept with the payer: in the document anybody could put
 * another task in the place of one, and its answer would be taken for the row's.
 */

import type { Task } from '../../linkup/types';
import type { Store } from '../../platform/properties';
import { MOST_POSTS } from './posts';

/** What a POST was answered with: by the order of its questions, '' where no task is known. */
export interface KeptIds {
  /** `sealOfPost`: should somebody have changed what the document says of the POST, the ids say nothing about its questions. */
  readonly seal: string;
  /** When Linkup created the first of them, by its clock in ms. */
  readonly at: number;
  readonly ids: readonly string[];
}

const PREFIX = 'linkup.ids.';

/** Stands for an id that is not known. */
const NONE = '-';

/** Ids as Linkup gives them; others are not kept, for they would not be told apart (Tasks reference, November 2026: UUIDs). */
const ID = /^[\w-]{2,60}$/;

/** As many places as POSTs may be outstanding, used in turn: what is overwritten is on the sheet, or Linkup's list tells it. */
export class IdKeeper {
  private next = 0;
  private readonly used = new Set<string>();

  constructor(private readonly user: Pick<Store, 'all' | 'setAll'>) {}

  /** The property that keeps the ids of a POST, to be saved along with something else. */
  entry(post: string, seal: string, tasks: readonly (Task | undefined)[]): Readonly<Record<string, string>> {
    const at = Math.min(...tasks.flatMap((task) => (task ? [Date.parse(task.createdAt)] : [])));
    const ids = tasks.map((task) => (task && ID.test(task.id) ? task.id : NONE));
    const key = PREFIX + this.next;
    this.next = (this.next + 1) % MOST_POSTS;
    this.used.add(key);
    return { [key]: [post, seal, at, ...ids].join(' ') };
  }

  /** Everything is on the sheet: what this execution kept is emptied, in one go. */
  clear(): void {
    if (this.used.size > 0) this.user.setAll(Object.fromEntries([...this.used].map((key) => [key, ''])));
    this.used.clear();
  }

  /** The ids of POSTs, by POST, as an execution finds them. */
  found(): ReadonlyMap<string, KeptIds> {
    const kept = new Map<string, KeptIds>();
    for (const [key, value] of Object.entries(this.user.all())) {
      if (!key.startsWith(PREFIX)) continue;
      const [post = '', seal = '', at, ...ids] = value.split(' ');
      if (Number.isFinite(Number(at)))
        kept.set(post, { seal, at: Number(at), ids: ids.map((id) => (id === NONE ? '' : id)) });
    }
    return kept;
  }
}

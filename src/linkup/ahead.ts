/** A list that is asked for before it is needed: while nobody holds the document, for Linkup takes its time. */
import type { Linkup, ListQuery } from './client';
import type { TaskPage } from './types';

/** Lists as Linkup does, and gives once what was asked for ahead. */
export class Ahead implements Pick<Linkup, 'list'> {
  private kept: { readonly query: string; readonly give: () => TaskPage } | undefined;

  constructor(private readonly linkup: Pick<Linkup, 'list'>) {}

  /** Asks; what comes of it, a fault as well, is told to whoever lists the same next. */
  ask(query: ListQuery): void {
    this.kept = { query: JSON.stringify(query), give: outcomeOf(() => this.linkup.list(query)) };
  }

  /** Throws what a list throws. */
  list(query: ListQuery): TaskPage {
    const kept = this.kept;
    this.kept = undefined;
    return kept?.query === JSON.stringify(query) ? kept.give() : this.linkup.list(query);
  }
}

/** Does it at once, and tells later how it went. */
function outcomeOf<T>(act: () => T): () => T {
  try {
    const result = act();
    return () => result;
  } catch (thrown) {
    return () => {
      throw thrown;
    };
  }
}

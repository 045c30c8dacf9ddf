/** The chosen questions of a job by whether they were sent: every stage of a cycle asks, and they may be many. */
import { holds, type Ranges } from '../record/ranges';
import type { Run } from '../record/run';
import type { Chosen, Queue } from './queue';

/** What of a job it depends on. */
interface Table {
  readonly run: Run;
  /** Ends that are known, and ids, by fingerprint. */
  readonly ended: ReadonlyMap<string, unknown>;
  readonly created: ReadonlyMap<string, unknown>;
}

/** How the chosen questions were last told apart. */
interface Split {
  readonly chosen: readonly Chosen[];
  readonly sent: Ranges;
  readonly wereSent: readonly Chosen[];
  readonly others: readonly Chosen[];
}

/** Tells them apart anew only where others are chosen, or more were sent. */
export class BySent {
  private last: Split | undefined;

  constructor(
    private readonly table: Table,
    private readonly queue: Queue,
  ) {}

  /** Those that were never sent, or certainly never arrived, in the order of their ordinals. One that was refused has ended. */
  reserved(): readonly Chosen[] {
    const { others } = this.split();
    return others.length > 0 && this.knowsUnsent() ? others.filter(this.isUnknown) : others;
  }

  /** Those that were sent, and whose task nobody knows yet. */
  inDoubt(): readonly Chosen[] {
    return this.split().wereSent.filter(this.isUnknown);
  }

  /** Those whose task was known, and whose id somebody took away. */
  lost(): readonly Chosen[] {
    return this.queue.in('submitted').filter(this.isUnknown);
  }

  private readonly isUnknown = ({ fingerprint }: Chosen): boolean =>
    !this.table.ended.has(fingerprint) && !this.table.created.has(fingerprint);

  private split(): Split {
    const chosen = this.queue.in('reserved');
    const { sent } = this.table.run;
    if (this.last?.chosen === chosen && this.last.sent === sent) return this.last;
    const [wereSent, others]: [Chosen[], Chosen[]] = [[], []];
    for (const each of chosen) (holds(sent, each.ordinal) ? wereSent : others).push(each);
    this.last = { chosen, sent, wereSent, others };
    return this.last;
  }

  /** Whether something is known of a question that was never sent: only then need all be passed over. */
  private knowsUnsent(): boolean {
    const isUnsent = (print: string): boolean => {
      const found = this.queue.find('reserved', print);
      return found !== undefined && !holds(this.table.run.sent, found.ordinal);
    };
    for (const print of this.table.ended.keys()) if (isUnsent(print)) return true;
    for (const print of this.table.created.keys()) if (isUnsent(print)) return true;
    return false;
  }
}

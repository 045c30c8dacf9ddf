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

  /** Whether there are any such: asked at every turn, and mostly the first one tells. */
  hasReserved(): boolean {
    return this.split().others.some(this.isUnknown);
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
    this.last = { chosen, sent, ...apart(chosen, sent) };
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

/** Tells questions apart that are in the order of their ordinals, stretch by stretch: they may be many, and the ranges are few. */
function apart(chosen: readonly Chosen[], sent: Ranges): Pick<Split, 'wereSent' | 'others'> {
  const [wereSent, others]: [(readonly Chosen[])[], (readonly Chosen[])[]] = [[], []];
  let next = 0;
  for (const [from, to] of sent) {
    const [first, end] = [placeOf(chosen, from), placeOf(chosen, to + 1)];
    others.push(chosen.slice(next, first));
    wereSent.push(chosen.slice(first, end));
    next = end;
  }
  others.push(chosen.slice(next));
  const none: readonly Chosen[] = [];
  return { wereSent: none.concat(...wereSent), others: none.concat(...others) };
}

/** Where the first of an ordinal, or above it, stands. */
function placeOf(chosen: readonly Chosen[], ordinal: number): number {
  let [low, high] = [0, chosen.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((chosen[middle]?.ordinal ?? 0) < ordinal) low = middle + 1;
    else high = middle;
  }
  return low;
}

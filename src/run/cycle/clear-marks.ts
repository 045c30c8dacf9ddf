/** The marks of one execution: left before the first write for a run, taken away when all of its writes were verified. */
import type { Store } from '../../platform/properties';
import { clearMark, leaveMark, type Mark, markOf } from '../record/marks';
import type { Run } from '../record/run';

/** Knows for which runs a mark is in the store, and which of those have something unverified on their sheet. */
export class Marks {
  private readonly left = new Map<string, Mark>();
  private readonly unverified = new Set<string>();

  private readonly found: Mark[];

  /** `found` are the marks of executions that died. */
  constructor(
    private readonly documents: Store,
    found: readonly Mark[],
  ) {
    this.found = [...found];
  }

  /**
   * Whether somebody died while writing for this run, or while writing for its enrichment in a way that no live run will look
   * after: another run that has ended, or a press.
   */
  concern(run: Run, isLive: (id: string) => boolean): boolean {
    return this.concerning(run, isLive).length > 0;
  }

  /** Leaves the mark of a run, once. */
  leave(run: Run): void {
    if (this.left.has(run.id)) return;
    const mark = markOf(run);
    leaveMark(this.documents, mark);
    this.left.set(run.id, mark);
  }

  /** Leaves it once more, after somebody who had the document meanwhile has taken it away. */
  leaveAgain(run: Run): void {
    this.left.delete(run.id);
    this.leave(run);
  }

  /** A mark for another enrichment, which has lost answers to what was written here: a run of it, this one's or the next, waits for them again. */
  leaveFor(enrichment: string, sheetId: number, by: string): void {
    const mark = { sheetId, by, enrichment };
    if (this.found.some((other) => other.sheetId === sheetId && other.enrichment === enrichment)) return;
    leaveMark(this.documents, mark);
    this.found.push(mark);
  }

  /** Does what must succeed before the marks of a run may go. */
  untilDone(run: Run, step: () => void): void {
    const before = this.unverified.has(run.id);
    this.unverified.add(run.id);
    step();
    if (!before) this.unverified.delete(run.id);
  }

  /** Whether something of a run could not be verified, or put right, in this execution: the next one begins with that. */
  isUnverified({ id }: Run): boolean {
    return this.unverified.has(id);
  }

  /** What was found for this run is put right by now: at the end of the execution it goes, with the run's own. */
  recovered(run: Run, isLive: (id: string) => boolean): void {
    for (const mark of this.concerning(run, isLive)) this.left.set(mark.by, mark);
    this.left.set(run.id, markOf(run));
  }

  /** Takes away the marks of whatever was verified. */
  close(): void {
    for (const [by, mark] of this.left) if (!this.unverified.has(by)) clearMark(this.documents, mark);
  }

  private concerning({ id, sheetId, enrichment }: Run, isLive: (id: string) => boolean): Mark[] {
    return this.found.filter(
      (mark) =>
        mark.sheetId === sheetId && (mark.by === id || (mark.enrichment === enrichment && !isLive(mark.by))),
    );
  }
}

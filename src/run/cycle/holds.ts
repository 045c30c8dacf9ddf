/** Runs that are held back because others keep Linkup's queue full. Of one execution. */

/** Pauses after the queue was full for a single question, in ms: doubling. */
const FIRST_HOLD = 5_000;
const LONGEST_HOLD = 60_000;

/** By run: when to try again, and the pause before that. */
export class Holds {
  private readonly holds = new Map<string, { readonly until: number; readonly pause: number }>();

  /** Whether it is too early to try again, at `now` in ms. */
  isHeld(run: string, now: number): boolean {
    return now < (this.holds.get(run)?.until ?? 0);
  }

  /** Not even one question got in, though the list had shown a free place: somebody else is quicker. */
  hold(run: string, now: number): void {
    const pause = Math.min(2 * (this.holds.get(run)?.pause ?? FIRST_HOLD / 2), LONGEST_HOLD);
    this.holds.set(run, { until: now + pause, pause });
  }

  /** A question got in. */
  release(run: string): void {
    this.holds.delete(run);
  }
}

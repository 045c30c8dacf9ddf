/** The playground's time: the wall clock, or a faster one for tests. */
import type { Clock } from '../../../doubles/clock';

/** A clock that keeps living while it sleeps: `idle(ms)` passes at most so many real milliseconds, may throw, and is true when sleeping on is in vain. */
export class PlayClock implements Clock {
  private readonly start = Date.now();
  private skipped = 0;

  /** `speed` seconds of this clock pass in one real second. */
  constructor(
    readonly speed: number,
    private readonly idle: (ms: number) => boolean,
  ) {}

  now(): number {
    return this.start + this.skipped + Math.floor((Date.now() - this.start) * this.speed);
  }

  /** Lets time pass at once, for tests that would have to wait for it. */
  skip(ms: number): void {
    this.skipped += ms;
  }

  sleep(ms: number): void {
    if (!(ms > 0)) return;
    const end = this.now() + ms;
    while (this.now() < end) {
      if (this.idle((end - this.now()) / this.speed)) return;
    }
  }
}

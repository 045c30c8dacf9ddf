/** The playground's time: the wall clock, or a faster one for tests. */
import type { Clock } from '../../../doubles/clock';

/** While it hurries, a sleep is cut into pieces of so many ms, so that what is due meanwhile happens on the way. */
const HURRIED_MS = 10_000;

/** A clock that keeps living while it sleeps: `idle(ms)` passes at most so many real milliseconds, may throw, and is true when sleeping on is in vain. */
export class PlayClock implements Clock {
  private readonly start = Date.now();
  private skipped = 0;
  /** How far it was turned forward by hand, ms. */
  ahead = 0;
  /** Until this moment nobody waits. */
  private hurriedUntil = 0;

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

  /** Turns it forward: time passes at once from now on, and whoever sleeps sleeps through it. */
  hurry(ms: number): void {
    this.hurriedUntil = Math.max(this.hurriedUntil, this.now()) + ms;
  }

  get isHurried(): boolean {
    return this.hurriedUntil > this.now();
  }

  /** Lets a part of the hurried time pass: to a moment, or to its end. */
  hurryTo(moment: number): void {
    // Google's moments lie between two milliseconds; its clock, and what a script may sleep, does not.
    const ms = Math.ceil(Math.min(moment, this.hurriedUntil) - this.now());
    if (ms <= 0) return;
    this.skipped += ms;
    this.ahead += ms;
  }

  sleep(ms: number): void {
    if (!(ms > 0)) return;
    const end = this.now() + ms;
    while (this.now() < end) {
      if (this.idle(this.isHurried ? 0 : (end - this.now()) / this.speed)) return;
      this.hurryTo(Math.min(end, this.now() + HURRIED_MS));
    }
  }
}

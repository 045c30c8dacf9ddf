/** Time as the doubles see it. Tests run on virtual time; `--realtime` and the playground run on the wall clock. */
export interface Clock {
  /** Milliseconds since the Unix epoch. */
  now(): number;
  /** Blocks the caller for so many milliseconds. */
  sleep(ms: number): void;
}

/** A clock that moves only when somebody sleeps: a job of hours runs in milliseconds, always the same way. */
export class VirtualClock implements Clock {
  constructor(private time: number = Date.UTC(2026, 10, 23, 9, 0, 0)) {}

  now(): number {
    return this.time;
  }

  sleep(ms: number): void {
    if (!(ms >= 0)) throw new RangeError(`cannot sleep ${ms} ms`);
    this.time += ms;
  }

  /** Lets something happen at the same time as whatever goes on: it takes its time, and nobody else's. */
  beside(happens: () => void): void {
    const { time } = this;
    happens();
    this.time = time;
  }
}

/** The wall clock. `sleep` really blocks the thread, as Apps Script does. */
export class WallClock implements Clock {
  private readonly cell = new Int32Array(new SharedArrayBuffer(4));

  now(): number {
    return Date.now();
  }

  sleep(ms: number): void {
    if (ms > 0) Atomics.wait(this.cell, 0, 0, ms);
  }
}

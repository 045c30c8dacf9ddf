/** Writes that a script has made and Google has not yet carried out. */
import type { OnKill } from './errors';

/** One buffered call. `apply` may throw Google's text, which then surfaces wherever the buffer is flushed. */
export interface PendingWrite {
  readonly cells: number;
  apply(): void;
}

/** The write buffer of one execution: nobody else sees what is in it. */
export class WriteBuffer {
  private pending: PendingWrite[] = [];

  get isEmpty(): boolean {
    return this.pending.length === 0;
  }

  /** How many cells wait to be written. */
  get cells(): number {
    return this.pending.reduce((sum, write) => sum + write.cells, 0);
  }

  add(write: PendingWrite): void {
    this.pending.push(write);
  }

  /** Carries everything out in order. The first failure drops what comes after it. */
  flush(): void {
    const writes = this.pending;
    this.pending = [];
    for (const write of writes) write.apply();
  }

  /** The script is dead: nothing, everything, or the first half of the calls still happens. */
  settle(onKill: OnKill): void {
    const share = { lost: 0, partly: Math.ceil(this.pending.length / 2), applied: this.pending.length };
    this.pending.length = share[onKill];
    try {
      this.flush();
    } catch {
      // Nobody is left to hear of it.
    }
  }
}

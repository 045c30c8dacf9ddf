/** What is looked at while a job runs: its calls, its cells, its locks, and when the first answer is to be seen. */
import type { ServiceCall } from '../../doubles/google/counters';
import type { World } from '../../world/world';

/** Everything that is counted from the press until the end. Times in virtual seconds, CPU in real ones. */
export interface Reading {
  readonly sheetCalls: number;
  readonly allCalls: number;
  readonly cellsRead: number;
  readonly cellsWritten: number;
  readonly posts: number;
  readonly lists: number;
  readonly virtualSeconds: number;
  readonly triggerMinutes: number;
  /** From the press to the first answer in a cell. */
  readonly firstAnswerSeconds: number;
  readonly cpuSeconds: number;
  /** Share of the time in which nobody held the document's lock, and the longest that somebody held it. */
  readonly lockFreeShare: number;
  readonly longestLockSeconds: number;
}

/** Counts from now on. */
export class Meter {
  private readonly startedAt: number;
  private readonly cpuFrom = performance.now();
  private readonly requestsBefore: number;
  private firstAt: number | undefined;
  private mayHaveWritten = false;
  private held: { readonly by: number; readonly since: number } | undefined;
  private heldMs = 0;
  private longestMs = 0;
  /** Real time that the meter itself took, in ms. */
  private ownMs = 0;

  constructor(
    private readonly world: World,
    private readonly firstOutput: number,
  ) {
    world.host.calls.reset();
    this.startedAt = world.clock.now();
    this.requestsBefore = world.linkup.requests.length;
    world.host.onServiceCall = (call) => {
      const began = performance.now();
      this.see(call);
      this.ownMs += performance.now() - began;
    };
  }

  private see({ service, method, kind, execution }: ServiceCall): void {
    const now = this.world.clock.now();
    if (this.held && this.held.by !== execution) this.release(now);
    if (service === 'Lock' && method === 'tryLock') this.held ??= { by: execution, since: now };
    if (service === 'Lock' && method === 'releaseLock') this.release(now);
    if (this.firstAt === undefined && this.mayHaveWritten && this.isAnswered()) this.firstAt = now;
    this.mayHaveWritten = kind === 'flush';
  }

  private release(now: number): void {
    if (!this.held) return;
    const ms = now - this.held.since;
    this.heldMs += ms;
    this.longestMs = Math.max(this.longestMs, ms);
    this.held = undefined;
  }

  private isAnswered(): boolean {
    const { sheet } = this.world;
    for (let row = 2; row <= sheet.lastRow; row++)
      if ((sheet.peek(row, this.firstOutput)?.value ?? '') !== '') return true;
    return false;
  }

  /** What was counted until now. */
  read(): Reading {
    const { host, clock, linkup } = this.world;
    const now = clock.now();
    this.release(now);
    const { total, sheet, cellsRead, cellsWritten, insideMs } = host.calls;
    const sent = linkup.requests.slice(this.requestsBefore).filter(({ path }) => path === '/v1/tasks');
    const ms = now - this.startedAt;
    return {
      sheetCalls: sheet,
      allCalls: total,
      cellsRead,
      cellsWritten,
      posts: sent.filter(({ method }) => method === 'POST').length,
      lists: sent.filter(({ method }) => method === 'GET').length,
      virtualSeconds: ms / 1_000,
      triggerMinutes: triggerMinutes(this.world, this.startedAt),
      firstAnswerSeconds: ((this.firstAt ?? now) - this.startedAt) / 1_000,
      cpuSeconds: (performance.now() - this.cpuFrom - insideMs - this.ownMs) / 1_000,
      lockFreeShare: ms === 0 ? 1 : 1 - this.heldMs / ms,
      longestLockSeconds: this.longestMs / 1_000,
    };
  }
}

/** Minutes that triggers have worked since a moment. */
export function triggerMinutes({ host }: World, since: number): number {
  const firings = host.executions.filter(({ by, startedAt }) => by === 'clock' && startedAt >= since);
  return firings.reduce((sum, { startedAt, endedAt }) => sum + endedAt - startedAt, 0) / 60_000;
}

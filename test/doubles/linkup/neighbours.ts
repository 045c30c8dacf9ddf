/** Other people of the organisation, who use the same queue, list and credits while the test runs. */
import type { Accounts, Caller } from './accounts';
import type { Engine } from './engine';
import type { LinkupKnobs } from './knobs';
import { type BatchItem, checkBatch } from './validate/batch';

/** The key that other people's charges are booked under. */
export const NEIGHBOUR_KEY = 'somebody-else';

const THEIR_TASK = [
  {
    type: 'search',
    input: { q: 'What is the capital of France?', depth: 'fast', outputType: 'sourcedAnswer' },
  },
];

/** Submits their tasks as the knob `neighbours` says. */
export class Neighbours {
  private lastArrival: number;

  constructor(
    private readonly engine: Engine,
    private readonly accounts: Accounts,
    private readonly knobs: LinkupKnobs,
    startedAt: number,
  ) {
    this.lastArrival = startedAt;
  }

  /** Lets everything arrive that was due by now. */
  arriveUntil(now: number): void {
    const every = this.knobs.neighbours.everyMs;
    if (every === null) {
      this.lastArrival = now;
      return;
    }
    if (this.lastArrival + every > now) return;
    const { organizations } = this.accounts;
    const batch = checkBatch(THEIR_TASK, this.knobs);
    for (let at = this.lastArrival + every; at <= now; at += every) {
      for (const organization of organizations) this.submit(batch, callerOf(organization), at);
      this.lastArrival = at;
    }
  }

  /** Shifts the pages of a list after it has been read: so many tasks arrive. */
  afterListRead(organization: string, at: number): void {
    const { perListRead } = this.knobs.neighbours;
    if (perListRead === 0) return;
    const batch = checkBatch(THEIR_TASK, this.knobs);
    const caller = callerOf(organization);
    for (let count = 0; count < perListRead; count++) this.submit(batch, caller, at);
  }

  private submit(batch: readonly BatchItem[], caller: Caller, at: number): void {
    this.engine.accept(batch, caller, at);
  }
}

function callerOf(organization: string): Caller {
  return { key: NEIGHBOUR_KEY, organization, budget: null };
}

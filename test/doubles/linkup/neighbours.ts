/** Other people of the organisation, who use the same queue, list and credits while the test runs. */
import type { Accounts, Caller } from './accounts';
import type { Engine } from './engine';
import type { LinkupKnobs } from './knobs';
import { checkBatch } from './validate/batch';

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
    for (let at = this.lastArrival + every; at <= now; at += every) {
      for (const organization of this.accounts.organizations) this.submit(organization, at);
      this.lastArrival = at;
    }
  }

  /** Shifts the pages of a list after it has been read: so many tasks arrive. */
  afterListRead(organization: string, at: number): void {
    for (let count = 0; count < this.knobs.neighbours.perListRead; count++) this.submit(organization, at);
  }

  private submit(organization: string, at: number): void {
    const caller: Caller = { key: NEIGHBOUR_KEY, organization, budget: null };
    this.engine.accept(checkBatch(THEIR_TASK, this.knobs), caller, at);
  }
}

/** The runs of a simulation, seen from outside: which began, what the person agreed to pay, and which still go on. */
import type { VirtualClock } from '../doubles/clock';

/** A run as it was seen to begin. */
export interface SeenRun {
  readonly id: string;
  /** The id of its enrichment. */
  readonly enrichment: string;
  /** Milliseconds since the epoch. */
  readonly beganAt: number;
  /** US dollars that the confirmation named as the most it can cost. */
  readonly agreed: number;
}

/** A run that is on record now. */
export interface LiveRun {
  readonly id: string;
  readonly enrichment: string;
  /** Whether it says why it does nothing. */
  readonly paused: boolean;
}

const PREFIX = 'linkup.run.';

/** Watches the document's properties for runs, and the dialogs for prices. */
export class Runs {
  readonly seen: SeenRun[] = [];
  private agreed = 0;

  constructor(
    private readonly properties: ReadonlyMap<string, string>,
    private readonly clock: VirtualClock,
  ) {}

  /** The person read a confirmation and said yes. */
  agreedTo(message: string): void {
    const price = /\$([\d.,]+) at most/.exec(message)?.[1];
    if (price !== undefined) this.agreed = Number(price.replaceAll(',', ''));
  }

  /** Looks whether a run has begun; called before every service call. */
  watch(): void {
    for (const key of this.properties.keys()) {
      if (!key.startsWith(PREFIX)) continue;
      const id = key.slice(PREFIX.length);
      if (this.seen.some((run) => run.id === id)) continue;
      const { enrichment } = parsed(this.properties.get(key));
      this.seen.push({ id, enrichment, beganAt: this.clock.now(), agreed: this.agreed });
    }
  }

  /** The runs on record. */
  live(): LiveRun[] {
    return [...this.properties].flatMap(([key, json]) =>
      key.startsWith(PREFIX) ? [{ id: key.slice(PREFIX.length), ...parsed(json) }] : [],
    );
  }
}

function parsed(json = ''): { enrichment: string; paused: boolean } {
  const run: unknown = JSON.parse(json);
  if (typeof run !== 'object' || run === null || !('enrichment' in run))
    throw new Error(`a run is kept in another form now: ${json}`);
  return { enrichment: String(run.enrichment), paused: 'paused' in run };
}

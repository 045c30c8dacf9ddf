/** The runs of a simulation, seen from outside: which began, what the person agreed to pay, and which still go on. */
import type { VirtualClock } from '../../doubles/clock';

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
  /** The code of the reason why it does nothing; undefined while it is at work. */
  readonly paused: string | undefined;
}

type RunRecord = Omit<LiveRun, 'id'>;

const PREFIX = 'linkup.run.';

/** Watches the document's properties for runs, and the dialogs for prices. */
export class Runs {
  readonly seen: SeenRun[] = [];
  private agreed = 0;
  /** What was read of each record of a run, by its JSON: they are looked at far more often than they change. */
  private readonly read = new Map<string, RunRecord>();

  constructor(
    private readonly properties: ReadonlyMap<string, string>,
    private readonly clock: VirtualClock,
    /** What part of the price people agree to. */
    private readonly share: number,
  ) {}

  /** The person read a confirmation and said yes. */
  agreedTo(message: string): void {
    const price = /\$([\d.,]+) at most/.exec(message)?.[1];
    if (price !== undefined) this.agreed = Number(price.replaceAll(',', '')) * this.share;
  }

  /** Looks whether a run has begun; called before every service call. */
  watch(): void {
    for (const key of this.properties.keys()) {
      if (!key.startsWith(PREFIX)) continue;
      const id = key.slice(PREFIX.length);
      if (this.seen.some((run) => run.id === id)) continue;
      const { enrichment } = this.parsed(this.properties.get(key));
      this.seen.push({ id, enrichment, beganAt: this.clock.now(), agreed: this.agreed });
    }
  }

  /** The runs on record. */
  live(): LiveRun[] {
    return [...this.properties].flatMap(([key, json]) =>
      key.startsWith(PREFIX) ? [{ id: key.slice(PREFIX.length), ...this.parsed(json) }] : [],
    );
  }

  private parsed(json = ''): RunRecord {
    const known = this.read.get(json) ?? parsed(json);
    this.read.set(json, known);
    return known;
  }
}

function parsed(json: string): RunRecord {
  const run: unknown = JSON.parse(json);
  if (typeof run !== 'object' || run === null || !('enrichment' in run))
    throw new Error(`a run is kept in another form now: ${json}`);
  const paused: unknown = Reflect.get(run, 'paused');
  const code =
    typeof paused === 'object' && paused !== null ? String(Reflect.get(paused, 'code')) : undefined;
  return { enrichment: String(run.enrichment), paused: code };
}

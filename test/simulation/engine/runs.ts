/** The runs of a simulation, seen from outside: which began, what the person agreed to pay, and which still go on. */
import type { VirtualClock } from '../../doubles/clock';
import type { GoogleHost, ServiceCall } from '../../doubles/google';
import { Schedules, type Standing } from './schedules';

/** A run as it was seen to begin. */
export interface SeenRun {
  readonly id: string;
  /** The id of its enrichment. */
  readonly enrichment: string;
  /** Milliseconds since the epoch. */
  readonly beganAt: number;
  /** What its person agreed to. */
  readonly agreement: Agreement;
  /** The runs that were on record as it began. */
  readonly beside: readonly string[];
  /** What others agreed to who went on with it. */
  readonly carried: Agreement[];
}

/** What a person said yes to, as they read it: nothing of it is taken from the document. */
export interface Agreement {
  /** Who pays. */
  readonly user: string;
  /** US dollars that it can cost at most. */
  readonly cap: number;
  /** Whether what is there may be replaced. */
  readonly overwrite: boolean;
  /** Where all rows are asked anew, the tasks that stood beside them: none of them is an answer to that. */
  readonly known?: ReadonlySet<string>;
  /** Whether it is about all columns of a sheet: every run that began with it draws on the one cap. */
  readonly isForAll?: boolean;
  /** What of a schedule it is a start of: of several, where a call was cut short that was to turn it on. */
  readonly refresh?: { readonly of: readonly Standing[]; readonly byClock: boolean };
}

/** Nobody agreed to anything. */
const NONE: Agreement = { user: '', cap: 0, overwrite: false };

/** A run that is on record now. */
export interface LiveRun {
  readonly id: string;
  readonly enrichment: string;
  /** The code of the reason why it does nothing; undefined while it is at work. */
  readonly paused: string | undefined;
}

type RunRecord = Omit<LiveRun, 'id'>;

const PREFIX = 'linkup.run.';

/** Watches the document's properties for runs, and hears what people agree to. */
export class Runs {
  readonly seen: SeenRun[] = [];
  /** What starts by itself. */
  readonly schedules = new Schedules();
  /** By the execution in which a person said yes. */
  private readonly agreements = new Map<number, Agreement>();
  /** Runs whose records are being saved by calls that may yet fail, by execution: others may be at work before such a call is. */
  private readonly beginning = new Map<number, { readonly id: string; readonly at: number }>();
  /** What was read of each record of a run, by its JSON: they are looked at far more often than they change. */
  private readonly read = new Map<string, RunRecord>();
  private readonly properties: ReadonlyMap<string, string>;

  constructor(
    private readonly host: GoogleHost,
    private readonly clock: VirtualClock,
  ) {
    this.properties = host.properties.document;
  }

  /** A person said yes, in an execution. */
  agreed(execution: number, agreement: Agreement): void {
    this.agreements.set(execution, agreement);
  }

  /** A person said yes to the rest of a run of an enrichment that somebody else began. */
  carriedOn(enrichment: string, agreement: Agreement): void {
    const live = new Set(this.live().map(({ id }) => id));
    this.seen
      .findLast(({ id, enrichment: of }) => of === enrichment && live.has(id))
      ?.carried.push(agreement);
  }

  /** Whether a run of an enrichment is on that may replace what is there. */
  overwrites(enrichment: string): boolean {
    const live = new Set(this.live().map(({ id }) => id));
    return this.seen.some(
      ({ id, enrichment: of, agreement }) => of === enrichment && agreement.overwrite && live.has(id),
    );
  }

  /** Looks whether a run begins; told of every service call. */
  watch({ method, args, execution }: ServiceCall): void {
    this.noteBegun(execution);
    if (!method.startsWith('setPropert')) return;
    const key = keysIn(args[0]).find((name) => name.startsWith(PREFIX) && !this.properties.has(name));
    if (key) this.beginning.set(execution, { id: key.slice(PREFIX.length), at: this.clock.now() });
  }

  /** What is on record has begun; what is not by the next call of its own execution has failed. */
  private noteBegun(now: number): void {
    for (const [execution, { id, at }] of this.beginning) {
      const json = this.properties.get(PREFIX + id);
      if (json === undefined && execution !== now) continue;
      this.beginning.delete(execution);
      if (json === undefined || this.seen.some((run) => run.id === id)) continue;
      const { enrichment } = this.parsed(json);
      const agreement = this.agreements.get(execution) ?? this.standing(enrichment, execution) ?? NONE;
      const beside = this.live().map((run) => run.id);
      this.seen.push({ id, enrichment, beganAt: at, agreement, beside, carried: [] });
    }
  }

  /** What was agreed to for whatever starts by itself. */
  private standing(enrichment: string, execution: number): Agreement | undefined {
    const { user = '', by } = this.host.executions[execution - 1] ?? {};
    return by === 'clock' ? this.refreshedBy(user, enrichment, true) : undefined;
  }

  /** What somebody agreed to for a start of an enrichment's schedule; undefined where they never did, or it is over. */
  refreshedBy(user: string, enrichment: string, byClock: boolean): Agreement | undefined {
    const of = this.schedules.of(enrichment, user, byClock);
    const cap = Math.max(...of.map((each) => each.cap));
    return of.length > 0 ? { user, cap, overwrite: false, refresh: { of, byClock } } : undefined;
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

/** The keys that `setProperty` or `setProperties` sets. */
function keysIn(first: unknown): string[] {
  return typeof first === 'string' ? [first] : Object.keys(Object(first));
}

function parsed(json: string): RunRecord {
  const run = readable(json);
  if (typeof run !== 'object' || run === null || !('enrichment' in run))
    throw new Error(`a run is kept in another form now: ${json}`);
  const paused: unknown = Reflect.get(run, 'paused');
  const code =
    typeof paused === 'object' && paused !== null ? String(Reflect.get(paused, 'code')) : undefined;
  return { enrichment: String(run.enrichment), paused: code };
}

/** Somebody may have forged it. */
function readable(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return { enrichment: '' };
  }
}

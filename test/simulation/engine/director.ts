/** Lets the happenings of a scenario come true, each before the service call that it waits for. */
import { ExecutionKilled, type ServiceCall } from '../../doubles/google';
import { Dice } from './dice';
import { STRANGER } from './faults';
import { happen, throwsIntoScript, touchesTable } from './happenings';
import { Buffered, isMereLook, momentNames, QUIET } from './moments';
import type { Happening, Moment } from './scenario';
import type { Stage, StagedSheet } from './stage';
import type { Watch } from './watch';

/** Executions inside executions: deeper than this nothing more happens. */
const DEEPEST = 3;

/** Calls after which a simulation is given up: a stuck task of 24 hours takes some 20,000. */
const MOST_CALLS = 60_000;

/** One moment at which something could happen. */
export interface Chance {
  readonly execution: number;
  /** Names of the moment. */
  readonly names: readonly string[];
  /** Whether the call touches the document. */
  readonly onSheet: boolean;
  /** How many write calls a kill could lose here. */
  readonly buffered: number;
  /** Whether the call leaves everything as it was. */
  readonly isMereLook: boolean;
}

/** Is told of every moment. */
export type Witness = (chance: Chance) => void;

/** Calls in all, and moments by name. */
interface Passed {
  readonly count: number;
  readonly passed: ReadonlyMap<string, number>;
}

/** What stands for a call where nobody calls. */
const NO_CALL: ServiceCall = {
  index: -1,
  service: 'nothing',
  method: 'at all',
  args: [],
  kind: 'handle',
  execution: 0,
  reaches: false,
};

/** The one hook of a simulation. */
export class Director {
  /** Moments since the first press: calls that reached a service, by each of their names. */
  private readonly passed = new Map<string, number>();
  private readonly buffered = new Buffered();
  private sheetCalls: number;
  /** What happened when, for people to read. */
  readonly trace: string[] = [];
  private left: readonly Happening[];
  /** What had passed when the happenings began that are under way. */
  private start: Passed = { count: 0, passed: new Map() };
  private depth = 0;
  /** What had passed when each kind of thing happened last. */
  private readonly marks = new Map<string, Passed>();

  constructor(
    private readonly stage: Stage,
    private readonly watch: Watch,
    happenings: readonly Happening[],
    private readonly witness: Witness = () => {},
  ) {
    this.left = happenings;
    this.sheetCalls = stage.host.calls.sheet;
    stage.host.onServiceCall = (call) => {
      this.before(call);
      this.buffered.pass(call);
    };
  }

  /** How many calls reached a service so far. */
  count = 0;

  /** Nothing more happens from now on. */
  end(): void {
    this.left = [];
  }

  /** From now on other things happen, counted from now. */
  begin(happenings: readonly Happening[]): void {
    this.left = happenings;
    this.start = { count: this.count, passed: new Map(this.passed) };
    this.marks.clear();
  }

  /** Whether the script would not stop working. */
  get isEndless(): boolean {
    return this.count > MOST_CALLS;
  }

  /** Lets happen what waits for a quiet moment, when nobody is at work. Whether there was anything. */
  quiet(): boolean {
    const nth = (this.passed.get(QUIET) ?? 0) + 1;
    this.passed.set(QUIET, nth);
    const due = this.left.filter(({ when }) => this.isNow(when, [QUIET]));
    this.left = this.left.filter((happening) => !due.includes(happening));
    for (const happening of due) this.happens(happening, NO_CALL);
    return due.length > 0;
  }

  private before(call: ServiceCall): void {
    this.watch.call(call);
    if (!call.reaches) return;
    if (this.isEndless) throw new ExecutionKilled('the simulation gives up');
    this.stage.state.locks.release('document', STRANGER);
    const buffered = this.buffered.of(call.execution);
    const names = momentNames(call, buffered);
    this.count += 1;
    for (const name of names) this.passed.set(name, (this.passed.get(name) ?? 0) + 1);
    this.witness({
      execution: call.execution,
      names,
      onSheet: this.touchesSheet(),
      buffered,
      isMereLook: isMereLook(call, buffered),
    });
    if (this.depth >= DEEPEST) return;
    const due = this.left.filter(({ when }) => this.isNow(when, names));
    if (due.length === 0) return;
    this.left = this.left.filter((happening) => !due.includes(happening));
    for (const happening of due.sort(thrownLast)) this.happens(happening, call);
  }

  /** Whether the document was called since this was last asked: the host has counted the call that it announces. */
  private touchesSheet(): boolean {
    const before = this.sheetCalls;
    this.sheetCalls = this.stage.host.calls.sheet;
    return this.sheetCalls > before;
  }

  private isNow(when: Moment, names: readonly string[]): boolean {
    const from = when.after === undefined ? this.start : this.marks.get(when.after);
    if (!from) return false;
    if ('call' in when) return when.call === this.count - from.count;
    const nth = (this.passed.get(when.before) ?? 0) - (from.passed.get(when.before) ?? 0);
    return names.includes(when.before) && when.nth === nth;
  }

  private happens({ kind, salt }: Happening, call: ServiceCall): void {
    const { stage } = this;
    const by = stage.host.executions[call.execution - 1]?.fn ?? '';
    this.trace.push(
      `before call ${this.count}, ${call.service}.${call.method} of ${by} (execution ${call.execution}): ${kind}`,
    );
    this.marks.set(kind, { count: this.count, passed: new Map(this.passed) });
    const dice = new Dice(salt);
    const sheet = this.someSheet(dice);
    this.depth += 1;
    try {
      happen(kind, { stage, call, sheet, dice });
    } finally {
      this.depth -= 1;
      if (sheet && touchesTable(kind)) this.watch.touch(sheet);
    }
  }

  private someSheet(dice: Dice): StagedSheet | undefined {
    const there = this.stage.sheets.filter((sheet) => this.stage.has(sheet));
    return there.length > 0 ? dice.pick(there) : undefined;
  }
}

function thrownLast(a: Happening, b: Happening): number {
  return Number(throwsIntoScript(a.kind)) - Number(throwsIntoScript(b.kind));
}

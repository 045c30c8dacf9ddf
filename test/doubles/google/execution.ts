/** One execution of the script: the gate that every service call passes, its time, its buffer and its death. */
import { WriteBuffer } from './buffer';
import type { CallKind } from './costs';
import type { ServiceCall } from './counters';
import { checkInFormula } from './custom-function-rights';
import { ExecutionKilled, NotModelledError, permissionError, ServiceError, SetupError } from './errors';
import type { Makers } from './makers';
import { messageIn } from './messages';
import { Realm } from './realm';
import { type Access, type Gate, nameOf, type Rule } from './service';
import type { HostState } from './state';

/** What started the execution. */
export type StartedBy = 'menu' | 'clock' | 'sidebar' | 'simple' | 'formula';

/** The authorisation that a script runs with. */
export type AuthModeName = 'NONE' | 'LIMITED' | 'FULL';

/** On whose behalf and how the script runs. */
export interface Circumstances {
  readonly by: StartedBy;
  readonly user: string;
  readonly authMode: AuthModeName;
  /** Whether the person may only view the document. */
  readonly isViewer?: boolean;
}

/** Google's text when the time is up. */
export const TIME_IS_UP = 'Exceeded maximum execution time';

const MODES: readonly AuthModeName[] = ['NONE', 'LIMITED', 'FULL'];
/** Before these, Google carries out what the script has written so far. */
const SETTLING: ReadonlySet<CallKind> = new Set(['read', 'change', 'flush']);

/** A running script as its services see it. */
export class Execution implements Gate {
  readonly buffer = new WriteBuffer();
  readonly realm: Realm;
  readonly startedAt: number;
  /** The way from one handle of the document to another. */
  readonly make: Makers;
  /** Why no further call has any effect; undefined while the script lives. */
  death: ExecutionKilled | undefined;
  /** Something that the test must hear of, whatever the script catches. */
  fatal: Error | undefined;

  constructor(
    readonly state: HostState,
    readonly id: number,
    readonly circumstances: Circumstances,
    makersFor: (run: Execution) => Makers,
  ) {
    this.make = makersFor(this);
    this.startedAt = state.clock.now();
    this.realm = new Realm(() => state.clock.now(), state.knobs.random);
  }

  get user(): string {
    return this.circumstances.user;
  }

  /** Whose user properties the script sees: in a custom function the owner's. */
  get owningUser(): string {
    return this.circumstances.by === 'formula' ? this.state.knobs.owner : this.user;
  }

  /** Is there a document around the script? Undocumented for clock triggers of add-ons, so a knob. */
  get hasDocument(): boolean {
    const inDoubt = this.state.profile === 'addon' && this.circumstances.by === 'clock';
    return !inDoubt || this.state.knobs.addOnClockHasDocument;
  }

  /** The one way into any service. */
  call(
    name: string,
    method: string,
    rule: Rule,
    access: Access,
    args: readonly unknown[],
    run: () => unknown,
  ): unknown {
    this.checkAlive();
    const began = performance.now();
    try {
      this.announce(name, method, rule, args);
      return this.serve(name, method, rule, access, run);
    } finally {
      this.state.calls.insideMs += performance.now() - began;
    }
  }

  private serve(name: string, method: string, rule: Rule, access: Access, run: () => unknown): unknown {
    try {
      if (this.circumstances.by === 'formula') checkInFormula(name, method, rule);
      else this.checkAccess(`${name}.${method}`, access);
      this.checkTime();
      if (SETTLING.has(rule.kind)) this.flush(rule.kind === 'flush');
      if (rule.kind !== 'flush') this.spend(this.state.knobs.costs[rule.kind]);
      const result = run();
      this.checkTime();
      return this.realm.import(result, (value) => nameOf(value) !== undefined);
    } catch (error) {
      throw this.raise(error);
    }
  }

  notModelled(what: string): Error {
    this.fatal ??= new NotModelledError(what);
    return this.fatal;
  }

  /** Lets the clock run; kills the script when its time is up before the end of it. */
  spend(ms: number): void {
    const { clock } = this.state;
    const left = this.deadline - clock.now();
    clock.sleep(Math.max(0, Math.min(ms, left)));
    if (ms > left) throw new ExecutionKilled(TIME_IS_UP);
  }

  /** The price of moving cells in or out. */
  spendCells(cells: number, per: 'readPerCell' | 'writePerCell'): void {
    const { calls } = this.state;
    if (per === 'readPerCell') calls.cellsRead += cells;
    else calls.cellsWritten += cells;
    this.spend(Math.round(cells * this.state.knobs.costs[per]));
  }

  /** Carries out the buffered writes; their errors surface here. */
  flush(always = false): void {
    if (this.buffer.isEmpty && !always) return;
    const { flush: price } = this.state.knobs.costs;
    this.spend(price);
    this.spendCells(this.buffer.cells, 'writePerCell');
    this.buffer.flush();
  }

  /** Hands over the script's end: the rest of the buffer is written, the locks are free. */
  finish(): void {
    try {
      if (!this.death && !this.fatal) this.flush();
    } catch (error) {
      if (error instanceof ExecutionKilled) this.die(error);
      else throw error;
    } finally {
      this.state.locks.releaseAll(this.id);
    }
  }

  /** Nothing that the script still does has any effect. */
  die(killed: ExecutionKilled): void {
    this.death = killed;
    this.buffer.settle(killed.onKill ?? this.state.knobs.onKill);
  }

  private get deadline(): number {
    const { simpleTriggerMs, formulaMs, executionMs } = this.state.limits;
    const { by } = this.circumstances;
    return this.startedAt + (by === 'simple' ? simpleTriggerMs : by === 'formula' ? formulaMs : executionMs);
  }

  private checkAlive(): void {
    const end = this.death ?? this.fatal;
    if (end) throw end;
  }

  private checkTime(): void {
    if (this.state.clock.now() > this.deadline) throw new ExecutionKilled(TIME_IS_UP);
  }

  /** Counts the call and lets the hook act before it happens. */
  private announce(name: string, method: string, rule: Rule, args: readonly unknown[]): void {
    const { state } = this;
    const call: ServiceCall = {
      index: state.nextCall,
      execution: this.id,
      service: name.slice(name.lastIndexOf('.') + 1),
      method,
      args,
      reaches: rule.kind !== 'handle',
      kind: rule.kind,
    };
    state.nextCall += 1;
    state.calls.count(call, name.startsWith('SpreadsheetApp'));
    try {
      state.onServiceCall?.(call);
    } catch (error) {
      // A hook speaks for the service: what it throws is that service's exception.
      const ofSetup = error instanceof NotModelledError || error instanceof SetupError;
      const spoken = error instanceof ExecutionKilled || ofSetup ? error : new ServiceError(textOf(error));
      throw this.raise(spoken);
    }
    this.checkAlive();
  }

  private checkAccess(call: string, access: Access): void {
    const mode = MODES.indexOf(this.circumstances.authMode);
    if (mode < MODES.indexOf(access.mode)) throw permissionError(call, access.scopes, true);
    if (access.scopes.length === 0) return;
    const { oauthScopes } = this.state.project.manifest;
    if (oauthScopes && !access.scopes.some((scope) => oauthScopes.includes(scope))) {
      throw permissionError(call, access.scopes, false);
    }
    const withheld = this.state.withheld.get(this.user);
    const granted = (scope: string) => !withheld?.has(scope) && (!oauthScopes || oauthScopes.includes(scope));
    if (withheld && !access.scopes.some(granted)) throw permissionError(call, access.scopes, true);
  }

  /** Turns what happened into what the script gets to see; kills and the host's own errors are remembered. */
  private raise(error: unknown): unknown {
    if (error instanceof ServiceError) {
      return this.realm.exception(new ServiceError(messageIn(this.state.knobs.language, error.message)));
    }
    if (error instanceof ExecutionKilled) {
      if (!this.death) this.die(error);
      return error;
    }
    this.fatal ??= error instanceof Error ? error : new Error(textOf(error));
    return this.fatal;
  }
}

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

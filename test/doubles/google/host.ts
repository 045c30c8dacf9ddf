/** A strict local Apps Script host: runs the built bundle against a spreadsheet, one execution at a time. */
import type vm from 'node:vm';
import { callScript, scriptOf } from './call-script';
import { type Calculated, errorOf, shownOf } from './custom-functions';
import { AuthMode } from './enums';
import { ExecutionKilled, ScriptError, SetupError } from './errors';
import { type AuthModeName, type Circumstances, Execution, type StartedBy, TIME_IS_UP } from './execution';
import type { Spreadsheet } from './model/spreadsheet';
import type { HostOptions } from './options';
import { exported } from './realm';
import { AUTH } from './services/scopes';
import { makersFor } from './services/spreadsheet-app';
import { crossToPage, crossToScript, SidebarError } from './sidebar-wire';
import { HostState, type Manifest } from './state';
import type { TriggerRecord } from './triggers';

/** One line of the executions page. */
export interface ExecutionRecord {
  readonly id: number;
  readonly fn: string;
  readonly by: StartedBy;
  readonly user: string;
  readonly startedAt: number;
  endedAt: number;
  outcome: 'running' | 'completed' | 'failed' | 'killed' | 'timed out';
  error?: string;
}

/** How an execution is started; FULL authorisation for the owner from the menu unless said otherwise. */
export interface ExecuteOptions {
  readonly by?: StartedBy;
  readonly user?: string;
  readonly authMode?: AuthModeName;
}

/** What was pushed: the bundle, appsscript.json, and the HTML files by name without extension. */
export interface Installation {
  readonly code: string;
  readonly manifest: Manifest;
  readonly html?: Readonly<Record<string, string>>;
}

/** How far `runClock` goes: to a moment, or until something holds (checked after each firing). */
export type ClockGoal = number | { readonly until: () => boolean; readonly limitMs: number };

/** Google's text on the executions page when the day's trigger runtime is used up. */
const NO_TRIGGER_TIME = 'Service using too much computer time for one day';

/** The host. Everything that a test sets up or looks at is here; `spreadsheet` is the person's hands. */
export class GoogleHost {
  /** All executions, oldest first. */
  readonly executions: ExecutionRecord[] = [];
  private readonly state: HostState;
  private script: vm.Script | undefined;
  private inUse = false;

  constructor(options: HostOptions) {
    this.state = new HostState(options);
  }

  get spreadsheet(): Spreadsheet {
    return this.state.spreadsheet;
  }

  /** Counters of service calls. */
  get calls() {
    return this.state.calls;
  }

  /** Today's quota counters: `quota.of(user)`. */
  get quota() {
    return this.state.quota;
  }

  /** What console and Logger wrote. */
  get logs() {
    return this.state.logs;
  }

  get properties() {
    return this.state.properties;
  }

  /** Dialogs shown, and answers to come: `ui.willAnswer({ button })`. */
  get ui() {
    return this.state.screen.desk;
  }

  get toasts() {
    return this.state.screen.toasts;
  }

  get menus() {
    return this.state.screen.menus;
  }

  /** The scopes that the person was asked for after the first consent, each time. */
  get consents(): readonly (readonly string[])[] {
    return this.state.screen.consents;
  }

  /** The sidebar on show, or undefined. */
  get sidebar() {
    return this.state.screen.sidebar;
  }

  /** A trigger that somebody has had for long: it fires each minute. */
  addTrigger(fn: string, user = this.state.knobs.owner): void {
    this.state.triggers.install(fn, user, this.state.triggers.everyMinutes(1));
  }

  /** Installed triggers of all users. */
  get triggers(): readonly TriggerRecord[] {
    return this.state.triggers.records;
  }

  /** The one hook, called before every service call; it may throw, kill, move the clock, edit, or execute. */
  set onServiceCall(hook: HostState['onServiceCall']) {
    this.state.onServiceCall = hook;
  }

  get onServiceCall(): HostState['onServiceCall'] {
    return this.state.onServiceCall;
  }

  /** A person leaves a scope unticked on the consent page; `script.external_request` stands for its whole address. */
  withhold(scope: string, user = this.state.knobs.owner): void {
    const withheld = this.state.withheld.get(user) ?? new Set();
    this.state.withheld.set(user, withheld.add(AUTH + scope));
  }

  /** The person grants it after all. */
  grant(scope: string, user = this.state.knobs.owner): void {
    this.state.withheld.get(user)?.delete(AUTH + scope);
  }

  /** Pushes a project. */
  install({ code, manifest, html = {} }: Installation): void {
    this.script = scriptOf(code);
    this.state.project = { manifest, html };
  }

  /** Runs one function in a fresh context. Throws ScriptError, ExecutionKilled, or the host's own errors. */
  execute(fn: string, args: readonly unknown[] = [], options: ExecuteOptions = {}): unknown {
    const { by = 'menu', user = this.state.knobs.owner, authMode = 'FULL' } = options;
    return this.run(fn, () => args, { by, user, authMode }).value;
  }

  /** The person opens the document: `onOpen(e)` as a simple trigger, LIMITED, or NONE in an add-on never used here. */
  open(user = this.state.knobs.owner, authMode = this.openingMode()): void {
    this.state.screen.menus.length = 0;
    this.state.screen.sidebar = undefined;
    this.run('onOpen', () => [{ authMode: AuthMode[authMode] }], { by: 'simple', user, authMode });
  }

  /** Picks a menu item by its label. */
  clickMenu(label: string, user = this.state.knobs.owner): unknown {
    this.inUse = true;
    return this.execute(this.state.screen.functionOf(label), [], { user });
  }

  /** google.script.run from the sidebar, as the owner. Throws SidebarError for what cannot cross. */
  callFromSidebar(fn: string, ...args: unknown[]): unknown {
    return this.callFromSidebarAs(this.state.knobs.owner, fn, ...args);
  }

  /** google.script.run by another person. */
  callFromSidebarAs(user: string, fn: string, ...args: unknown[]): unknown {
    if (!/^[A-Za-z$_][\w$]*$/.test(fn) || fn.endsWith('_')) {
      throw new SidebarError(`google.script.run.${fn} is not a function`);
    }
    this.inUse = true;
    const crossed = crossToScript(args);
    return crossToPage(this.run(fn, () => crossed, { by: 'sidebar', user, authMode: 'FULL' }).raw);
  }

  /** A cell calls a function of the script, as whoever recalculates: `arguments` as Google passes them (`argumentFrom`). Throws only what ends an execution. */
  calculate(
    fn: string,
    args: readonly unknown[],
    { user = this.state.knobs.owner, isViewer = false } = {},
  ): Calculated {
    try {
      const { value } = this.run(fn, () => args, { by: 'formula', user, authMode: 'LIMITED', isViewer });
      return shownOf(value);
    } catch (error) {
      return errorOf(error);
    }
  }

  /** Lets time pass: fires every due clock trigger in turn as its creator. What fails is in `executions`. */
  runClock(goal: ClockGoal): void {
    const { clock, triggers } = this.state;
    const end = typeof goal === 'number' ? goal : clock.now() + goal.limitMs;
    const reached = () => typeof goal !== 'number' && goal.until();
    while (!reached()) {
      const next = triggers.next();
      if (next?.dueAt === undefined || next.dueAt > end) {
        clock.sleep(Math.max(0, end - clock.now()));
        return;
      }
      clock.sleep(Math.max(0, next.dueAt - clock.now()));
      this.fire(next);
    }
  }

  private openingMode(): AuthModeName {
    return this.state.profile === 'addon' && !this.inUse ? 'NONE' : 'LIMITED';
  }

  private fire(trigger: TriggerRecord): void {
    const { state } = this;
    const { user, fn, id } = trigger;
    if (!state.quota.hasTriggerTime(user)) {
      this.record(fn, { by: 'clock', user, authMode: 'FULL' }, 'failed').error = NO_TRIGGER_TIME;
    } else {
      const startedAt = state.clock.now();
      // The event of a clock trigger also carries the time in parts; nothing may depend on them here.
      const event = { authMode: AuthMode.FULL, triggerUid: id };
      try {
        this.run(fn, () => [event], { by: 'clock', user, authMode: 'FULL' });
      } catch (error) {
        if (!(error instanceof ScriptError || error instanceof ExecutionKilled)) throw error;
      } finally {
        state.quota.of(user).triggerMs += state.clock.now() - startedAt;
      }
    }
    state.triggers.rearm(trigger);
  }

  private record(
    fn: string,
    { by, user }: Circumstances,
    outcome: ExecutionRecord['outcome'],
  ): ExecutionRecord {
    const now = this.state.clock.now();
    const record = { id: this.executions.length + 1, fn, by, user, startedAt: now, endedAt: now, outcome };
    this.executions.push(record);
    return record;
  }

  private run(fn: string, args: () => readonly unknown[], circumstances: Circumstances): Returned {
    if (!this.script) throw new SetupError('nothing is installed');
    const record = this.record(fn, circumstances, 'running');
    const execution = new Execution(this.state, record.id, circumstances, makersFor);
    try {
      const raw = callScript(execution, this.script, fn, args());
      record.outcome = 'completed';
      return { raw, value: exported(raw) };
    } catch (error) {
      Object.assign(record, outcomeOf(error));
      throw error;
    } finally {
      record.endedAt = this.state.clock.now();
    }
  }
}

/** `raw` is of the script's realm, `value` a copy of ours. */
interface Returned {
  readonly raw: unknown;
  readonly value: unknown;
}

function outcomeOf(error: unknown): Pick<ExecutionRecord, 'outcome' | 'error'> {
  const text = error instanceof Error ? error.message : String(error);
  if (!(error instanceof ExecutionKilled)) return { outcome: 'failed', error: text };
  return { outcome: text === TIME_IS_UP ? 'timed out' : 'killed', error: text };
}

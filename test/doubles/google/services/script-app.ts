/** ScriptApp: clock triggers and the state of authorisation. */
import { AuthMode, AuthorizationStatus, EventType, TriggerSource } from '../enums';
import { ServiceError } from '../errors';
import type { Execution } from '../execution';
import { Handles, handle, service, trigger } from '../service';
import { isDate } from '../signature';
import type { Schedule, TriggerRecord } from '../triggers';
import { SCRIPT_APP } from './scopes';

type ScriptApp = GoogleAppsScript.Script.ScriptApp;
type Trigger = GoogleAppsScript.Script.Trigger;
type TriggerBuilder = GoogleAppsScript.Script.TriggerBuilder;
type ClockTriggerBuilder = GoogleAppsScript.Script.ClockTriggerBuilder;
type AuthorizationInfo = GoogleAppsScript.Script.AuthorizationInfo;

const HOUR = 3_600_000;
const FULL = { mode: 'FULL', scopes: SCRIPT_APP } as const;
const triggers = new Handles<TriggerRecord>();

/** The global `ScriptApp`. */
export function scriptApp(run: Execution): ScriptApp {
  const { triggers: table } = run.state;
  const own = () => table.of(run.user).map((record) => triggerService(run, record));
  return service<ScriptApp>(run, 'ScriptApp', {
    AuthMode,
    AuthorizationStatus,
    EventType,
    TriggerSource,
    newTrigger: handle('string', (fn: string) => builder(run, fn), FULL),
    getProjectTriggers: trigger('', own, FULL),
    getUserTriggers: trigger('SpreadsheetApp.Spreadsheet', own, FULL),
    deleteTrigger: trigger(
      'ScriptApp.Trigger',
      (one: Trigger) => {
        // Google's wording for a trigger that is gone is not known.
        if (!table.remove(triggers.get(one).id)) throw new ServiceError('Trigger not found.');
      },
      FULL,
    ),
    getAuthorizationInfo: handle(
      'enum; enum, string[]',
      (_: unknown, scopes?: readonly string[]) => authorization(run, scopes),
      { mode: 'NONE' },
    ),
    requireScopes: handle('enum, string[]', (_: unknown, scopes: readonly string[]) => askFor(run, scopes)),
  });
}

/** Google shows its page of consent for what is missing, and ends the execution; that the script sees an exception is assumed. */
function askFor(run: Execution, scopes: readonly string[]): void {
  const withheld = run.state.withheld.get(run.user);
  const missing = scopes.filter((scope) => withheld?.has(scope));
  if (missing.length === 0) return;
  run.state.screen.consents.push(missing);
  throw new ServiceError('Authorization is required to perform that action.');
}

/** A person may leave single scopes unticked on the consent page: then the rest is granted, and asking again is up to the script. */
function authorization(run: Execution, scopes?: readonly string[]): AuthorizationInfo {
  const wanted = scopes ?? run.state.project.manifest.oauthScopes ?? [];
  const withheld = run.state.withheld.get(run.user) ?? new Set();
  const isMissing = wanted.some((scope) => withheld.has(scope));
  return service<AuthorizationInfo>(
    run,
    'ScriptApp.AuthorizationInfo',
    {
      getAuthorizationStatus: handle('', () =>
        isMissing ? AuthorizationStatus.REQUIRED : AuthorizationStatus.NOT_REQUIRED,
      ),
      getAuthorizationUrl: handle('', () => (isMissing ? 'https://script.google.com/authorize' : '')),
    },
    { mode: 'NONE' },
  );
}

function triggerService(run: Execution, record: TriggerRecord): Trigger {
  const self = service<Trigger>(run, 'ScriptApp.Trigger', {
    getUniqueId: handle('', () => record.id),
    getHandlerFunction: handle('', () => record.fn),
    getEventType: handle('', () => EventType.CLOCK),
    getTriggerSource: handle('', () => TriggerSource.CLOCK),
  });
  return triggers.set(self, record);
}

function builder(run: Execution, fn: string): TriggerBuilder {
  return service<TriggerBuilder>(run, 'ScriptApp.TriggerBuilder', {
    timeBased: handle('', () => clockBuilder(run, fn)),
  });
}

function clockBuilder(run: Execution, fn: string): ClockTriggerBuilder {
  const { triggers: table, clock } = run.state;
  let schedule: Schedule | undefined;
  const set = (next: Schedule): ClockTriggerBuilder => {
    schedule = next;
    return self;
  };
  const create = (): Trigger => {
    if (!schedule) throw new ServiceError('The trigger has no schedule.');
    return triggerService(run, table.install(fn, run.user, schedule));
  };
  const self: ClockTriggerBuilder = service<ClockTriggerBuilder>(run, 'ScriptApp.ClockTriggerBuilder', {
    everyMinutes: handle('int', (n: number) => set(table.everyMinutes(n))),
    everyHours: handle('int', (n: number) => set(table.every(positive(n) * HOUR))),
    everyDays: handle('int', (n: number) => set(table.every(positive(n) * 24 * HOUR))),
    after: handle('int', (ms: number) => set({ kind: 'once', at: clock.now() + positive(ms) })),
    at: handle('date', (date: unknown) => set({ kind: 'once', at: timeOf(date) })),
    create: trigger('', create, FULL),
  });
  return self;
}

function positive(n: number): number {
  if (n < 1) throw new ServiceError(`Invalid argument: ${n}`);
  return n;
}

const timeOf = (date: unknown): number => (isDate(date) ? date.getTime() : Number.NaN);

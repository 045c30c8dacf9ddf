/** What Google and Linkup are doing, as plain data. */
import type { GoogleHost } from '../../../doubles/google';
import { LIMITS } from '../../../doubles/google/limits';
import type { MenuRecord } from '../../../doubles/google/screen';
import { COLLEAGUE, OWNER, type Person, type ShownExecution, type ShownToast, type Vitals } from '../wire';
import { LATER } from './turns';

/** Executions that are told: the latest ones. */
const TOLD_EXECUTIONS = 40;

/** Toasts that are told: the page shows each once. */
const TOLD_TOASTS = 5;

/** Seconds that a toast stays when the script says nothing (Spreadsheet.toast reference). */
const TOAST_SECONDS = 5;

/** Where the add-on keeps a person's key. */
const KEY = 'linkup.key';

/** The part of the vitals that the host knows. `toastsOf` says who started the script behind each toast. */
export function vitalsOf(host: GoogleHost, toastsOf: ReadonlyMap<number, string>) {
  return {
    menus: host.menus.map(menuOf),
    toasts: toasts(host, toastsOf),
    executions: executions(host),
    triggers: host.triggers.map(({ id, fn, user, dueAt }) => ({ id, fn, user, nextAt: dueAt ?? 0 })),
    serviceCalls: host.calls.total,
    sheetCalls: host.calls.sheet,
    people: [OWNER, COLLEAGUE].map((user) => personOf(host, user)),
    fetchesPerDay: LIMITS.consumer.fetchesPerDay,
    triggerMsPerDay: LIMITS.consumer.triggerMsPerDay,
  } satisfies Partial<Vitals>;
}

/** Submenus are not drawn: the add-on has none. */
function menuOf({ name, items }: MenuRecord) {
  return { name, labels: items.map((item) => (item.kind === 'item' ? item.label : '')) };
}

/** Running ones are told however old they are. */
function executions({ executions: all }: GoogleHost): ShownExecution[] {
  const from = all.length - TOLD_EXECUTIONS;
  return all
    .filter(({ outcome, error }, i) => (i >= from || outcome === 'running') && error !== LATER)
    .map(({ error = '', ...execution }) => ({ ...execution, error }));
}

function toasts(host: GoogleHost, users: ReadonlyMap<number, string>): ShownToast[] {
  const all = host.toasts.map(({ message, title = '', seconds = TOAST_SECONDS }, id) => ({
    id,
    user: users.get(id) ?? '',
    title,
    message,
    seconds,
  }));
  return all.slice(-TOLD_TOASTS);
}

function personOf(host: GoogleHost, user: string): Person {
  const { fetches, triggerMs } = host.quota.of(user);
  return { user, connected: host.properties.user(user).has(KEY), fetches, triggerMs };
}

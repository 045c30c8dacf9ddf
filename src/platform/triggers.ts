/** The time-driven trigger that goes on when nobody is looking. The only file that touches ScriptApp, but for consent.ts. */
import { permissionIn } from '../enrichment/permissions';
import { asProblem, problemOf, thrownMessage, withCause } from '../enrichment/problem';
import { PROFILE } from './profile';

/** The entry points that a trigger calls; which of them tells how often it fires, for Google does not. */
const TRIGGER_HANDLER = 'advanceByClock';
const SELDOM_HANDLER = 'advanceSeldomByClock';

/** Arms and removes the one trigger of this add-on; all may be called at any time, any number of times. */
export interface Triggers {
  /** Throws `too-many-triggers` at Google's limit of 20 per account, `no-trigger` where Google refuses for another reason. */
  arm(often?: Often): void;
  disarm(): void;
  /** Whether there is one of the current account: a colleague's cannot be seen. */
  armed(): boolean;
}

/** often: as often as Google lets us · seldom: every half an hour, while there is hardly anything to be seen. */
export type Often = 'often' | 'seldom';

/** How often the trigger runs, in ms: the shortest that Google offers, a minute for bound scripts and an hour for add-ons (November 2026). */
export const TRIGGER_INTERVAL = PROFILE === 'addon' ? 3_600_000 : 60_000;

/** The same of one that runs seldom. */
export const SELDOM_INTERVAL = PROFILE === 'addon' ? TRIGGER_INTERVAL : 30 * 60_000;

/** Triggers that an account may have in a script (quotas page, November 2026). */
const MOST_TRIGGERS = 20;

const HANDLERS: Readonly<Record<Often, string>> = { often: TRIGGER_HANDLER, seldom: SELDOM_HANDLER };

/** Google's triggers, of the current account and this script. */
export function googleTriggers(app = ScriptApp): Triggers {
  return {
    arm: (often = 'often') => {
      const present = ours(app);
      if (present.length === 1 && present[0]?.getHandlerFunction() === HANDLERS[often]) return;
      // The old one goes first: it may have the last of the 20 places.
      remove(app, present);
      create(app, often);
    },
    disarm: () => remove(app, seen(app)),
    armed: () => seen(app).length > 0,
  };
}

type Trigger = GoogleAppsScript.Script.Trigger;

function all(app: typeof ScriptApp): Trigger[] {
  try {
    return app.getProjectTriggers();
  } catch (thrown) {
    throw problemOf('cannot-read', thrown);
  }
}

function ours(app: typeof ScriptApp): Trigger[] {
  const names = Object.values(HANDLERS);
  return all(app).filter((trigger) => names.includes(trigger.getHandlerFunction()));
}

/** Without the permission for triggers there is none that could be seen, or removed. */
function seen(app: typeof ScriptApp): Trigger[] {
  try {
    return ours(app);
  } catch (thrown) {
    if (asProblem(thrown).code === 'no-permission') return [];
    throw thrown;
  }
}

/** One that is gone already, by a person's hand for instance, need not go. */
function remove(app: typeof ScriptApp, triggers: readonly Trigger[]): void {
  for (const trigger of triggers) {
    try {
      app.deleteTrigger(trigger);
    } catch (thrown) {
      console.error(String(thrown));
    }
  }
}

/** Whether all places are taken is told by counting: Google says it in the person's language. */
function create(app: typeof ScriptApp, often: Often): void {
  try {
    const builder = newTrigger(app, often).timeBased();
    if (PROFILE === 'addon') builder.everyHours(1).create();
    else
      builder.everyMinutes(often === 'often' ? TRIGGER_INTERVAL / 60_000 : SELDOM_INTERVAL / 60_000).create();
  } catch (thrown) {
    if (permissionIn(thrownMessage(thrown))) throw problemOf('no-trigger', thrown);
    const full = all(app).length >= MOST_TRIGGERS || /too many/i.test(thrownMessage(thrown));
    throw withCause(full ? 'too-many-triggers' : 'no-trigger', thrownMessage(thrown));
  }
}

/** Each by its constant: the build looks up that such an entry point exists. */
function newTrigger(app: typeof ScriptApp, often: Often): GoogleAppsScript.Script.TriggerBuilder {
  return often === 'often' ? app.newTrigger(TRIGGER_HANDLER) : app.newTrigger(SELDOM_HANDLER);
}

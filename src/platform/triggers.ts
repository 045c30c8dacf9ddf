/** The time-driven trigger that goes on when nobody is looking. The only file that touches ScriptApp. */
import { Problem } from '../enrichment/problem';
import { PROFILE } from './profile';

/** The entry point that the trigger calls. */
export const TRIGGER_HANDLER = 'advanceByClock';

/** Arms and removes the one trigger of this add-on; both may be called at any time, any number of times. */
export interface Triggers {
  /** Throws `too-many-triggers` at Google's limit of 20 per account. */
  arm(): void;
  disarm(): void;
  /** Whether there is one of the current account: a colleague's cannot be seen. */
  armed(): boolean;
}

/** The trigger's interval in ms: the shortest that Google offers, a minute for bound scripts and an hour for add-ons (November 2026). */
export const TRIGGER_INTERVAL = PROFILE === 'addon' ? 3_600_000 : 60_000;

/** Google's triggers, of the current account and this script. */
export function googleTriggers(app = ScriptApp): Triggers {
  return {
    arm: () => {
      if (ours(app).length === 0) create(app);
    },
    disarm: () => {
      for (const trigger of ours(app)) app.deleteTrigger(trigger);
    },
    armed: () => ours(app).length > 0,
  };
}

function ours(app: typeof ScriptApp): GoogleAppsScript.Script.Trigger[] {
  return app.getProjectTriggers().filter((trigger) => trigger.getHandlerFunction() === TRIGGER_HANDLER);
}

function create(app: typeof ScriptApp): void {
  try {
    const builder = app.newTrigger(TRIGGER_HANDLER).timeBased();
    if (PROFILE === 'addon') builder.everyHours(1).create();
    else builder.everyMinutes(TRIGGER_INTERVAL / 60_000).create();
  } catch (thrown) {
    if (thrown instanceof Error && /too many triggers/i.test(thrown.message))
      throw new Problem('too-many-triggers');
    throw thrown;
  }
}

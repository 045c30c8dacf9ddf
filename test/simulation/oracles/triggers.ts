/** Promise 6 for whatever starts by itself: who has something to wait for has a trigger, and nobody else. */
import { PEOPLE } from '../engine/cast';
import type { Stage } from '../engine/stage';
import { type Violation, violation } from './violation';

/** A mandate, as far as an oracle reads it. */
interface Kept {
  readonly id: unknown;
  readonly enrichment: unknown;
  readonly next?: unknown;
}

/** By so much the trigger may come after an hour that is due, in ms. */
const LATE = 2 * 3_600_000;

/** Looks at everybody's triggers and mandates once all has come to rest. */
export function checkNeeded(stage: Stage): Violation[] {
  const live = stage.runs.live().filter(({ paused }) => paused === undefined);
  const isMarked = [...stage.host.properties.document.keys()].some((key) => key.startsWith('linkup.post.'));
  return PEOPLE.flatMap((user) => {
    const wanted = new Set(schedulesShown(stage).map(({ mandate }) => mandate));
    const waiting = mandatesOf(stage, user).filter(({ id, next }) => next !== undefined && wanted.has(id));
    const triggers = stage.host.triggers.filter((each) => each.user === user).length;
    const found: Violation[] = [];
    if (triggers > 1) found.push(violation(6, `${user} has ${triggers} triggers`));
    if (waiting.length > 0 && triggers === 0 && isAsTold(stage))
      found.push(violation(6, `what ${user} has refreshed by itself never starts: there is no trigger`));
    if (waiting.length === 0 && live.length === 0 && !isMarked && triggers > 0)
      found.push(violation(6, `${user} has a trigger, and nothing to wait for`));
    return found;
  });
}

/** Whoever opens the sidebar is told the truth: what is said to start next does so. */
export function checkShown(stage: Stage): Violation[] {
  if (!isAsTold(stage)) return [];
  const live = new Set(stage.runs.live().map(({ enrichment }) => enrichment));
  const kept = PEOPLE.flatMap((user) => mandatesOf(stage, user));
  return schedulesShown(stage).flatMap(({ enrichment, mandate }) => {
    const own = kept.find(({ id }) => id === mandate);
    if (live.has(enrichment)) return [];
    if (own?.next === undefined)
      return [violation(6, `${enrichment} is said to be refreshed by itself, and nobody does it`)];
    return Number(own.next) >= stage.clock.now() - LATE
      ? []
      : [violation(6, `${enrichment} was due, and nothing was started`)];
  });
}

/** Whether nobody wrote into the document what they liked: what cannot be read is as good as removed. */
function isAsTold({ tally }: Stage): boolean {
  return !('refreshing is forged' in tally.userActions);
}

/** The mandates of a person. */
function mandatesOf({ host }: Stage, user: string): Kept[] {
  return [...host.properties.user(user)].flatMap(([key, json]) =>
    key.startsWith('linkup.mandate.') ? [JSON.parse(json)] : [],
  );
}

/** Those schedules of the document that are not said to be off. */
function schedulesShown({ host }: Stage): { readonly enrichment: string; readonly mandate: unknown }[] {
  return [...host.properties.document].flatMap(([key, json]) => {
    const shown = key.startsWith('linkup.schedule.') ? JSON.parse(json) : { off: true };
    return shown.off === undefined ? [{ enrichment: String(shown.enrichment), mandate: shown.mandate }] : [];
  });
}

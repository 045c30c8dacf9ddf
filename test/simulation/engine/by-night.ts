/** Plays nights in which an enrichment is refreshed by itself, up to the morning on which nobody wants that any more. */
import { violations } from '../oracles/all';
import { checkNeeded, checkShown } from '../oracles/triggers';
import type { Violation } from '../oracles/violation';
import { OWNER } from './cast';
import type { Director } from './director';
import { lookAtChains } from './mend-chains';
import { STEP } from './nights';
import type { Nights } from './scenario';
import type { Stage } from './stage';
import { finish, HOUR, heal, letTimePass, saveAgain } from './until-done';
import type { Watch } from './watch';

/** Within so many hours, and as many looks of the rarest trigger, all is as it should be. */
const SETTLED = 5;

/** Plays them, and asks the oracles. */
export function throughNights(stage: Stage, watch: Watch, director: Director, nights: Nights): Violation[] {
  const { hours, failureRate, forgets, happenings } = nights;
  const { knobs } = stage.linkup;
  const { failureCodes } = knobs;
  director.begin(happenings);
  Object.assign(knobs, { failureRate, failureCodes: ['INTERNAL_SERVER_ERROR'] });
  stage.forgotten = forgets;
  for (let passed = 0; passed < hours; passed += STEP) {
    director.quiet();
    letHoursPass(stage, STEP);
  }
  director.end();
  Object.assign(knobs, { failureCodes });
  heal(stage, watch);
  for (const user of stage.here) stage.ask(user, 'start', null);
  const asWanted = [...settled(stage), ...checkShown(stage)];
  removeAll(stage);
  const atLast = settled(stage);
  finish(stage);
  saveAgain(stage);
  lookAtChains(stage);
  return [...asWanted, ...atLast, ...violations(stage, watch, false)];
}

/** Hours pass, also when there is nothing to wait for. */
function letHoursPass(stage: Stage, hours: number): void {
  const end = stage.clock.now() + hours * HOUR;
  letTimePass(stage, hours * HOUR);
  stage.host.runClock(end);
}

/** Lets all come to rest: there are the triggers that are needed, and no others. */
function settled(stage: Stage): Violation[] {
  const { state, clock, host } = stage;
  for (const trigger of state.triggers.records)
    trigger.dueAt = Math.min(trigger.dueAt ?? Number.POSITIVE_INFINITY, clock.now() + HOUR);
  host.runClock(clock.now() + SETTLED * HOUR);
  return checkNeeded(stage);
}

/** Nobody wants anything refreshed any more. */
function removeAll(stage: Stage): void {
  for (const id of stage.sheets.flatMap(({ enrichments }) => [...enrichments.keys()])) {
    const { code } = stage.ask(OWNER, 'removeSchedule', { id });
    if (code === undefined) stage.runs.schedules.end(id, OWNER);
  }
}

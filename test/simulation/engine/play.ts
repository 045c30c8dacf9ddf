/** Plays one scenario to its end and asks the oracles: press Enrich, let time pass, heal everything, look; ask again, look again. */
import { NotModelledError, type Profile } from '../../doubles/google';
import { isForged, violations } from '../oracles/all';
import { checkEnding, checkReasons, checkStanding } from '../oracles/ending';
import { type Violation, violation } from '../oracles/violation';
import { enrichAll } from '../people/chains';
import { enrich } from '../people/sidebar';
import { throughNights } from './by-night';
import { OWNER, PEOPLE } from './cast';
import { count, type Tally } from './counts';
import { Director, type Witness } from './director';
import { noteKnobs } from './knob-counts';
import { lookAtChains } from './mend-chains';
import type { Scenario } from './scenario';
import { type Editions, type Files, Stage } from './stage';
import { endByHand, finish, HOUR, heal, isUnfinished, letTimePass, saveAgain } from './until-done';
import { Watch } from './watch';

/** What became of a scenario. */
export interface Report {
  readonly scenario: Scenario;
  readonly violations: readonly Violation[];
  /** What happened when, in words. */
  readonly trace: readonly string[];
  readonly tally: Tally;
  /** Calls that reached a service while things could happen. */
  readonly calls: number;
}

/** The add-on as it is built for either profile, and its first edition. */
export interface Builds extends Readonly<Record<Profile, Files>> {
  readonly first: Files;
}

/** Plays a scenario on the build that it asks for. */
export function playOn(builds: Builds, scenario: Scenario, witness?: Witness): Report {
  const ours = builds[scenario.google.profile];
  return play(
    scenario,
    scenario.firstEdition ? { files: builds.first, update: ours } : { files: ours },
    witness,
  );
}

/** Plays it. Throws only when the simulation itself is wrong. */
function play(scenario: Scenario, editions: Editions, witness?: Witness): Report {
  const stage = new Stage(scenario, editions);
  const watch = new Watch(stage);
  const director = new Director(stage, watch, scenario.happenings, witness);
  const found: Violation[] = [];
  let calls = 0;
  try {
    begin(stage, scenario);
    while (director.quiet()) letTimePass(stage, HOUR);
    noteKnobs(scenario, stage);
    // A record that somebody forged may be nobody's, and wait until a person looks.
    if (!isForged(stage) && !scenario.stopsIt) found.push(...checkStanding(stage), ...checkReasons(stage));
    director.end();
    calls = director.count;
    heal(stage, watch);
    if (scenario.stopsIt) found.push(...stopEverything(stage, scenario));
    finish(stage);
    if (isForged(stage)) endByHand(stage);
    saveAgain(stage);
    lookAtChains(stage);
    found.push(...violations(stage, watch, false));
    if (scenario.again && found.length === 0) found.push(...onceMore(stage, watch, scenario));
    if (scenario.nights && found.length === 0 && !isForged(stage))
      found.push(...throughNights(stage, watch, director, scenario.nights));
    if (director.isEndless) found.push(violation(6, `no end after ${director.count} service calls`));
  } catch (thrown) {
    if (!(thrown instanceof NotModelledError)) throw thrown;
    found.push(violation(6, `the script did what Google does not know: ${thrown.message}`));
  }
  if (scenario.theme) count(stage.tally.themes, scenario.theme);
  stage.tally.executions = stage.host.executions.length;
  return { scenario, violations: found, trace: director.trace, tally: stage.tally, calls };
}

function begin(stage: Stage, { halfCap, stopsIt, seed, chain }: Scenario): void {
  if (chain === 'in one go') pressAllColumns(stage, halfCap ? 0.5 : 1);
  else if (halfCap) agreeToHalf(stage);
  else pressEnrichEverywhere(stage);
  letTimePass(stage, stopsIt ? (seed % 600) * 1_000 : 3 * HOUR);
}

/** A run can be ended by a person at any moment: Stop, and within two looks it is gone, with its trigger. */
function stopEverything(stage: Stage, { linkup }: Scenario): Violation[] {
  endByHand(stage);
  for (let look = 0; look < 2 && isUnfinished(stage); look++) {
    for (const user of PEOPLE) stage.press('Check for results now', user);
    letTimePass(stage, HOUR);
  }
  // A task that never ends keeps its run open for a day.
  return linkup.stuckEvery === undefined ? checkEnding(stage) : [];
}

/** Whoever was refused by their own limit has lifted it: what it kept from being asked is not lost. */
function onceMore(stage: Stage, watch: Watch, { chain }: Scenario): Violation[] {
  stage.liftLimits();
  if (chain) {
    // One by one they would be asked with whatever stands there at that moment.
    pressAllColumns(stage);
    finish(stage);
  }
  pressEnrichEverywhere(stage);
  finish(stage);
  lookAtChains(stage);
  return violations(stage, watch, true);
}

function pressAllColumns(stage: Stage, share = 1): void {
  for (const sheet of stage.sheets) if (stage.has(sheet)) enrichAll(stage, sheet, OWNER, share);
}

function pressEnrichEverywhere(stage: Stage): void {
  for (const sheet of stage.sheets) {
    for (let choice = 1; choice <= sheet.enrichments.size; choice++) {
      if (stage.has(sheet)) stage.press('Enrich…', OWNER, sheet, choice);
    }
  }
}

/** The menu offers all or nothing; in the sidebar people agree to any cap. */
function agreeToHalf(stage: Stage): void {
  for (const sheet of stage.sheets)
    for (const [id] of stage.present(sheet))
      enrich(stage, { id, user: OWNER, scope: 'fill', overwrite: false }, 0.5);
}

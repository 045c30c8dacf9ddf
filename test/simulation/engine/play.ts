/** Plays one scenario to its end and asks the oracles: press Enrich, let time pass, heal everything, look; ask again, look again. */
import { NotModelledError, type Profile } from '../../doubles/google';
import type { LinkupDouble, LinkupKnobs } from '../../doubles/linkup';
import { isForged, violations } from '../oracles/all';
import { checkEnding, checkReasons, checkStanding } from '../oracles/ending';
import { type Violation, violation } from '../oracles/violation';
import { restoreDefinitions } from '../people/forger';
import { arrive, isBack } from '../people/inputs';
import { enrich } from '../people/sidebar';
import { ACME, BALANCE, BETA, COLLEAGUE, OWNER, PEOPLE } from './cast';
import { count, type Tally } from './counts';
import { Director, type Witness } from './director';
import { STRANGER } from './faults';
import { noteKnobs } from './knob-counts';
import type { Scenario } from './scenario';
import { type Editions, type Files, Stage } from './stage';
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

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Places in Linkup's queue when nothing is wrong with it. */
const PLACES = 100;

/** Linkup when nothing is wrong with it. Tasks that are stuck stay so, but no longer take everybody's places, however many they are. */
function healthy({ tasks }: LinkupDouble): Partial<LinkupKnobs> {
  const stuck = tasks.filter(({ endsAt }) => endsAt === Number.POSITIVE_INFINITY);
  return {
    neighbours: { slots: 0, everyMs: null, perListRead: 0 },
    failureRate: 0,
    stuck: () => false,
    queueLimit: PLACES + stuck.length,
  };
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
    found.push(...violations(stage, watch, false));
    if (director.isEndless) found.push(violation(6, `no end after ${director.count} service calls`));
    if (scenario.again && found.length === 0) found.push(...onceMore(stage, watch));
  } catch (thrown) {
    if (!(thrown instanceof NotModelledError)) throw thrown;
    found.push(violation(6, `the script did what Google does not know: ${thrown.message}`));
  }
  if (scenario.theme) count(stage.tally.themes, scenario.theme);
  stage.tally.executions = stage.host.executions.length;
  return { scenario, violations: found, trace: director.trace, tally: stage.tally, calls };
}

/** A Save that was cut short is completed by the next. */
function saveAgain({ saving, host }: Stage): void {
  for (const [id, save] of saving) if (host.properties.document.has(`linkup.enrichment.${id}`)) save();
}

function begin(stage: Stage, { halfCap, stopsIt, seed }: Scenario): void {
  if (halfCap) agreeToHalf(stage);
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

/** Whoever may edit the document can stop what goes on in it. */
function endByHand(stage: Stage): void {
  for (const { enrichment } of stage.runs.live())
    for (const user of PEOPLE) stage.ask(user, 'stop', { id: enrichment });
  for (const user of PEOPLE) stage.press('Stop', user);
  letTimePass(stage, HOUR);
}

function onceMore(stage: Stage, watch: Watch): Violation[] {
  pressEnrichEverywhere(stage);
  finish(stage);
  return violations(stage, watch, true);
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

/** Lets the triggers work until there are none, more and more rarely: who waits for hours need not be looked at every minute. */
function letTimePass(stage: Stage, limitMs: number): void {
  const { host, clock } = stage;
  const end = clock.now() + limitMs;
  const own = stage.jitterMs;
  for (const jitterMs of [own, 10 * MINUTE, 2 * HOUR]) {
    stage.jitterMs = jitterMs;
    const until = jitterMs > HOUR ? end : Math.min(end, clock.now() + 8 * MINUTE + 4 * jitterMs);
    host.runClock({ until: () => host.triggers.length === 0, limitMs: Math.max(0, until - clock.now()) });
  }
  stage.jitterMs = own;
}

/** Everything works again, and the person puts right what only a person can. */
function heal(stage: Stage, watch: Watch): void {
  const { state, linkup, wire, clock } = stage;
  wire.mend();
  stage.update();
  restoreDefinitions(stage);
  stage.failWriteAfter(Number.POSITIVE_INFINITY);
  state.locks.release('document', STRANGER);
  for (const trigger of state.triggers.records) trigger.dueAt ??= clock.now() + MINUTE;
  Object.assign(linkup.knobs, healthy(linkup));
  for (const organization of [ACME, BETA]) linkup.bill.setBalance(organization, BALANCE);
  for (const user of stage.here) stage.ask(user, 'connect', { key: stage.keyOf(user) });
  for (const [id, columns] of stage.removing) stage.ask(OWNER, 'remove', { id, columns });
  for (const sheet of stage.sheets) {
    if (!stage.has(sheet)) continue;
    const { shadow } = sheet;
    const mended = [shadow.restoreHeadings(), arrive(shadow), isBack(shadow)];
    if (mended.includes(true)) watch.touch(sheet);
  }
}

/** A person looks for results until nothing is left, at most for two days. */
function finish(stage: Stage): void {
  for (let look = 0; look < 2 && isUnfinished(stage); look++) {
    for (const user of [OWNER, COLLEAGUE]) stage.press('Check for results now', user);
    letTimePass(stage, 26 * HOUR);
  }
}

function isUnfinished({ runs, host }: Stage): boolean {
  return runs.live().length > 0 || host.triggers.length > 0;
}

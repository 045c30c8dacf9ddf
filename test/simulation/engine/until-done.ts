/** Time that passes, and everything put right again: the end of a scenario, whatever went on in it. */
import type { LinkupDouble, LinkupKnobs } from '../../doubles/linkup';
import { restoreDefinitions } from '../people/forger';
import { arrive, isBack } from '../people/inputs';
import { ACME, BALANCE, BETA, COLLEAGUE, OWNER, PEOPLE } from './cast';
import { STRANGER } from './faults';
import { mendChain, usedOn } from './mend-chains';
import type { Stage } from './stage';
import type { Watch } from './watch';

const MINUTE = 60_000;
/** In ms. */
export const HOUR = 60 * MINUTE;

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

/** A Save that was cut short is completed by the next. */
export function saveAgain({ saving, host }: Stage): void {
  for (const [id, save] of saving) if (host.properties.document.has(`linkup.enrichment.${id}`)) save();
}

/** Whoever may edit the document can stop what goes on in it. */
export function endByHand(stage: Stage): void {
  for (const { enrichment } of stage.runs.live())
    for (const user of PEOPLE) stage.ask(user, 'stop', { id: enrichment });
  for (const user of PEOPLE) stage.press('Stop', user);
  letTimePass(stage, HOUR);
}

/** Lets the triggers work until there are none, more and more rarely: who waits for hours need not be looked at every minute. */
export function letTimePass(stage: Stage, limitMs: number): void {
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
export function heal(stage: Stage, watch: Watch): void {
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
    const mended = [shadow.restoreHeadings(usedOn(sheet)), arrive(shadow), isBack(shadow)];
    if (mended.includes(true)) watch.touch(sheet);
    mendChain(stage, sheet);
  }
}

/** A person looks for results until nothing is left, at most for two days. */
export function finish(stage: Stage): void {
  for (let look = 0; look < 2 && isUnfinished(stage); look++) {
    for (const user of [OWNER, COLLEAGUE]) stage.press('Check for results now', user);
    letTimePass(stage, 26 * HOUR);
  }
}

/** Whether a run or a trigger is left. */
export function isUnfinished({ runs, host }: Stage): boolean {
  return runs.live().length > 0 || host.triggers.length > 0;
}

/** What a person does with a run that goes on: follow it, move it forward, take it up again, stop it. */
import { Problem } from '../../enrichment/problem';
import { readOnce } from '../../platform/properties';
import { advance, advanceAlone, type Caller, LONGEST_STAY } from '../cycle/advance';
import { canCollect } from '../cycle/pausing';
import { ownAgreements } from '../record/agreement';
import { enrichmentMeant } from '../record/enrichments';
import { keyOf } from '../record/key';
import { checkLayout, isNewer } from '../record/layout';
import { requestGoingOn, shallGoOn } from '../record/requests';
import { liveRun, type Run, runsIn } from '../record/run';
import { noteLook } from '../record/so-far';
import { reportOn } from '../report/report';
import type { Report } from '../report/report-types';
import type { Services } from '../services';
import { inTurnOr } from '../turn';
import { arm } from './arm';
import type { Worked } from './choice-types';
import { stop } from './stop';

/** The open sidebar moves runs forward for as long as Google lets it; the page calls again right after. */
const WORKER: Caller = { by: 'sidebar', budget: LONGEST_STAY, leaves: true };

/** A page from before an update only looks: where nobody works, its look does so for a while. In ms. */
const FOLLOW: Caller = { by: 'sidebar', budget: 10_000, leaves: true };
const LEFT_ALONE = 5_000;

const RESUME: Caller = { by: 'sidebar', budget: 5_000, resume: true };

/** How a run stands; null when there never was one. Of one that somebody works on nothing is read but its record. */
export function followRun(services: Services, id: string): Report | null {
  const looking = lookingOnly(services);
  const e = enrichmentMeant(looking.documents, id);
  const properties = looking.documents.all();
  if (isNewer(properties)) return reportOn(looking, e);
  const live = liveRun(properties, id);
  if (live) noteLook(looking.documents, live.id, services.clock.now());
  const isMoved = live !== undefined && isLeftAlone(looking, live);
  if (isMoved) advance(services, FOLLOW);
  const report = reportOn(isMoved ? services : looking, e);
  if (!report || !isForgotten(report)) return report;
  arm(services);
  return reportOn(services, e);
}

/** Page after page asks every other second. */
function lookingOnly(services: Services): Services {
  return { ...services, documents: readOnce(services.documents), user: readOnce(services.user) };
}

/** Whether a run of this person is one that nobody has looked after for a while, and something can be done for it. */
function isLeftAlone(services: Services, run: Run): boolean {
  const isRecent = services.clock.now() - (run.looked ?? run.startedAt) < LEFT_ALONE;
  return !isRecent && ownAgreements(services).isMine(run) && mayGoOn(services, run);
}

function mayGoOn({ user }: Services, run: Run): boolean {
  return canCollect(run) || shallGoOn(user, run);
}

/** Whether somebody has deleted its trigger by hand: the page would promise what never comes. */
function isForgotten({ state, by, goesOn }: Report): boolean {
  return (state === 'working' || state === 'stopping') && by === '' && !goesOn;
}

/** Moves all runs of the person forward as long as that is of use and nobody else is at it. Returns how that ended. */
export function work(services: Services): Worked {
  const agreements = ownAgreements(services);
  const own = runsIn(services.documents.all()).filter(agreements.isMine);
  if (own.length === 0) return 'idle';
  if (!own.some((run) => mayGoOn(services, run))) return 'paused';
  return advance(services, WORKER, agreements.account).state;
}

/**
 * Takes up what paused, as a person may have mended the reason; where an execution is at work on the document, it or the next one of
 * this person does. Throws `no-key`, and `not-yours` for somebody else's run.
 */
export function resumeRun(services: Services, id: string): Report | null {
  const e = enrichmentMeant(services.documents, id);
  checkLayout(services.documents, e);
  keyOf(services.user);
  const isWorking = inTurnOr(
    services,
    (turn) => advanceAlone(services, RESUME, turn).state === 'working',
    () => asksToGoOn(services),
  );
  if (isWorking) arm(services);
  const report = reportOn(services, e);
  if (report?.by) throw new Problem('not-yours', report.by);
  return report;
}

/** Asks that all paused runs of the person go on, by a trigger at the latest. Whether there are any. */
export function asksToGoOn(services: Services): boolean {
  const { user, documents } = services;
  const own = runsIn(documents.all()).filter(ownAgreements(services).isMine);
  const paused = own.filter((run) => run.paused);
  for (const run of paused) requestGoingOn(user, run.id);
  if (paused.length > 0) arm(services);
  return paused.length > 0;
}

/** Asks nothing more. Anybody who may edit the document may stop a run, with whatever key it was started. */
export function stopRun(services: Services, id: string): Report | null {
  const e = enrichmentMeant(services.documents, id);
  const live = liveRun(services.documents.all(), id);
  if (live) stop(services, live);
  return reportOn(services, e);
}

/** What a person does with a run that goes on: follow it, take it up again, stop it. Whoever asks also moves it forward. */
import { asProblem, Problem } from '../../enrichment/problem';
import { isUnseen } from '../../enrichment/row-question';
import { isFinal } from '../../sheet/ledger';
import type { Row } from '../../sheet/table';
import { advance, advanceAlone, type Caller } from '../cycle/advance';
import { canCollect } from '../cycle/pausing';
import { ownAgreements } from '../record/agreement';
import { enrichmentMeant } from '../record/enrichments';
import { keyOf } from '../record/key';
import { requestGoingOn, shallGoOn } from '../record/requests';
import { runsIn } from '../record/run';
import { liveRun, reportOn } from '../report/report';
import type { Report } from '../report/report-types';
import type { Services } from '../services';
import { inTurnOr } from '../turn';
import { stop } from './stop';

/** Long enough for a window, short enough that the page's numbers stay fresh: it asks again right after. In ms. */
const FOLLOW: Caller = { by: 'sidebar', budget: 10_000, leaves: true };

const RESUME: Caller = { by: 'sidebar', budget: 5_000, resume: true };

/** Moves a run forward where that is of use and nobody else is at it, and reports on it; null when there never was one. */
export function followRun(services: Services, id: string): Report | null {
  const e = enrichmentMeant(services.documents, id);
  const live = liveRun(services.documents.all(), id);
  if (live && ownAgreements(services).isMine(live) && (canCollect(live) || shallGoOn(services.user, live))) {
    const { state, jobs = [] } = advance(services, FOLLOW);
    // Somebody may have deleted it by hand: the page would promise what never comes.
    if (state === 'working' && !services.triggers.armed()) arms(services);
    // What was just read and verified need not be read again to be counted.
    const seen = jobs.find(({ run }) => run.id === live.id);
    if (seen && !seen.rows.some(isUnseenFailure)) return reportOn(services, e, () => seen);
    if (state === 'busy') return reportOn(services, e, 'counted');
  }
  return reportOn(services, e);
}

/** A row that failed is called by what stands in it. */
function isUnseenFailure({ question, ledger: { state } }: Row): boolean {
  return isUnseen(question) && state !== undefined && isFinal(state.state) && state.state !== 'done';
}

/**
 * Takes up what paused, as a person may have mended the reason; where an execution is at work on the document, it or the next one of
 * this person does. Throws `no-key`, and `not-yours` for somebody else's run.
 */
export function resumeRun(services: Services, id: string): Report | null {
  const e = enrichmentMeant(services.documents, id);
  keyOf(services.user);
  const isWorking = inTurnOr(
    services,
    (turn) => advanceAlone(services, RESUME, turn).state === 'working',
    () => asksToGoOn(services),
  );
  if (isWorking) arms(services);
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
  if (paused.length > 0) arms(services);
  return paused.length > 0;
}

/** Without a trigger the run still works while somebody looks; the report says so. */
function arms({ triggers }: Services): void {
  try {
    triggers.arm();
  } catch (thrown) {
    console.error(String(asProblem(thrown)));
  }
}

/** Asks nothing more. Anybody who may edit the document may stop a run, with whatever key it was started. */
export function stopRun(services: Services, id: string): Report | null {
  const e = enrichmentMeant(services.documents, id);
  const live = liveRun(services.documents.all(), id);
  if (live) stop(services, live);
  return reportOn(services, e);
}

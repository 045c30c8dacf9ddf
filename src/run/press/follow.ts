/** What a person does with a run that goes on: follow it, take it up again, stop it. Whoever asks also moves it forward. */
import { asProblem, Problem } from '../../enrichment/problem';
import { advance, advanceAlone, type Caller } from '../cycle/advance';
import { canCollect } from '../cycle/pausing';
import { ownAgreements } from '../record/agreement';
import { enrichmentMeant } from '../record/enrichments';
import { liveRun, reportOn } from '../report/report';
import type { Report } from '../report/report-types';
import type { Services } from '../services';
import { inTurn } from '../turn';
import { stop } from './stop';

/** Long enough for several cycles, short enough that the page's numbers stay fresh: it asks again right after. */
const FOLLOW: Caller = { by: 'sidebar', budget: 6_000 };

const RESUME: Caller = { by: 'sidebar', budget: 5_000, resume: true };

/** Moves a run forward where that is of use and nobody else is at it, and reports on it; null when there never was one. */
export function followRun(services: Services, id: string): Report | null {
  const e = enrichmentMeant(services.documents, id);
  const live = liveRun(services.documents.all(), id);
  if (live && ownAgreements(services).isMine(live) && canCollect(live)) {
    const { state } = advance(services, FOLLOW);
    // Somebody may have deleted it by hand: the page would promise what never comes.
    if (state === 'working' && !services.triggers.armed()) arms(services);
  }
  return reportOn(services, e);
}

/** Takes up what paused, as a person may have mended the reason. Throws `busy`, `no-key`, and `not-yours` for somebody else's run. */
export function resumeRun(services: Services, id: string): Report | null {
  const e = enrichmentMeant(services.documents, id);
  const progress = inTurn(services, () => advanceAlone(services, RESUME));
  if (progress.state === 'working') arms(services);
  const report = reportOn(services, e);
  if (report?.by) throw new Problem('not-yours', report.by);
  return report;
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

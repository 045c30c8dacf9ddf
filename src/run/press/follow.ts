/** What a person does with a run that goes on: follow it, take it up again, stop it. Whoever asks also moves it forward. */
import { Problem } from '../../enrichment/problem';
import { advance, advanceAlone, type Caller } from '../cycle/advance';
import { canCollect } from '../cycle/pausing';
import { ownAgreements } from '../record/agreement';
import { enrichmentMeant } from '../record/enrichments';
import { forgetRequests, request } from '../record/requests';
import { liveRun, reportOn } from '../report/report';
import type { Report } from '../report/told';
import type { Services } from '../services';
import { inTurn } from '../turn';

/** Long enough for several cycles, short enough that the page's numbers stay fresh: it asks again right after. */
const FOLLOW: Caller = { by: 'sidebar', budget: 6_000 };

const RESUME: Caller = { by: 'sidebar', budget: 5_000, resume: true };

/** One cycle lets go of what waits. */
const STOP: Caller = { by: 'sidebar', budget: 0 };

/** Moves a run forward where that is of use and nobody else is at it, and reports on it; null when there never was one. */
export function followRun(services: Services, id: string): Report | null {
  const e = enrichmentMeant(services.documents, id);
  const live = liveRun(services.documents.all(), id);
  if (live && ownAgreements(services).isMine(live) && canCollect(live)) advance(services, FOLLOW);
  return reportOn(services, e);
}

/** Takes up what paused, as a person may have mended the reason. Throws `busy`, `no-key`, and `not-yours` for somebody else's run. */
export function resumeRun(services: Services, id: string): Report | null {
  const e = enrichmentMeant(services.documents, id);
  const progress = inTurn(services, () => advanceAlone(services, RESUME));
  if (progress.state === 'working') services.triggers.arm();
  const report = reportOn(services, e);
  if (report?.by) throw new Problem('not-yours', report.by);
  return report;
}

/** Asks nothing more. Anybody who may edit the document may stop a run, with whatever key it was started. */
export function stopRun(services: Services, id: string): Report | null {
  const { documents } = services;
  const e = enrichmentMeant(documents, id);
  const live = liveRun(documents.all(), id);
  if (live) {
    request(documents, live.id, 'stop');
    if (ownAgreements(services).isMine(live)) advance(services, STOP);
    // It may have ended at this very moment: then nobody is left to obey.
    if (liveRun(documents.all(), id)?.id !== live.id) forgetRequests(documents, live.id);
  }
  return reportOn(services, e);
}

/** A start that is given up: nothing of it was asked, its rows are let go, and the run is forgotten. */
import { Problem, unlessProblem } from '../../enrichment/problem';
import { abandon } from '../cycle/waiting-rows';
import { clearMark, leaveMark, type Mark, markOf } from '../record/marks';
import { saveRun } from '../record/run';
import type { Job } from '../rows/job';
import { leftToNext } from '../rows/left-to-next';
import { realign } from '../rows/realign';
import type { Services } from '../services';

/** A run whose rows could not all be reserved asks nothing. Where even letting go fails, the next execution does it. */
export function giveUp(services: Services, job: Job, mark: Mark): void {
  try {
    job.load();
    realign(job, () => services.workbook.flush(), false);
    abandon(services, job);
    if (leftToNext(job.rows).length === 0) clearMark(services.documents, mark);
  } catch (thrown) {
    if (!(thrown instanceof Problem)) throw thrown;
  }
}

/** A run that was reserved is given up before anything of it was asked. */
export function giveUpReserved(services: Services, job: Job): void {
  const mark = markOf(job.run);
  // On record first: whoever finds it so lets its rows go.
  unlessProblem(() => saveRun(services.documents, { ...job.run, reserving: true }));
  unlessProblem(() => leaveMark(services.documents, mark));
  giveUp(services, job, mark);
}

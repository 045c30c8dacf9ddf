/** Answers that are brought home while others ask with them: what those ask moves along, and beside it stand their ledgers of before. */
import { runsIn } from '../record/run';
import type { Job } from '../rows/job';
import { earlierOf } from './earlier';
import type { Execution } from './execution';

/**
 * Before a run's ledgers are moved: a mark says so, and so does one for each run that waits for its answers. This execution looks at
 * those anew before they take further rows; should it die or end first, the next one does.
 */
export function noteMoving(execution: Execution, job: Job): void {
  const { agreements, marks, services, disturbed } = execution;
  // That of a start which was cut short stays for the next one.
  if (job.run.reserving) return;
  marks.leave(job.run);
  if (!agreements.of(job.run)?.pool) return;
  for (const run of runsIn(services.documents.all())) {
    if (!earlierOf(execution, { run }).some((one) => one.run === job.run.id)) continue;
    marks.leaveFor(run.enrichment, run.sheetId, services.newId());
    disturbed.add(run.id);
  }
}

/** The opening of an execution: the sheets of the runs are read, and whatever an execution that died left behind is put right. */
import { asProblem, type Problem } from '../../enrichment/problem';
import { STATUS } from '../../enrichment/status';
import { endedUnder } from '../../enrichment/words';
import type { Row } from '../../sheet/table';
import { isBlank } from '../../sheet/written';
import { agreedStep } from '../record/agreed-step';
import { checkAgreement } from '../record/agreed-terms';
import { enrichmentById, revisionOf } from '../record/enrichments';
import { requested } from '../record/requests';
import { keepRoom } from '../record/reserve';
import { type Run, saveRun } from '../record/run';
import { Job } from '../rows/job';
import { wasHeld } from '../rows/standing';
import { adoptKept } from './adopt-kept';
import { endNow } from './end-now';
import type { Execution } from './execution';
import { attempt, faultOf, logBug } from './faults';
import { afterTrouble } from './next-look';
import { troubled } from './passing-faults';
import { pausedBy } from './pausing';
import { putTogether } from './read-anew';
import { clearBeyond, recover } from './recover';
import { abandon, tellWaiting } from './waiting-rows';

/** How an execution begins. */
export interface Opening {
  /** Whether a run is on record, with whatever key. */
  readonly isLive: (run: string) => boolean;
  /** Whether to take a run up again that paused for a reason a person may have mended. */
  readonly resumes: (run: Run) => boolean;
  /** Jobs that were read just now. */
  readonly known: readonly Job[];
}

/** Reads the sheets of the runs that are not `known` yet; a run whose sheet or columns are gone is ended or paused instead. */
export function open(execution: Execution, runs: readonly Run[], opening: Opening): void {
  for (const run of runs) {
    try {
      openRun(execution, run, opening);
    } catch (thrown) {
      logBug(thrown);
      if (isEndedUnread(execution, run, asProblem(thrown))) continue;
      attempt(execution, () =>
        saveRun(execution.services.documents, unopened(execution, run, asProblem(thrown))),
      );
    }
  }
}

/** Somebody asked for a stop of a run whose sheet cannot be worked with: it ends as it is, for that needs no sheet. */
function isEndedUnread({ services }: Execution, run: Run, problem: Problem): boolean {
  const stop = run.stopping || requested(services.documents.all(), run.id, 'stop') !== undefined;
  if (!stop || faultOf(problem) === 'passing') return false;
  endNow(services, run);
  return true;
}

/** The sheet could not be read. Where that may pass, nobody is told: the trigger looks again. */
function unopened({ services }: Execution, run: Run, problem: Problem): Run {
  const { next, ...rest } = run;
  const fault = faultOf(problem);
  if (fault !== 'passing' && fault !== 'bug') return pausedBy(rest, problem);
  const now = services.clock.now();
  const still = troubled(rest, problem, now);
  return still.trouble ? { ...still, next: afterTrouble(still.trouble, now) } : still;
}

function openRun(execution: Execution, run: Run, { isLive, resumes, known }: Opening): void {
  const { services, marks } = execution;
  const read = known.find((each) => each.run.id === run.id);
  const mayDo = !marks.concern(run, isLive) && !resumes(run) && mayBeNarrow(execution, run);
  const job = read ?? jobFor(execution, run, mayDo ? 'ours' : 'whole');
  if (!job) {
    marks.recovered(run, isLive);
    return;
  }
  if (!read) lookAround(execution, job);
  const wasCutShort = marks.concern(run, isLive);
  job.isCutShort = wasCutShort;
  if (wasCutShort) attempt(execution, () => marks.untilDone(run, () => clearBeyond(execution, job)), job);
  if (job.run.reserving) {
    abandon(services, job);
    return;
  }
  execution.jobs.push(job);
  adoptKept(execution, job);
  if (run.paused && resumes(run)) takeUp(execution, job);
  if (wasCutShort) attempt(execution, () => putRight(execution, job, isLive), job);
}

/** How long the rows of a run may go without a look at all of them, in ms: answers that a sort parted from them come back as soon. */
const WHOLE_EVERY = 3_600_000;

/** Whether a look at our own columns will do: nothing is in doubt or unreadable, and the whole table was read within the hour. */
function mayBeNarrow({ services, outstanding }: Execution, run: Run): boolean {
  if (run.reserving || run.unreadSince !== undefined || outstanding.of(run.id).length > 0) return false;
  return services.clock.now() - (run.read ?? 0) < WHOLE_EVERY;
}

/** Puts ledgers and rows together. What nobody has seen is left alone as long as every id is known to be its question's. */
function lookAround(execution: Execution, job: Job): void {
  if (job.isNarrow && isCertain(job)) return;
  if (job.isNarrow) job.load();
  job.run = { ...job.run, read: execution.services.clock.now() };
  putTogether(execution, job);
}

/**
 * Whether no row need be seen to be told what becomes of it. One whose hidden cells somebody emptied may ask what another row asks;
 * one that was filled by hand must be known again should it be sorted under a write.
 */
function isCertain(job: Job): boolean {
  const isBare = ({ ledger }: Row): boolean => ledger.question === '' && ledger.state === undefined;
  const matters = (row: Row): boolean => isBare(row) && (wasHeld(job.view, row) || !isBlank(row.cells));
  return (
    [...job.awaited.values()].every(({ vouched }) => vouched) &&
    job.inDoubt().length + job.lost().length === 0 &&
    !job.rows.some(matters)
  );
}

/** Goes on with a run that was paused. On record at once: whoever asked for it is told so, and this execution may not get to its end. */
export function takeUp(execution: Execution, job: Job): void {
  const { paused, limit, refusals, ...going } = job.run;
  job.run = going;
  const { documents } = execution.services;
  attempt(execution, () => keepRoom(documents, going.id), job);
  attempt(execution, () => saveRun(documents, going), job);
  execution.marks.leave(job.run);
  attempt(execution, () => tellWaiting(job, execution.flush, STATUS.reserved), job);
}

function putRight(execution: Execution, job: Job, isLive: Opening['isLive']): void {
  const { marks } = execution;
  marks.untilDone(job.run, () => recover(execution, job));
  marks.recovered(job.run, isLive);
}

function jobFor({ services, agreements }: Execution, run: Run, extent: 'whole' | 'ours'): Job | undefined {
  const { workbook, documents } = services;
  const sheet = workbook.sheetById(run.sheetId);
  const enrichment = enrichmentById(documents, run.enrichment);
  if (enrichment) checkAgreement(agreements, run, revisionOf(enrichment));
  if (sheet && enrichment) {
    const job = new Job(run, enrichment, sheet, extent);
    job.step = agreedStep(agreements, run);
    return job;
  }
  // Nowhere to write to: nothing can be waited for. What a deleted definition had asked was spent all the same.
  endNow(services, run, sheet ? 'by hand' : 'sheet gone');
  if (!sheet) workbook.toast(endedUnder(run.name), 'Enrich with Linkup');
  return undefined;
}

/** Going deeper: once nothing of a step is under way any more, the rows that got nothing by it are asked at the next one, under the same cap. */
import { atStep, stepsOf } from '../../enrichment/steps';
import { priceOf } from '../../linkup/prices';
import type { Row } from '../../sheet/table';
import { agreeDeeper } from '../record/agreed-step';
import { saveRun } from '../record/run';
import { gotNothing } from '../rows/got-nothing';
import type { Job } from '../rows/job';
import { fingerprintOf } from '../rows/standing';
import type { Execution } from './execution';
import { numbered, reserveMore } from './reserve-more';

/** Reserves them. False where there are none, no further step, or nothing left of what was agreed. Cut short half-way, it is done to its end by the next look. */
export function goDeeper(execution: Execution, job: Job): boolean {
  const { stopping, paused } = job.run;
  if (stopping || paused || stepsOf(job.enrichment) === 1) return false;
  // A step that was begun first: an execution may have died while it reserved.
  const left = questionsAt(job, (step) => step < job.step);
  const questions = left.length > 0 ? left : questionsAt(job, (step) => step === job.step);
  if (questions.length === 0) return false;
  if (left.length === 0 && !begin(execution, job)) return false;
  const affordable = questions.slice(0, execution.agreements.left(job.run));
  if (affordable.length === 0) return false;
  reserveMore(execution, job, numbered(job, affordable), (row) =>
    isToAskAt(job, row, (step) => step < job.step),
  );
  return true;
}

/** The questions of a run whose rows got nothing at certain steps, in the table's order. */
function questionsAt(job: Job, isAt: (step: number) => boolean): string[] {
  return [...new Set(job.rows.filter((row) => isToAskAt(job, row, isAt)).map(fingerprintOf))];
}

function isToAskAt({ run, view }: Job, row: Row, isAt: (step: number) => boolean): boolean {
  const { state } = row.ledger;
  return state?.run === run.id && isAt(state.step) && 'text' in row.question && gotNothing(view, row);
}

/** The price of the next step counts from now on. It is agreed to before the record says so, and both before a row is reserved for it. */
function begin({ agreements, services }: Execution, job: Job): boolean {
  const next = job.step + 1;
  if (next > stepsOf(job.enrichment)) return false;
  if (!agreeDeeper(agreements, job.run, next, priceOf(atStep(job.enrichment, next)))) return false;
  job.step = next;
  const { limit, refusals, ...run } = job.run;
  job.run = { ...run, step: next };
  saveRun(services.documents, job.run);
  return true;
}

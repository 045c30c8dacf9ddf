/** Runs that wait for the answers of others: which rows these have answered, and whether anything more is to come of them. */
import { isFinal } from '../../sheet/ledger';
import type { Earlier } from '../record/pool';
import { type Run, runsIn } from '../record/run';
import type { Job } from '../rows/job';
import type { Execution } from './execution';
import { isIdle } from './pausing';

/** The runs that one waits for, however far before it. */
export function earlierOf({ agreements }: Execution, { run }: Pick<Job, 'run'>): readonly Earlier[] {
  return agreements.of(run)?.pool?.after ?? [];
}

/** Tells those that wait for a run of the rows whose answers to some questions were verified on the sheet. Mostly nobody waits, and no rows are looked up. */
export function noteLanded(execution: Execution, job: Job, prints: Iterable<string>): void {
  const waiting = execution.jobs.filter((other) =>
    earlierOf(execution, other).some(({ run }) => run === job.run.id),
  );
  if (waiting.length === 0) return;
  const rows = job.askingAny(prints).map(({ at }) => at);
  for (const { run } of waiting) execution.landed.note(run.id, rows);
}

/** Rows that the runs before one have answered, and that it does not hold. */
export function answeredBefore(execution: Execution, job: Job): number[] {
  const runs = new Set(earlierOf(execution, job).map(({ run }) => run));
  const own = new Set(job.rows.flatMap(({ at, ledger }) => (ledger.state?.run === job.run.id ? [at] : [])));
  const found = execution.jobs
    .filter(({ run }) => runs.has(run.id))
    .flatMap(({ rows, run }) =>
      rows.filter(({ ledger: { state } }) => state?.run === run.id && isFinal(state.state)),
    );
  return found.flatMap(({ at }) => (own.has(at) ? [] : [at]));
}

/** Whether something may still come that a run waits for, by what is on record now. */
export function waitsForOthers(execution: Execution, job: Job): boolean {
  const earlier = earlierOf(execution, job);
  if (earlier.length === 0) return false;
  // Mostly one of them is at work before our eyes.
  if (execution.jobs.some(({ run }) => earlier.some((one) => one.run === run.id))) return true;
  const live = runsIn(execution.services.documents.all());
  return live.some(({ id }) => earlier.some(({ run }) => run === id));
}

/** A run that only waits for others, all of which wait for a person: no trigger need look after it. */
export function restsWithOthers(execution: Execution, job: Job): boolean {
  if (!onlyWaits(job)) return false;
  const runs = new Set(earlierOf(execution, job).map(({ run }) => run));
  const isResting = (run: Run): boolean => rests(execution, run);
  // Mostly one of them is at work before our eyes.
  if (execution.jobs.some(({ run }) => runs.has(run.id) && !isResting(run))) return false;
  const others = runsIn(execution.services.documents.all()).filter(({ id }) => runs.has(id));
  return others.length > 0 && others.every(isResting);
}

/** Whether a run waits for this person, or for others that do. One that cannot be opened, for the moment or as its columns are gone, is on record alone. */
export function rests(execution: Execution, run: Run): boolean {
  const job = execution.jobs.find((each) => each.run.id === run.id);
  if (!job) return run.paused !== undefined && execution.agreements.isMine(run);
  return isIdle(job) || restsWithOthers(execution, job);
}

/** Whether a run waits for the answers of others, and has nothing of its own to be done. */
export function onlyWaits({ run, awaited, hasReserved }: Job): boolean {
  return run.waitsFor !== undefined && awaited.size === 0 && !hasReserved();
}

/** A run that waits for others no more. */
export function waitingNoMore({ waitsFor: _, ...run }: Run): Run {
  return run;
}

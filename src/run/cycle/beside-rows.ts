/** What a run of a chain says on rows that it does not ask, where nothing else is told of them. */
import { isSkipped } from '../../enrichment/status';
import type { Patch } from '../../sheet/patches';
import { type Row, type TableView, textIn } from '../../sheet/table';
import { isBlank } from '../../sheet/written';
import { apply } from '../rows/apply';
import type { Job } from '../rows/job';
import { unmetIn } from '../rows/only-if';
import { statusPatch } from '../rows/patching';
import type { Ready } from '../rows/ready';
import type { Execution } from './execution';
import { isReleased } from './waiting-rows';

/** Why a row has nothing to be asked with, as its Status says it; undefined for one that has, or that still waits. */
export function whySkipped(job: Job, row: Row, ready: Ready): string | undefined {
  const { question, at } = row;
  const isBlocked = 'blocker' in question || unmetIn(job.view, [row], job.sheet, 'fill').size > 0;
  return isBlocked ? ready.skippedFor(job.enrichment.id, at) : undefined;
}

/** Writes into the Status of rows what is to be said of them, but for those of which something else is told. */
export function tellBeside(execution: Execution, job: Job, words: (row: Row) => string | undefined): void {
  const { view } = job;
  const plan = (row: Row): Patch | undefined => {
    const said = isSilent(view, row) ? words(row) : undefined;
    return said === undefined || said === textIn(row.values, view.layout.status)
      ? undefined
      : statusPatch(view, row, said);
  };
  if (!job.rows.some((row) => plan(row) !== undefined)) return;
  const { marks, flush } = execution;
  marks.leave(job.run);
  marks.untilDone(job.run, () => apply(job, flush, () => job.rows.filter((row) => plan(row)), plan));
}

/** A row that holds nothing, and of which nothing is told but why it was not asked before. */
export function isSilent({ layout }: TableView, { ledger, cells, values }: Row): boolean {
  const status = textIn(values, layout.status);
  const isFree = status === '' || isSkipped(status) || isReleased(status);
  return layout.status > 0 && isFree && !ledger.state && !ledger.unreadable && isBlank(cells);
}

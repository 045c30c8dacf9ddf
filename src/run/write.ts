/** Writing what is known: new task ids at once, answers when they form blocks, all of it verified. */
import type { Patch } from '../sheet/patches';
import { asked, machineMade } from '../sheet/standing';
import type { Row } from '../sheet/table';
import { apply } from './apply';
import type { Job } from './job';
import { outcomePatch, submittedPatch } from './patching';

/** Longest that an answer waits for its neighbours, in ms. */
const HOLD = 6_000;

/** Fewest rows per block, on average, that are worth writing before HOLD is over. */
const ROWS_PER_BLOCK = 8;

/** Whether there is anything that should be written now. `force` at the end of an execution. */
export function writeIsDue(job: Job, now: number, force: boolean): boolean {
  return job.created.size > 0 || (job.ended.size > 0 && (force || answersAreDue(job, now)));
}

function answersAreDue(job: Job, now: number): boolean {
  if (job.awaited.size === 0) return true;
  if ([...job.ended.values()].some(({ since }) => now - since >= HOLD)) return true;
  const rows = job.askingAny(job.ended.keys());
  return blocks(rows) * ROWS_PER_BLOCK <= rows.length;
}

function blocks(rows: readonly Row[]): number {
  return rows.filter((row, i) => row.at !== (rows[i - 1]?.at ?? 0) + 1).length;
}

/** Writes all new task ids and all known ends of a job. What no row asks any more is dropped: it has nowhere to go. */
export function writeKnown(job: Job, flush: () => void): void {
  const prints = [...new Set([...job.created.keys(), ...job.ended.keys()])];
  apply(
    job,
    flush,
    () => job.askingAny(prints),
    (row) => patchFor(job, row),
  );
  for (const print of prints) {
    job.created.delete(print);
    job.ended.delete(print);
  }
}

function patchFor(job: Job, row: Row): Patch | undefined {
  const print = asked(row);
  const chosen = row.ledger.question === print && row.ledger.state?.run === job.run.id;
  if (!chosen && !machineMade(row)) return undefined;
  const ended = job.ended.get(print);
  if (ended)
    return outcomePatch(job.view, row, ended.about, ended.outcome, chosen && job.run.mode === 'overwrite');
  const created = job.created.get(print);
  return created && submittedPatch(job.view, row, created.about, created.taskId);
}

/** Undo: what a run of an enrichment wrote goes again, from every row where nobody, and no later run, has changed it since. */
import type { Enrichment } from '../../enrichment/definition';
import { Problem } from '../../enrichment/problem';
import { sheetOf } from '../../sheet/spreadsheet';
import { checkWritable } from '../../sheet/writable';
import { lastIn } from '../record/last-run';
import { checkLayout } from '../record/layout';
import { underMark } from '../record/marks';
import { liveRun } from '../record/run';
import type { Undone } from '../report/past-types';
import { apply } from '../rows/apply';
import { emptiedPatch, undonePatch } from '../rows/asked-again';
import { Job } from '../rows/job';
import { holdsOurs } from '../rows/standing';
import { isUndoable, undoable } from '../rows/undoable';
import type { Services } from '../services';
import { inTurn } from '../turn';
import { asRun } from './as-run';

/** Undoes a run that has ended. Throws `busy`, `already-running` or `nothing-to-undo`, with nothing changed. */
export function undoRun(services: Services, e: Enrichment, run: string): Undone {
  const { documents, workbook } = services;
  return inTurn(services, () => {
    const properties = documents.all();
    checkLayout(documents, e, properties);
    if (liveRun(properties, e.id)) throw new Problem('already-running', e.name);
    const job = jobOf(services, e, run);
    const { taken, ...rest } = undoable(job.rows, run);
    // Of the last run it is known that it was; of any other, what is left of it on the sheet.
    const isKnown = taken.length > 0 || Object.values(rest).some((rows) => rows > 0);
    if (!isKnown && lastIn(properties, e.id)?.run.id !== run) throw new Problem('nothing-to-undo');
    if (taken.length === 0) return { cleared: 0, ...rest };
    const mark = { sheetId: e.sheetId, by: services.newId(), enrichment: e.id };
    return underMark(documents, mark, () => clear(job, () => workbook.flush()));
  });
}

function jobOf(services: Services, e: Enrichment, run: string): Job {
  const sheet = sheetOf(services.workbook, e);
  const job = new Job({ ...asRun(services, e), id: run }, e, sheet);
  checkWritable(sheet, job.view, job.rows.length);
  return job;
}

/**
 * First the answers, while the ledger still tells which row they belong to: should the table move at that moment, the write is
 * recognised as misplaced and taken back. It goes on saying what was written: cut short here, the Undo can be done again. Only
 * then the ledger.
 */
function clear(job: Job, flush: () => void): Undone {
  const { id } = job.run;
  const taken = () => undoable(job.rows, id).taken;
  apply(job, flush, taken, (row) => {
    return isUndoable(row, id) && holdsOurs(row) ? emptiedPatch(job.view, row) : undefined;
  });
  const { taken: emptied, ...rest } = undoable(job.rows, id);
  apply(job, flush, taken, (row) => (isUndoable(row, id) ? undonePatch(job.view, row) : undefined));
  return { cleared: emptied.length, ...rest };
}
